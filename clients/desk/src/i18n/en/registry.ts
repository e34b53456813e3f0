/** Words of the registry pages, in English. */
import type { registry as zh } from '../zh/registry';

export const registry: Record<keyof typeof zh, string> = {
};
