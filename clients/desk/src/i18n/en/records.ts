import type { records as chinese } from '../zh/records';

/** Words of the audit trail and personal data, in English. */
export const records: Record<keyof typeof chinese, string> = {
};
