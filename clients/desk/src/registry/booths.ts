/** Booths by hall, and how each stands. */

import type { BoothRow } from '@/api/registry';
import { lang } from '@/i18n';

export const STANDINGS = ['free', 'leased', 'hidden'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Free, somebody's, or somebody's and hidden while they are suspended. */
export const standingOf = ({ tenant, visible }: Pick<BoothRow, 'tenant' | 'visible'>): Standing =>
  tenant === null ? 'free' : visible ? 'leased' : 'hidden';

export interface Street {
  hall: string;
  booths: BoothRow[];
  counts: Record<Standing, number>;
}

/** Halls in the order of `halls`, their booths by number; only those of a standing, where one is wanted. */
export function streets(booths: readonly BoothRow[], halls: readonly string[], only: Standing | '' = ''): Street[] {
  const collator = new Intl.Collator(lang(), { numeric: true });
  const rank = (hall: string): number => (halls.includes(hall) ? halls.indexOf(hall) : halls.length);
  return [...new Set(booths.map(({ hall }) => hall))].sort((a, b) => rank(a) - rank(b)).map((hall) => {
    const here = booths.filter((one) => one.hall === hall).sort((a, b) => collator.compare(a.no || a.node, b.no || b.node));
    const counts = { free: 0, leased: 0, hidden: 0 };
    for (const one of here) counts[standingOf(one)]++;
    return { hall, booths: only ? here.filter((one) => standingOf(one) === only) : here, counts };
  }).filter(({ booths: shown }) => shown.length > 0);
}
