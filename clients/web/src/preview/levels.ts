/** The levels of what is previewed: fetched when asked for, each opened as a subject. */

import type { Wardrobe } from '../stage/materials/dress';
import type { Decoders } from '../stage/stream/decoders';
import { UnreadableAsset } from '../stage/stream/decode';
import { fetchAsset } from '../net/assets';
import type { PreviewLevel, PreviewOptions, PreviewSource } from './api';
import { Subject } from './subject';

export class Levels {
  private readonly stop = new AbortController();

  constructor(private readonly source: PreviewSource, private readonly fetch: PreviewOptions['fetchAsset'] = fetchAsset) {}

  /** Raises UnreadableAsset, or what the network raised. */
  async open(level: number, decoders: Decoders, wardrobe: Wardrobe): Promise<Subject> {
    const bytes = await this.read(level);
    try {
      return await Subject.open(bytes, decoders, wardrobe);
    } catch (error) {
      throw error instanceof UnreadableAsset ? error : new UnreadableAsset(error instanceof Error ? error.message : String(error));
    }
  }

  /** Whether an error came from the way here rather than from the file. */
  isFetching(error: unknown): boolean {
    return !(error instanceof UnreadableAsset);
  }

  /** The number of the coarsest level. */
  get coarsest(): number {
    return this.source instanceof ArrayBuffer ? 0 : this.source.length - 1;
  }

  bytesOf(level: number): number {
    if (this.source instanceof ArrayBuffer) return this.source.byteLength;
    return this.source[level]?.bytes ?? 0;
  }

  abort(): void {
    this.stop.abort();
  }

  private async read(level: number): Promise<ArrayBuffer> {
    if (this.source instanceof ArrayBuffer) return this.source;
    const { asset, bytes } = this.source[level] as PreviewLevel;
    return this.fetch!(asset, bytes, this.stop.signal, () => undefined);
  }
}
