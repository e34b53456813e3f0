/** Words of visitors who are here, in Chinese. */
export const visitors = {
} as const;
