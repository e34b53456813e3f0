/** Words of the first steps of a new park, in Chinese. */
export const start = {
} as const;
