/** Words of the guide's desk, in English. */
import type { guide as zh } from '../zh/guide';

export const guide: Record<keyof typeof zh, string> = {
};
