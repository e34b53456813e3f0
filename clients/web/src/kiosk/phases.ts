/** What a screen does when: invites, shows its tour, or belongs to whoever touched it. */

export type Phase = 'attract' | 'tour' | 'visitor';

export interface Times {
  /** Milliseconds of the invitation before the tour goes on. */
  attract: number;
  /** Milliseconds without a touch after which a visitor is taken to have gone. */
  idle: number;
  /** The last milliseconds of these are counted down. */
  warning: number;
}

export class Phases {
  phase: Phase = 'attract';
  private since: number;

  constructor(private readonly times: Times, now: number, private readonly changed: (phase: Phase) => void) {
    this.since = now;
  }

  /** Somebody touches the screen, or a key: it is theirs, from now on. */
  touch(now: number): void {
    if (this.phase === 'visitor') this.since = now;
    else this.go('visitor', now);
  }

  /** The tour has come to its end. */
  lap(now: number): void {
    if (this.phase === 'tour') this.go('attract', now);
  }

  /** Whoever had it hands it back. */
  done(now: number): void {
    if (this.phase === 'visitor') this.go('attract', now);
  }

  /** Call now and then. */
  update(now: number): void {
    const gone = now - this.since;
    if (this.phase === 'attract' && gone >= this.times.attract) this.go('tour', now);
    else if (this.phase === 'visitor' && gone >= this.times.idle) this.go('attract', now);
  }

  /** Whole seconds until the screen goes back, while they are counted down; else null. */
  countdown(now: number): number | null {
    if (this.phase !== 'visitor') return null;
    const left = this.times.idle - (now - this.since);
    return left <= this.times.warning ? Math.max(0, Math.ceil(left / 1000)) : null;
  }

  private go(phase: Phase, now: number): void {
    this.phase = phase;
    this.since = now;
    this.changed(phase);
  }
}
