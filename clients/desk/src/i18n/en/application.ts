/** Words of the application pages, in English. */
import type { application as zh } from '../zh/application';

export const application: Record<keyof typeof zh, string> = {
};
