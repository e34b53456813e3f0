/**
 * How far behind the server a smooth picture must be.
 *
 * Every frame says when the server made it. The least `arrival - made` of the last seconds is the
 * path's own delay; how much later frames come than that is jitter, and the buffer follows its
 * 95th percentile.
 */

const WINDOW = 64;
const BASE_WINDOW_MS = 4000;

export class ArrivalClock {
  private last = 0;
  private started = false;
  private readonly lateness: number[] = [];
  private windowStart = 0;
  private windowLeast = Infinity;
  private previousLeast = Infinity;

  /** Note a frame made at `time` (ms modulo 2^32) that arrived at `now`; the answer is unwrapped. */
  arrive(time: number, now: number): number {
    const made = this.started ? this.last + ((time - this.last) | 0) : time;
    this.started = true;
    if (made > this.last) this.last = made;
    const offset = now - made;
    this.rollWindow(now);
    this.windowLeast = Math.min(this.windowLeast, offset);
    this.lateness.push(offset);
    if (this.lateness.length > WINDOW) this.lateness.shift();
    return made;
  }

  /** Local minus server milliseconds for a frame that came without delay by jitter. */
  get base(): number {
    return Math.min(this.windowLeast, this.previousLeast);
  }

  /** Milliseconds by which all but one frame in twenty stay below. */
  get jitter(): number {
    if (!this.lateness.length) return 0;
    const sorted = [...this.lateness].sort((a, b) => a - b);
    return Math.max(0, sorted[Math.floor((sorted.length - 1) * 0.95)]! - this.base);
  }

  /** The server time of the newest frame, unwrapped. */
  get newest(): number {
    return this.last;
  }

  reset(): void {
    this.started = false;
    this.last = 0;
    this.lateness.length = 0;
    this.windowLeast = this.previousLeast = Infinity;
  }

  private rollWindow(now: number): void {
    if (now - this.windowStart < BASE_WINDOW_MS) return;
    this.previousLeast = this.windowLeast;
    this.windowLeast = Infinity;
    this.windowStart = now;
  }
}
