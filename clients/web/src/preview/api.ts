/** What a preview offers; types alone. */

import type { Language, Localised } from '../world/scene';

/** A level of detail as the scene's model component names it; the first of a list is the finest. */
export interface PreviewLevel {
  asset: string;
  bytes: number;
}

/** What to show: the bytes of a GLB, or levels to fetch from `/assets/<sha256>`. */
export type PreviewSource = ArrayBuffer | readonly PreviewLevel[];

/** Behind the exhibit: paper white, the hall's grey, or near black. */
export type Backdrop = 'light' | 'hall' | 'dark';

export interface PreviewOptions {
  lang?: () => Language;
  backdrop?: Backdrop;
  /** Turn slowly until somebody takes hold of it. */
  spin?: boolean;
  /** Only pictures are asked for: nothing is drawn between them. */
  still?: boolean;
  /** The view begins three-quarters from the front; radians to turn it by. */
  yaw?: number;
  /** Where levels come from; the park's own assets when left out. */
  fetchAsset?(sha: string, bytes: number, signal: AbortSignal, onBytes: (received: number) => void): Promise<ArrayBuffer>;
  /** Something changed that controls around the preview show: a level came, a part was picked. */
  changed?(): void;
}

/** Something to say to the person, in their language. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';

  constructor(readonly code: 'no_webgl' | 'unreadable' | 'not_fetched' | 'empty', message: string) {
    super(message);
  }
}

export interface PreviewPart {
  name: Localised;
}

export interface PreviewStats {
  /** The level on show: an index into the levels given, 0 for a single file, -1 while there is none. */
  level: number;
  triangles: number;
  vertices: number;
  drawCalls: number;
  /** Geometry and textures on the graphics card, bytes. */
  gpuBytes: number;
  /** The file's own bytes. */
  bytes: number;
  /** Width, height and depth in metres. */
  size: [number, number, number];
}

export interface Preview {
  /**
   * Show something else, at its finest level or at `level`; a coarser one is seen until that is
   * there. Rejects with PreviewError.
   */
  load(source: PreviewSource, level?: number): Promise<void>;
  /** Show another level of what is loaded; the one on show stays until it is there. */
  show(level: number): Promise<void>;
  /** Take apart: 0 together, 1 apart. */
  explode(amount: number): void;
  parts(): PreviewPart[];
  /** One part alone, the others as ghosts; null shows all. */
  isolate(part: number | null): void;
  variants(): string[];
  variant(name: string | null): void;
  clips(): string[];
  /** Play a clip from where it stands, or hold it; null goes back to rest. */
  play(clip: string | null, playing?: boolean): void;
  backdrop(backdrop: Backdrop): void;
  spin(on: boolean): void;
  /** The whole exhibit in the picture again. */
  fit(): void;
  /** A picture as it looks now, or of another size; PNG unless said. */
  screenshot(options?: { width?: number; height?: number; type?: string; quality?: number }): Promise<Blob>;
  stats(): PreviewStats;
  /** The canvas has another size; it also notices by itself. */
  resize(): void;
  dispose(): void;
}
