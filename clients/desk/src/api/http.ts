/** Asking the park over HTTP: one error type, the reader's language, an ended session noticed. */

import { lang } from '@/i18n';

import type { Finding, Problem } from './types';

/** A refusal of the server, or its silence (`away`, status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Finding[] = [],
    readonly request = '',
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

/** Call `fn` after every answer: null when it was good. */
export function onAnswer(fn: Watcher): void {
  watchers.add(fn);
}

/** Ask, and read the JSON of a good answer (undefined when it has none). Throws ApiError. */
export async function ask<T>(method: string, path: string, { body, signal }: Asking = {}): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': lang(), Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
  if (signal) init.signal = signal;
  const response = await fetch(`/api/v1${path}`, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw tell(new ApiError(0, 'away', ''));
  });
  if (!response.ok) throw tell(await refusal(response));
  for (const fn of watchers) fn(null);
  return (response.status === 204 ? undefined : await response.json()) as T;
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
  );
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask('GET', path, signal ? { signal } : {});
export const segment = (id: string): string => encodeURIComponent(id);
