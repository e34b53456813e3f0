/** Words of the application pages, in Chinese. */
export const application = {
} as const;
