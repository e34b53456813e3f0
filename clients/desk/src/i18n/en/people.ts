import type { people as chinese } from '../zh/people';

/** Words of people: invitations, roles, sessions, in English. */
export const people: Record<keyof typeof chinese, string> = {
};
