/** The list as a person wants it: found by words, filtered by state, in an order. */

import type { Exhibit, Revision } from '@/api/types';
import { lang, words } from '@/i18n';
import { authorOf } from '@/ui/author';

export const ORDERS = ['newest', 'title', 'largest'] as const;
export type Order = (typeof ORDERS)[number];
export const FILTERS = ['all', 'published', 'draft', 'work', 'unplaced'] as const;
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

/** Who brought the newest revision. */
export function bringerOf(exhibit: Exhibit): string {
  const revision = newest(exhibit);
  return revision ? authorOf(revision.author, revision.author_name) : '';
}

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
  /** Standing in this hall. */
  hall?: string;
  /** Its newest revision came from this person. */
  author?: string;
}

/** Never published, a newer draft, levels held back: somebody has to look at it. */
export const needsWork = (exhibit: Exhibit): boolean =>
  stateOf(exhibit) !== 'published' || (newest(exhibit)?.blocked.length ?? 0) > 0;

function passes(exhibit: Exhibit, filter: Filter): boolean {
  switch (filter) {
    case 'all': return true;
    case 'published': return stateOf(exhibit) !== 'draft';
    case 'draft': return stateOf(exhibit) !== 'published';
    case 'work': return needsWork(exhibit);
    case 'unplaced': return exhibit.placements.length === 0;
  }
}

/** Everybody who brought in the newest revision of something. */
export const authorsOf = (exhibits: readonly Exhibit[]): { id: string; name: string }[] =>
  [...new Map(exhibits.map((exhibit) => [newest(exhibit)?.author ?? '', bringerOf(exhibit)]))].filter(([id]) => id)
    .map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, lang()));

/** What the list shows; every word of the search has to occur. */
export function listed(exhibits: readonly Exhibit[], { text, filter, order, hall = '', author = '' }: Wanted): Exhibit[] {
  const asked = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (exhibit: Exhibit): boolean => {
    const stands = !hall || exhibit.placements.some((place) => place.hall === hall);
    const brought = !author || newest(exhibit)?.author === author;
    return passes(exhibit, filter) && stands && brought && asked.every((word) => searched(exhibit).includes(word));
  };
  const collator = new Intl.Collator(lang(), { numeric: true });
  const orders: Record<Order, (a: Exhibit, b: Exhibit) => number> = {
    newest: (a, b) => (newest(b)?.at ?? 0) - (newest(a)?.at ?? 0),
    title: (a, b) => collator.compare(words(a.title), words(b.title)),
    largest: (a, b) => (newest(b)?.bytes_l0 ?? 0) - (newest(a)?.bytes_l0 ?? 0),
  };
  return exhibits.filter(fits).sort(orders[order]);
}
