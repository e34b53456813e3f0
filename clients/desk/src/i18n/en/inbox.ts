import type { inbox as chinese } from '../zh/inbox';

/** Words of the staff inbox, in English. */
export const inbox: Record<keyof typeof chinese, string> = {
};
