import type { account as chinese } from '../zh/account';

/** Words of signing in and one's own account, in English. */
export const account: Record<keyof typeof chinese, string> = {
};
