/** Exhibits: what there is, what they say, which revision everyone sees, where they stand. */

import { ask, get, segment } from './http';
import type { Card, Exhibit, Fit, Localised, Placement } from './types';

const one = (id: string): string => `/exhibits/${segment(id)}`;
const place = (id: string, { hall, node }: Pick<Placement, 'hall' | 'node'>): string =>
  `${one(id)}/placements/${segment(hall)}/${segment(node)}`;

export interface Spot {
  hall: string;
  /** A plinth's node. */
  at?: string | null;
  fit: Fit;
  yaw: number;
}

export const getExhibits = async (): Promise<Exhibit[]> => (await get<{ exhibits: Exhibit[] }>('/exhibits')).exhibits;
export const getExhibit = (id: string): Promise<Exhibit> => get(one(id));
export const changeExhibit = (id: string, change: { title?: Localised; card?: Card }): Promise<Exhibit> =>
  ask('PATCH', one(id), { body: change });
export const deleteExhibit = (id: string): Promise<void> => ask('DELETE', one(id));
export const publish = (id: string, revision: number, note = ''): Promise<Exhibit> =>
  ask('POST', `${one(id)}/publish`, { body: note ? { revision, note } : { revision } });
export const putInHall = (id: string, { at, ...spot }: Spot): Promise<{ node: string; hall: string }> =>
  ask('POST', `${one(id)}/placements`, { body: at ? { ...spot, at } : spot });
export const movePlacement = (id: string, at: Placement, change: { fit?: Fit; yaw?: number }): Promise<unknown> =>
  ask('PATCH', place(id, at), { body: change });
export const takeFromHall = (id: string, at: Placement): Promise<void> => ask('DELETE', place(id, at));
export const originalUrl = (id: string, revision: number): string => `/api/v1${one(id)}/revisions/${revision}/original`;
export const assetUrl = (sha: string): string => `/assets/${sha}`;
