/** Requests on their way: what was asked by number, and who waits for the answer. */

import type { Detail } from '../wire';

/** A refusal with its stable code. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Detail[] = [],
    readonly requestId = '',
  ) {
    super(message);
    this.name = 'WireError';
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: WireError): void;
  timer: ReturnType<typeof setTimeout>;
}

export class Requests {
  private readonly pending = new Map<number, Pending>();
  private last = 0;

  constructor(private readonly timeoutMs = 12_000) {}

  /** Number a request and send it; the promise settles with its answer. */
  ask<T>(send: (id: number) => boolean): Promise<T> {
    const id = (this.last = (this.last + 1) % 2 ** 32);
    return new Promise<T>((resolve, reject) => {
      const fail = (code: string): void => reject(new WireError(code, code));
      if (!send(id)) return fail('offline');
      const timer = setTimeout(() => {
        this.pending.delete(id);
        fail('timeout');
      }, this.timeoutMs);
      this.pending.set(id, { resolve: resolve as (value: unknown) => void, reject, timer });
    });
  }

  resolve(id: number, value: unknown): void {
    this.take(id)?.resolve(value);
  }

  /** False when nobody waits for `id`. */
  reject(id: number, error: WireError): boolean {
    const pending = this.take(id);
    pending?.reject(error);
    return pending !== undefined;
  }

  /** The connection is gone: nobody will answer. */
  rejectAll(code: string): void {
    for (const id of [...this.pending.keys()]) this.reject(id, new WireError(code, code));
  }

  private take(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    if (pending) clearTimeout(pending.timer);
    this.pending.delete(id);
    return pending;
  }
}
