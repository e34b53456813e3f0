/** Unfinished uploads outlive the page: what is needed to take them up again, without the files. */

import { recall, remember } from '@web/memory';

import type { JobKind } from '@/api/types';

import { type Parcel, isOver, type Piece } from './parcel';

const KEY = 'desk.uploads';
const DAYS = 3;
const MOST = 50;

interface Kept {
  key: string;
  kind?: JobKind;
  name: string;
  exhibit: string | null;
  note: string;
  begun: number;
  job: string | null;
  pieces: Omit<Piece, 'file'>[];
}

/** Keep what is not over. */
export function keep(parcels: readonly Parcel[]): void {
  const kept = parcels.filter((parcel) => !isOver(parcel)).slice(-MOST).map(({ key, kind, name, exhibit, note, begun, job, pieces }): Kept => ({
    key, kind, name, exhibit, note, begun, job: job?.id ?? null,
    pieces: pieces.map(({ path, bytes, modified, sent, upload }) => ({ path, bytes, modified, sent, upload })),
  }));
  remember(KEY, JSON.stringify(kept));
}

/** What was kept; each with the id of its job where it had come so far. */
export function restore(now = Date.now()): { parcel: Parcel; job: string | null }[] {
  return read().filter(({ begun }) => now - begun < DAYS * 86_400_000).map(({ job, pieces, kind = 'exhibit', ...rest }) => ({
    job,
    parcel: {
      ...rest, kind, media: null, pieces: pieces.map((piece) => ({ ...piece, file: null })),
      state: job ? 'building' : 'paused', trouble: null, job: null, speed: 0, left: null,
    },
  }));
}

function read(): Kept[] {
  try {
    const found: unknown = JSON.parse(recall(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'key' in value && 'begun' in value && 'name' in value
  && 'pieces' in value && Array.isArray(value.pieces);
