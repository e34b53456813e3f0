/**
 * Assets asked for before anybody draws them.
 *
 * The hall says what a first view needs while the stage's code is still being read. Asking then
 * spares the first view the wait; the stage later takes over what is already on its way.
 */

import type { Fetch } from '../wire';
import { fetchAsset } from './assets';

type FetchAsset = typeof fetchAsset;

interface Progress {
  received: number;
  listener: ((received: number) => void) | null;
}

interface OnItsWay {
  whole: Promise<ArrayBuffer>;
  progress: Progress;
}

const MOST_BYTES = 1_500_000;
const MOST_ASSETS = 20;

export class EarlyAssets {
  private readonly under = new Map<string, OnItsWay>();

  constructor(private readonly load: FetchAsset = fetchAsset) {}

  /** Ask for the coarsest level of each thing, in order of need; what was asked before is let go. */
  begin(manifest: readonly Fetch[]): void {
    this.under.clear();
    for (const { asset, bytes } of coarsest(manifest)) this.ask(asset, bytes);
  }

  /** As `fetchAsset`, from what is on its way when it is. */
  readonly fetch: FetchAsset = (sha, bytes, signal, onBytes) => {
    const early = this.under.get(sha);
    if (!early || signal.aborted) return this.load(sha, bytes, signal, onBytes);
    this.under.delete(sha);
    early.progress.listener = onBytes;
    if (early.progress.received) onBytes(early.progress.received);
    return untilAborted(early.whole, signal);
  };

  private ask(asset: string, bytes: number): void {
    const progress: Progress = { received: 0, listener: null };
    const whole = this.load(asset, bytes, new AbortController().signal, (received) => {
      progress.received = received;
      progress.listener?.(received);
    });
    // Whoever takes it over hears of a failure; if nobody does, nobody misses it.
    whole.catch(() => undefined);
    this.under.set(asset, { whole, progress });
  }
}

/** The first entry of each node, while they are few and small. */
function coarsest(manifest: readonly Fetch[]): Fetch[] {
  const nodes = new Set<string>();
  const chosen = new Map<string, Fetch>();
  let bytes = 0;
  for (const item of manifest) {
    if (nodes.has(item.node) || chosen.size >= MOST_ASSETS) break;
    nodes.add(item.node);
    bytes += chosen.has(item.asset) ? 0 : item.bytes;
    if (bytes > MOST_BYTES) break;
    chosen.set(item.asset, item);
  }
  return [...chosen.values()];
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
    promise.then(resolve, reject);
  });
}
