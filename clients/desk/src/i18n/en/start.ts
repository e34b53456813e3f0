import type { start as chinese } from '../zh/start';

/** Words of the first steps of a new park, in English. */
export const start: Record<keyof typeof chinese, string> = {
};
