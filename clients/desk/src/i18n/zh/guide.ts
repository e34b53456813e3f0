/** Words of the guide's desk. */

export const guide = {
} as const;
