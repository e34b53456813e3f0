/** Words of the promotion pages, in English. */
import type { promotion as zh } from '../zh/promotion';

export const promotion: Record<keyof typeof zh, string> = {
};
