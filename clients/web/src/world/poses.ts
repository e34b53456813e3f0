/** Everybody's poses: presence frames go in, smoothed poses come out. */

import { ArrivalClock } from './jitter';
import type { PresenceFrame } from './presence';
import { type RemotePose, Track } from './track';

export type { RemotePose } from './track';

export class PoseBook {
  private readonly tracks = new Map<number, Track>();
  readonly clock = new ArrivalClock();
  private jitter = 0;

  /** Take in a frame that arrived at `now`, local milliseconds; `me` is skipped. */
  push(frame: PresenceFrame, now: number, me: number | null): void {
    const made = this.clock.arrive(frame.time, now);
    this.jitter = this.clock.jitter;
    for (const { id, pose } of frame.records) {
      if (id === me) continue;
      let track = this.tracks.get(id);
      if (!track) this.tracks.set(id, (track = new Track(pose)));
      track.push(made, pose);
    }
  }

  /** Where `id` is at `now`, local milliseconds; undefined when never seen. */
  sample(id: number, now: number): RemotePose | undefined {
    return this.tracks.get(id)?.sample(now, this.clock.base, this.jitter);
  }

  /** The ids that have a pose. */
  ids(): IterableIterator<number> {
    return this.tracks.keys();
  }

  forget(id: number): void {
    this.tracks.delete(id);
  }

  /** Forget everybody who is not among `people`. */
  keep(people: { has(id: number): boolean }): void {
    for (const id of [...this.tracks.keys()]) if (!people.has(id)) this.tracks.delete(id);
  }

  clear(): void {
    this.tracks.clear();
    this.clock.reset();
  }
}
