/** Words of the staff inbox, in Chinese. */
export const inbox = {
} as const;
