/** Words of the registry pages, in Chinese. */
export const registry = {
} as const;
