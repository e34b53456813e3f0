/** Carries one file to the server so that it can be cut anywhere and goes on: tus 1.0. */

import { type DetailedError, type PreviousUpload, Upload, defaultOptions } from 'tus-js-client';

import { forgery, renewForgery } from '@/api/forgery';
import { ApiError, secondsOf, tell } from '@/api/http';
import type { Problem } from '@/api/types';
import { lang } from '@/i18n';

export interface Told {
  sent(bytes: number): void;
  /** All bytes are over; the upload's id. */
  done(id: string): void;
  failed(error: ApiError): void;
  /** The line was cut and is tried again by itself. */
  retrying(): void;
}

export interface Carriage {
  start(): void;
  pause(): void;
  /** Stop, and have the server throw away what it has. */
  cancel(): Promise<void>;
  /** Forget where it lay: it has been used. */
  forget(): void;
}

export type Carrier = (path: string, file: File, told: Told) => Carriage;

const ENDPOINT = '/api/v1/uploads';
const CHUNK = 16 * 2 ** 20;
/** A file as small as this is sent with the request that begins it: a bundle may have hundreds. */
const SMALL = 2 ** 18;
/** A cut line is tried again for about ten minutes, then a person is asked. */
const RETRIES = [300, 1000, 2000, 4000, ...Array.from({ length: 72 }, () => 8000)];

/** What makes a file the same one when it is chosen again. */
export const fingerprint = (path: string, file: File): string =>
  ['lingjing', path, file.size, file.lastModified].join(':');

export const carry: Carrier = (path, file, told) => {
  let kept: string | null = null;
  let going = false;
  const upload = new Upload(file, {
    endpoint: new URL(ENDPOINT, location.href).href,
    chunkSize: CHUNK,
    retryDelays: RETRIES,
    uploadDataDuringCreation: file.size <= SMALL,
    metadata: { filename: path, filetype: file.type || 'application/octet-stream' },
    headers: { 'Accept-Language': lang() },
    onBeforeRequest: (request) => {
      for (const [name, value] of Object.entries(forgery(request.getMethod()))) request.setHeader(name, value);
    },
    fingerprint: async () => fingerprint(path, file),
    onProgress: (sent) => told.sent(sent),
    onSuccess: () => told.done(idOf(upload.url ?? '')),
    onError: (error) => told.failed(tell(reason(error))),
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      const stale = status === 403 && reason(error).code === 'csrf_refused';
      if (stale) void renewForgery();
      const again = stale || status === 0 || status >= 500 || [409, 423, 429].includes(status);
      if (status === 0) tell(new ApiError(0, 'away', ''));
      if (again) told.retrying();
      return again;
    },
    onUploadUrlAvailable: () => void remembered().then((found) => (kept = found?.urlStorageKey ?? kept)),
  });
  const remembered = async (): Promise<PreviousUpload | undefined> => {
    const found = await upload.findPreviousUploads();
    return [...found].sort((a, b) => b.creationTime.localeCompare(a.creationTime))[0];
  };
  const forget = (): void => {
    if (kept) void defaultOptions.urlStorage?.removeUpload(kept);
  };
  return {
    start() {
      going = true;
      void remembered().then((before) => {
        if (before) {
          kept = before.urlStorageKey;
          if (!upload.url) upload.resumeFromPreviousUpload(before);
        }
        if (going) upload.start();
      });
    },
    pause() {
      going = false;
      void upload.abort();
    },
    async cancel() {
      going = false;
      await upload.abort(true).catch(() => undefined);
      forget();
    },
    forget,
  };
};

export const idOf = (url: string): string => decodeURIComponent(url.replace(/[?#].*$/, '').replace(/^.*\//, ''));

/** What the server said, out of what the library throws. */
export function reason(error: Error | DetailedError): ApiError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return new ApiError(0, 'away', '');
  const told = parse(response.getBody());
  return new ApiError(response.getStatus(), told.code ?? 'internal', told.message ?? '', told.details ?? [], told.request_id, secondsOf(response.getHeader('Retry-After') ?? null));
}

function parse(body: string): Partial<Problem> {
  try {
    return JSON.parse(body) as Partial<Problem>;
  } catch {
    return {};
  }
}
