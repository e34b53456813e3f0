/** Tells when the first view stands, when costlier light may be made, and when all is there. */

import { Vector3 } from 'three';
import type { StageEvent } from '../stage-api';
import type { Frame } from './frame';
import type { Streamer } from './stream/streamer';

/** What takes less of the view than this (radius over distance) does not hold up the first view. */
const FIRST_VIEW_SIZE = 0.02;
/** How far to the side something may be and still belong to the view, as a cosine. */
const AHEAD = 0.3;
/** Frames to draw after the first view before costlier light is made. */
const SETTLE_FRAMES = 3;

export class Milestones {
  private firstView = false;
  private loaded = false;
  private frames = 0;
  private readonly towards = new Vector3();

  constructor(
    private readonly streamer: Pick<Streamer, 'covered' | 'atRest'>,
    private readonly report: (event: StageEvent) => void,
    /** The first view has been on the screen for some frames. */
    private readonly settled: () => void,
  ) {}

  /** A new hall begins from nothing. */
  reset(): void {
    this.firstView = this.loaded = false;
    this.frames = 0;
  }

  /** One frame has been drawn. */
  update(frame: Pick<Frame, 'eye' | 'forward'>): void {
    if (!this.firstView) {
      if (!this.drawn(frame)) return;
      this.firstView = true;
      this.report({ type: 'first-view' });
    }
    this.frames += 1;
    if (this.frames === SETTLE_FRAMES) this.settled();
    if (this.loaded || !this.isSettled || !this.streamer.atRest || !this.streamer.covered()) return;
    this.loaded = true;
    this.report({ type: 'loaded' });
  }

  get isSettled(): boolean {
    return this.frames >= SETTLE_FRAMES;
  }

  /** Whether everything that is large and ahead shows at least its coarsest level. */
  private drawn({ eye, forward }: Pick<Frame, 'eye' | 'forward'>): boolean {
    return this.streamer.covered((client) => {
      const { center, radius } = client.place();
      const away = this.towards.set(...center).sub(eye).length();
      if (away < radius * 1.2) return true;
      return this.towards.dot(forward) > away * AHEAD && radius / away > FIRST_VIEW_SIZE;
    });
  }
}
