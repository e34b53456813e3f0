/** Images, films and documents, and the boards in halls that show them. */

import { ask, get, segment } from './http';
import type { BoardNew, MediaChange, MediaNew } from './printed';
import type { Board, Job, Medium } from './types';

const PAGE = 200;
const one = (id: string): string => `/media/${segment(id)}`;
const board = ({ hall, node }: Pick<Board, 'hall' | 'node'>): string => `/halls/${segment(hall)}/boards/${segment(node)}`;

interface Page {
  media: Medium[];
  next: string | null;
}

/** All of them, page by page, newest first. */
export async function getMedia(): Promise<Medium[]> {
  const all: Medium[] = [];
  for (let before: string | null = ''; before !== null;) {
    const page: Page = await get(`/media?limit=${PAGE}${before && `&before=${segment(before)}`}`);
    all.push(...page.media);
    before = page.next;
  }
  return all;
}

export function offerMedium(upload: string): Promise<Job> {
  const body: MediaNew = { upload };
  return ask('POST', '/media', { body });
}

export const getMedium = (id: string): Promise<Medium> => get(one(id));
export const renameMedium = (id: string, title: MediaChange['title']): Promise<Medium> => ask('PATCH', one(id), { body: { title } });
export const deleteMedium = (id: string): Promise<void> => ask('DELETE', `${one(id)}?shown=remove`);
export const hangBoard = (id: string, body: BoardNew): Promise<Board> => ask('POST', `${one(id)}/boards`, { body });
export const showOn = (at: Pick<Board, 'hall' | 'node'>, media: string | null): Promise<Board> => ask('PUT', board(at), { body: { media } });
export const takeDown = (at: Pick<Board, 'hall' | 'node'>): Promise<void> => ask('DELETE', board(at));
export const mediumOriginal = (id: string): string => `/api/v1${one(id)}/original`;
