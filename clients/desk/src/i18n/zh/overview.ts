/** Words of the overview and its charts, in Chinese. */
export const overview = {
} as const;
