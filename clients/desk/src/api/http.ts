/** Asking the park over HTTP: one error type, the reader's language, an ended session noticed. */

import { lang } from '@/i18n';

import { forgery, renewForgery } from './forgery';
import type { Finding, Problem } from './types';

/** A refusal of the server, or its silence (`away`, status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Finding[] = [],
    readonly request = '',
    /** Seconds after which asking again makes sense, where the server said so. */
    readonly wait = 0,
  ) {
    super(message);
  }

  /** Whether asking again later may help. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface Asking {
  body?: unknown;
  signal?: AbortSignal;
}

type Watcher = (error: ApiError | null) => void;
const watchers = new Set<Watcher>();
/** Refusals that belong to a form at which somebody signs in: no session has ended by them. */
const AT_THE_DOOR = /^\/(session|recovery|registration\/accounts|invitations\/[^/]+\/acceptance|pairing)/;

/** Call `fn` after every answer: null when it was good. */
export function onAnswer(fn: Watcher): void {
  watchers.add(fn);
}

/** Ask, and read the JSON of a good answer (undefined when it has none). Throws ApiError. */
export async function ask<T>(method: string, path: string, asking: Asking = {}): Promise<T> {
  let response = await send(method, path, asking);
  if (response.status === 403 && method !== 'GET' && (await isStale(response))) {
    await renewForgery();
    response = await send(method, path, asking);
  }
  if (!response.ok) {
    const error = await refusal(response);
    throw error.status === 401 && AT_THE_DOOR.test(path) ? error : tell(error);
  }
  for (const fn of watchers) fn(null);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(method: string, path: string, { body, signal }: Asking): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': lang(), Accept: 'application/json', ...forgery(method) };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  if (signal) init.signal = signal;
  return fetch(`/api/v1${path}`, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw tell(new ApiError(0, 'away', ''));
  });
}

/** Somebody signed in anew in another tab: this page's proof is of the session before. */
async function isStale(response: Response): Promise<boolean> {
  const told = await (response.clone().json() as Promise<Partial<Problem>>).catch((): Partial<Problem> => ({}));
  return told.code === 'csrf_refused';
}

/** Let the watchers know of an error, wherever it was heard. */
export function tell(error: ApiError): ApiError {
  for (const fn of watchers) fn(error);
  return error;
}

async function refusal(response: Response): Promise<ApiError> {
  const told = await (response.json() as Promise<Partial<Problem>>).catch((): Partial<Problem> => ({}));
  return new ApiError(
    response.status, told.code ?? 'internal', told.message ?? `HTTP ${response.status}`, told.details ?? [], told.request_id,
    secondsOf(response.headers.get('Retry-After')),
  );
}

/** Seconds in a `Retry-After`, which may also be a date (RFC 9110). */
export function secondsOf(field: string | null, now = Date.now()): number {
  if (!field) return 0;
  const seconds = /^\d+$/.test(field) ? Number(field) : (Date.parse(field) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0;
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask('GET', path, signal ? { signal } : {});
export const segment = (id: string): string => encodeURIComponent(id);
