/** Words of the booth pages, in Chinese. */
export const booth = {
} as const;
