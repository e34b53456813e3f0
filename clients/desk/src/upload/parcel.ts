/** One exhibit, or one image, film or document, on its way: its files, how far they are, what the server makes of them. */

import type { ApiError } from '@/api/http';
import type { Finding, Job, JobKind } from '@/api/types';

import type { Bundle, Chosen } from './bundle';

/** By how much a browser's clock may be off. */
const CLOCKS_APART_MS = 120_000;

export type ParcelState =
  | 'waiting' | 'sending' | 'retrying' | 'paused' | 'stuck'
  | 'judging' | 'building' | 'done' | 'refused' | 'failed' | 'cancelled';

export interface Piece {
  path: string;
  file: File | null;
  bytes: number;
  modified: number;
  sent: number;
  /** The upload's id once all of it is over. */
  upload: string | null;
}

export interface Trouble {
  code: string;
  message: string;
  findings: Finding[];
}

export interface Parcel {
  key: string;
  kind: JobKind;
  name: string;
  pieces: Piece[];
  state: ParcelState;
  /** The exhibit that this is a new revision of. */
  exhibit: string | null;
  /** The image, film or document that it has become. */
  media: string | null;
  note: string;
  trouble: Trouble | null;
  job: Job | null;
  /** Bytes a second; 0 while unknown. */
  speed: number;
  /** Seconds; null while unknown. */
  left: number | null;
  /** Milliseconds since 1970. */
  begun: number;
}

export interface Wish {
  kind?: JobKind;
  exhibit?: string | null;
  note?: string;
}

export function makeParcel(bundle: Bundle, key: string, begun: number, wish: Wish = {}): Parcel {
  return {
    key, kind: wish.kind ?? 'exhibit', name: bundle.name, pieces: bundle.pieces.map(piece), state: 'waiting',
    exhibit: wish.exhibit ?? null, media: null, note: wish.note ?? '', trouble: null, job: null, speed: 0, left: null, begun,
  };
}

const piece = ({ path, file }: Chosen): Piece =>
  ({ path, file, bytes: file.size, modified: file.lastModified, sent: 0, upload: null });

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
export const bytesOf = (parcel: Parcel): number => sum(parcel.pieces.map(({ bytes }) => bytes));
export const sentOf = (parcel: Parcel): number => sum(parcel.pieces.map(({ sent }) => sent));

/** The share of its bytes that is over, 0 to 1. */
export function shareOf(parcel: Parcel): number {
  const whole = bytesOf(parcel);
  return whole === 0 ? 1 : Math.min(1, sentOf(parcel) / whole);
}

/** Files are still to come from this browser. */
export const isMoving = ({ state }: Parcel): boolean => ['waiting', 'sending', 'retrying'].includes(state);
/** Its files are on their way, or wait for the network. */
export const isSending = ({ state }: Parcel): boolean => state === 'sending' || state === 'retrying';
/** Nothing more will happen to it. */
export const isOver = ({ state }: Parcel): boolean => ['done', 'refused', 'failed', 'cancelled'].includes(state);
/** After a reload the page has no files: a person has to choose them again. */
export const wantsFiles = (parcel: Parcel): boolean =>
  !isOver(parcel) && parcel.job === null && parcel.pieces.some(({ file, upload }) => !file && !upload);

/** Whether these are the files of a parcel that was begun earlier. */
export function fits(parcel: Parcel, bundle: Bundle): boolean {
  const marks = (all: { path: string; bytes: number; modified: number }[]): string =>
    all.map(({ path, bytes, modified }) => `${path}:${bytes}:${modified}`).sort().join('\n');
  const theirs = bundle.pieces.map(({ path, file }) => ({ path, bytes: file.size, modified: file.lastModified }));
  return marks(parcel.pieces) === marks(theirs);
}

export const troubleOf = (error: ApiError): Trouble =>
  ({ code: error.code, message: error.message, findings: error.details });

/** A job that another page, or the command line, began. */
export function adopted(job: Job): Parcel {
  const { name, bytes } = job.source;
  return {
    ...makeParcel({ name, pieces: [] }, job.id, job.at * 1000, { kind: job.kind }),
    pieces: [{ path: name, file: null, bytes, modified: 0, sent: bytes, upload: job.id }], state: stateOf(job), job,
  };
}

/** Whether a job may be what became of a parcel whose answer never came. */
export const answers = (job: Job, parcel: Parcel): boolean =>
  job.kind === parcel.kind && job.source.bytes === bytesOf(parcel) && job.at * 1000 >= parcel.begun - CLOCKS_APART_MS
  && parcel.pieces.some(({ path }) => path === job.source.name || path.endsWith(`/${job.source.name}`));

/** What a job's state means for the parcel. */
export function stateOf(job: Job): ParcelState {
  const { state } = job;
  return state === 'waiting' || state === 'running' ? 'building' : state;
}
