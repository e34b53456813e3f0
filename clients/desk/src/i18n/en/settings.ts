import type { settings as chinese } from '../zh/settings';

/** Words of settings and keys, in English. */
export const settings: Record<keyof typeof chinese, string> = {
};
