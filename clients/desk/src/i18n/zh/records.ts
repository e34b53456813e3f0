/** Words of the audit trail and personal data, in Chinese. */
export const records = {
} as const;
