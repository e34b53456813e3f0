import type { overview as chinese } from '../zh/overview';

/** Words of the overview and its charts, in English. */
export const overview: Record<keyof typeof chinese, string> = {
};
