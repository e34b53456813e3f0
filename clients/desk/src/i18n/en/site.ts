import type { site as chinese } from '../zh/site';

/** Words of the park's own pages, in English. */
export const site: Record<keyof typeof chinese, string> = {
};
