/** The list as a person wants it: found by words, filtered by state, in an order. */

import type { Exhibit, Revision } from '@/api/types';
import { lang, words } from '@/i18n';

export const ORDERS = ['newest', 'title', 'largest'] as const;
export type Order = (typeof ORDERS)[number];
export const FILTERS = ['all', 'published', 'draft'] as const;
export type Filter = (typeof FILTERS)[number];

export type State = 'published' | 'draft' | 'newer';

/** Published, never published, or published with a newer draft waiting. */
export function stateOf({ published, latest }: Pick<Exhibit, 'published' | 'latest'>): State {
  if (published === null) return 'draft';
  return latest > published ? 'newer' : 'published';
}

/** The revision of a number. */
export const revisionOf = (exhibit: Exhibit, number: number | null): Revision | null =>
  exhibit.revisions.find((revision) => revision.number === number) ?? null;

/** The revision that the desk shows first: the newest. */
export const newest = (exhibit: Exhibit): Revision | null => revisionOf(exhibit, exhibit.latest) ?? exhibit.revisions[0] ?? null;

/** Everything that a person may search an exhibit by. */
function searched(exhibit: Exhibit): string {
  const { title, card } = exhibit;
  const files = exhibit.revisions.map(({ source }) => source.name);
  return [exhibit.id, title.zh, title.en, card?.maker?.zh, card?.maker?.en, ...files].join('\n').toLocaleLowerCase();
}

export interface Wanted {
  text: string;
  filter: Filter;
  order: Order;
}

/** What the list shows; every word of the search has to occur. */
export function listed(exhibits: readonly Exhibit[], { text, filter, order }: Wanted): Exhibit[] {
  const asked = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (exhibit: Exhibit): boolean => {
    const state = stateOf(exhibit);
    const wanted = filter === 'all' || (filter === 'draft' ? state !== 'published' : state !== 'draft');
    return wanted && asked.every((word) => searched(exhibit).includes(word));
  };
  const collator = new Intl.Collator(lang(), { numeric: true });
  const orders: Record<Order, (a: Exhibit, b: Exhibit) => number> = {
    newest: (a, b) => (newest(b)?.at ?? 0) - (newest(a)?.at ?? 0),
    title: (a, b) => collator.compare(words(a.title), words(b.title)),
    largest: (a, b) => (newest(b)?.bytes_l0 ?? 0) - (newest(a)?.bytes_l0 ?? 0),
  };
  return exhibits.filter(fits).sort(orders[order]);
}
