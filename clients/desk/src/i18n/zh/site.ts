/** Words of the park's own pages, in Chinese. */
export const site = {
} as const;
