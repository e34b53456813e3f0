/** Words of settings and keys, in Chinese. */
export const settings = {
} as const;
