/** Words of webhooks and notices, in Chinese. */
export const notices = {
} as const;
