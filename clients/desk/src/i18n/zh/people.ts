/** Words of people: invitations, roles, sessions, in Chinese. */
export const people = {
} as const;
