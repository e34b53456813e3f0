/** Lets visitors see a drag in what is published: the shared layer holds it until it is durable. */

import type { Operation } from './types';

const EVERY_MS = 110;

export interface Broadcaster {
  send(ops: Operation[]): Promise<unknown>;
  now(): number;
}

export class Broadcast {
  private readonly paths = new Set<string>();
  private sent = -Infinity;

  constructor(private readonly out: Broadcaster) {}

  /** Say where things are now, not too often. */
  tell(ops: readonly Operation[]): void {
    const now = this.out.now();
    if (now - this.sent < EVERY_MS) return;
    this.sent = now;
    for (const { path } of ops) this.paths.add(path);
    // What is lost on the way is made good by the edit at the end.
    void this.out.send([...ops]).catch(() => undefined);
  }

  /** It is durable, or was given up: the shared layer lets go. */
  end(): void {
    const ops = [...this.paths].map((path): Operation => ({ op: 'unset', path }));
    this.paths.clear();
    this.sent = -Infinity;
    if (ops.length) void this.out.send(ops).catch(() => undefined);
  }
}
