/** What a moderator decides about somebody: the choices, and how they are sent. */

import type { BlockBody, MuteBody, Reason, RemoveBody } from '@/api/visitors';
import { type Key, t } from '@/i18n';

export const REASONS: readonly Reason[] = ['abuse', 'spam', 'imitation', 'content', 'other'];
export const VERBS = ['mute', 'remove', 'block'] as const;
export type Verb = (typeof VERBS)[number];

/** Times to choose from: minutes of a mute and of a removal, days of a block (0: until lifted). */
export const TIMES: Readonly<Record<Verb, readonly number[]>> = {
  mute: [10, 60, 1440],
  remove: [5, 30, 1440],
  block: [1, 7, 30, 365, 0],
};
export const USUAL: Readonly<Record<Verb, number>> = { mute: 60, remove: 5, block: 7 };

export interface Verdict {
  verb: Verb;
  reason: Reason;
  words: string;
  time: number;
  account: boolean;
  address: boolean;
}

/** A verdict to begin with; somebody without an account can be blocked by address alone. */
export const begun = (verb: Verb, hasAccount: boolean): Verdict =>
  ({ verb, reason: 'abuse', words: '', time: USUAL[verb], account: hasAccount, address: !hasAccount });

export const reasonName = (reason: string): string => t(`visitors.reason.${reason}` as Key);

/** A time in words. */
export function timeName(verb: Verb, time: number): string {
  if (verb === 'block') return time ? t('visitors.days', { n: time }) : t('visitors.always');
  if (time < 60) return t('time.minutes', { n: time });
  return time < 1440 ? t('time.hours', { n: time / 60 }) : t('visitors.days', { n: time / 1440 });
}

export const muteBody = ({ reason, words, time }: Verdict): MuteBody => ({ reason, words: words.trim(), minutes: time });
export const removeBody = ({ reason, words, time }: Verdict): RemoveBody => ({ reason, words: words.trim(), minutes: time });
export function blockBody({ reason, words, time, account, address }: Verdict): BlockBody {
  const by = [...(account ? ['account' as const] : []), ...(address ? ['address' as const] : [])];
  return { reason, words: words.trim(), days: time || null, by };
}

/** Whether it can be carried out: a block must be by something. */
export const isWhole = ({ verb, account, address }: Verdict): boolean => verb !== 'block' || account || address;
