/** What the desk can do to an application: which act comes first, what each asks for, how grave it is. */

import type { Offer, State, Verb } from '@/api/registry';

/** The acts of staff, in the order of their buttons; the others are the company's, or time's. */
export const STAFF = ['claim', 'approve', 'request_changes', 'await', 'restore', 'close', 'release', 'reject', 'suspend', 'exit'] as const satisfies readonly Verb[];
export type StaffVerb = (typeof STAFF)[number];

const FIRST: Partial<Record<State, StaffVerb>> = {
  submitted: 'claim', in_review: 'approve', suspended: 'restore', exiting: 'close',
};
/** They end something, or take something away. */
export const GRAVE: ReadonlySet<Verb> = new Set<Verb>(['reject', 'suspend', 'exit', 'close']);
/** They happen at once: there is a way back, or nothing to ask. */
export const AT_ONCE: ReadonlySet<Verb> = new Set<Verb>(['claim', 'release']);
/** They need a reason from the park's list. */
export const REASONED: ReadonlySet<Verb> = new Set<Verb>(['reject', 'suspend']);

export interface Act extends Offer {
  verb: StaffVerb;
  first: boolean;
}

/** What staff can do now, or could if something were otherwise. With comments pinned, asking for changes comes first. */
export function actsOf(state: State, offers: readonly Offer[], pinned: number): Act[] {
  const first = state === 'in_review' && pinned ? 'request_changes' : FIRST[state];
  return STAFF.flatMap((verb) => {
    const offer = offers.find((one) => one.verb === verb);
    return offer ? [{ ...offer, verb, first: verb === first && offer.allowed }] : [];
  });
}

/** Whose turn it is. */
export type Turn = 'desk' | 'company' | 'nobody';
const TURNS: Partial<Record<State, Turn>> = {
  submitted: 'desk', in_review: 'desk', exiting: 'desk', draft: 'company', changes_requested: 'company', approved: 'company', awaiting_licence: 'company',
};
export const turnOf = (state: State): Turn => TURNS[state] ?? 'nobody';
