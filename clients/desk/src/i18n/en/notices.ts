import type { notices as chinese } from '../zh/notices';

/** Words of webhooks and notices, in English. */
export const notices: Record<keyof typeof chinese, string> = {
};
