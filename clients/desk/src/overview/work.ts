/** What waits for somebody's work, as the overview lists it. */

import type { Item, Overview, Pile } from '@/api/overview';

export const PILES = ['newer', 'drafts', 'blocked', 'failed'] as const;
export type PileName = (typeof PILES)[number];

export interface Heap {
  name: PileName;
  pile: Pile;
}

/** The piles in which there is something. */
export const heaps = (overview: Overview): Heap[] =>
  PILES.map((name) => ({ name, pile: overview[name] })).filter(({ pile }) => pile.count > 0);

/** Where one works on an entry of a pile. */
export const wayTo = (name: PileName, id: string): string => (name === 'failed' ? '/exhibits' : `/exhibits/${id}`);

/** Kinds of the inbox that are people waiting, and those that have a date to be kept. */
export const TALKS = new Set(['handover', 'report']);
export const DEADLINES = new Set(['application', 'deadline', 'privacy_request']);

/** The nearest date first, then the oldest. */
export const urgent = (items: readonly Item[], kinds: ReadonlySet<string>): Item[] =>
  items.filter(({ kind }) => kinds.has(kind)).sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || a.at - b.at);

export type Haste = 'late' | 'soon' | 'fine';
const SOON = 24 * 3600;

/** How near a date is (Unix time). */
export function haste(due: number | null, now: number): Haste {
  if (due === null) return 'fine';
  return due < now ? 'late' : due - now < SOON ? 'soon' : 'fine';
}
