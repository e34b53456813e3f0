/** Exhibits: what there is, what they say, which revision everyone sees, where they stand. */

import { ask, get, segment } from './http';
import type { ExhibitChange, PlacedAnswer, PlacementChange, PlacementNew, PublishBody } from './printed';
import type { Exhibit, Placement, Publication } from './types';

const one = (id: string): string => `/exhibits/${segment(id)}`;
const place = (id: string, { hall, node }: Pick<Placement, 'hall' | 'node'>): string =>
  `${one(id)}/placements/${segment(hall)}/${segment(node)}`;

interface Page {
  exhibits: Exhibit[];
  next: string | null;
}

const PAGE = 200;

/** All exhibits, page by page. */
export async function getExhibits(): Promise<Exhibit[]> {
  const all: Exhibit[] = [];
  for (let before: string | null = ''; before !== null;) {
    const page: Page = await get(`/exhibits?limit=${PAGE}${before && `&before=${segment(before)}`}`);
    all.push(...page.exhibits);
    before = page.next;
  }
  return all;
}

export const getPublications = async (id: string): Promise<Publication[]> =>
  (await get<{ publications: Publication[] }>(`${one(id)}/revisions`)).publications;
export const getExhibit = (id: string): Promise<Exhibit> => get(one(id));
export const changeExhibit = (id: string, body: ExhibitChange): Promise<Exhibit> => ask('PATCH', one(id), { body });
export const deleteExhibit = (id: string): Promise<void> => ask('DELETE', `${one(id)}?placed=remove`);
/** `base` is the revision that was published when the person looked: nobody else's act is undone unseen. */
export function publish(id: string, revision: number, base: number | null, note = ''): Promise<Exhibit> {
  const body: PublishBody = { revision, note, base: base ?? 0 };
  return ask('POST', `${one(id)}/publish`, { body });
}

export const putInHall = (id: string, body: PlacementNew): Promise<PlacedAnswer> =>
  ask('POST', `${one(id)}/placements`, { body });
export const movePlacement = (id: string, at: Placement, body: PlacementChange): Promise<PlacedAnswer> =>
  ask('PATCH', place(id, at), { body });
export const takeFromHall = (id: string, at: Placement): Promise<void> => ask('DELETE', place(id, at));
export const originalUrl = (id: string, revision: number): string => `/api/v1${one(id)}/revisions/${revision}/original`;
export const assetUrl = (sha: string): string => `/assets/${sha}`;
