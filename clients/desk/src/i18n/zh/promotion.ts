/** Words of the promotion pages, in Chinese. */
export const promotion = {
} as const;
