import type { visitors as chinese } from '../zh/visitors';

/** Words of visitors who are here, in English. */
export const visitors: Record<keyof typeof chinese, string> = {
};
