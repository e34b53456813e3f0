/** Goes from stop to stop: walks there, stays, goes on. */

import type { Stop } from './stops';

export interface TourHost {
  stops(): Stop[];
  /** Go there; call back on arrival. False: it cannot be reached. */
  go(stop: Stop, arrived: () => void): boolean;
  /** Say what is seen now; null: one is on the way. */
  caption(stop: Stop | null, index: number, count: number): void;
  /** It has been everywhere. */
  lap(): void;
}

/** Milliseconds for one way, at most. */
const LONGEST_WAY = 30_000;

export class Tour {
  private stops: Stop[] = [];
  private index = -1;
  private until = 0;
  private running = false;
  /** Counts ways, so that a late arrival of a way given up says nothing. */
  private way = 0;

  constructor(private readonly host: TourHost, private readonly stay: number) {}

  get isRunning(): boolean {
    return this.running;
  }

  /** Begin, where it stopped if it did. */
  start(now: number): void {
    this.stops = this.host.stops();
    this.running = true;
    this.next(now);
  }

  stop(): void {
    this.running = false;
    this.way += 1;
    this.host.caption(null, 0, 0);
  }

  /** Call now and then. */
  update(now: number): void {
    if (this.running && now >= this.until) this.next(now);
  }

  private next(now: number): void {
    this.index += 1;
    const stop = this.stops[this.index];
    if (!stop) {
      this.index = -1;
      this.stop();
      return this.host.lap();
    }
    const way = ++this.way;
    this.until = now + LONGEST_WAY;
    this.host.caption(null, this.index, this.stops.length);
    const goes = this.host.go(stop, () => this.arrived(way, stop));
    if (!goes) this.until = now;
  }

  private arrived(way: number, stop: Stop): void {
    if (way !== this.way || !this.running) return;
    this.until = performance.now() + this.stay;
    this.host.caption(stop, this.index, this.stops.length);
  }
}
