/**
 * Whether the line still lives. Silence is counted in pings as well as timed: the timers of a
 * hidden tab may run once a minute, which says nothing about the line.
 */

const SILENCE_MS = 14_000;
const SILENT_PINGS = 3;

export class Heartbeat {
  private heardAt = 0;
  private pingedAt = 0;
  /** Pings in a row after which nothing at all was heard. */
  private unanswered = 0;

  /** Something was heard at `now`, local milliseconds. */
  heard(now: number): void {
    this.heardAt = now;
  }

  /** A new line at `now`. */
  begin(now: number): void {
    this.heardAt = now;
    this.pingedAt = now;
    this.unanswered = 0;
  }

  /** About to ping at `now`: false when the line has been silent for too long. */
  beat(now: number): boolean {
    this.unanswered = this.heardAt < this.pingedAt ? this.unanswered + 1 : 0;
    this.pingedAt = now;
    return this.unanswered < SILENT_PINGS || now - this.heardAt <= SILENCE_MS;
  }
}
