/** Words of the booth pages, in English. */
import type { booth as zh } from '../zh/booth';

export const booth: Record<keyof typeof zh, string> = {
};
