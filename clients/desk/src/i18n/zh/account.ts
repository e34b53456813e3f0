/** Words of signing in and one's own account, in Chinese. */
export const account = {
} as const;
