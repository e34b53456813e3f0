/** The queue as a clerk wants it: a view, filters, words; all of it lives in the page's address. */

import { type Flag, FLAGS, type Row, type State, STATES } from '@/api/registry';

/** Which states a view holds; the tabs of the queue. */
export const VIEWS = {
  todo: ['submitted', 'in_review'],
  theirs: ['changes_requested', 'approved', 'awaiting_licence'],
  resident: ['active', 'suspended', 'exiting'],
  ended: ['rejected', 'withdrawn', 'expired', 'closed'],
  all: STATES.filter((state) => state !== 'draft'),
} as const satisfies Record<string, readonly State[]>;
export type View = keyof typeof VIEWS;
export const VIEW_NAMES = Object.keys(VIEWS) as View[];

export interface Wanted {
  view: View;
  /** One state of the view alone. */
  state: State | '';
  flag: Flag | '';
  mine: boolean;
  text: string;
}
export const WANTED: Wanted = { view: 'todo', state: '', flag: '', mine: false, text: '' };

type Query = Record<string, string | null | (string | null)[] | undefined>;
const among = <T extends string>(value: unknown, known: readonly T[]): T | '' => (known.includes(value as T) ? (value as T) : '');

/** What an address asks for; whatever it has that nobody knows is passed over. */
export function fromQuery(query: Query): Wanted {
  const view = among(query['view'], VIEW_NAMES) || WANTED.view;
  const text = typeof query['q'] === 'string' ? query['q'].slice(0, 100) : '';
  return { view, state: among(query['state'], VIEWS[view]), flag: among(query['flag'], FLAGS), mine: query['mine'] === '1', text };
}

/** The address of a view; what is as usual is left out. */
export function toQuery({ view, state, flag, mine, text }: Wanted): Record<string, string> {
  const told = { view: view === WANTED.view ? '' : view, state, flag, mine: mine ? '1' : '', q: text.trim() };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''));
}

/** What the park is asked for. */
export function asked({ view, state, flag, mine, text }: Wanted): Record<string, string> {
  const told = { state: state || VIEWS[view].join(','), flag, mine: mine ? '1' : '', q: text.trim() };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== ''));
}

/** How many a view holds. */
export const sumOf = (counts: Partial<Record<State, number>>, view: View): number =>
  VIEWS[view].reduce((sum, state) => sum + (counts[state] ?? 0), 0);

/** What is due first stands first; what nobody waits for, by what happened last. */
export const byDue = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || b.updated - a.updated);

/** The row that one key press leads to: down and up, staying within the list. */
export function stepped(ids: readonly string[], from: string | null, step: 1 | -1): string | null {
  if (!ids.length) return null;
  const at = from === null ? -1 : ids.indexOf(from);
  if (at < 0) return ids[step > 0 ? 0 : ids.length - 1]!;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))]!;
}
