/** What hands do while their owner speaks: chosen by the clause, not by chance. Pure. */

import { spread } from './chance';
import { bend, curl, limb, type Posture, type Side } from './posture';

interface Gesture {
  sides: readonly Side[];
  /** Seconds that it takes, there and back. */
  long: number;
  pose(posture: Posture, share: number, beat: number): void;
}

/** One hand out, palm up: "here", "please". */
const offer = (side: Side): Gesture => ({
  sides: [side], long: 2.3,
  pose(posture, share, beat) {
    limb(posture, side, 'UpperArm', -0.42, -0.05, -1.10, share);
    limb(posture, side, 'LowerArm', -0.55, -1.22 + beat * 0.10, 0, share);
    limb(posture, side, 'Hand', -0.75, 0.10, 0.12 + beat * 0.08, share);
    curl(posture, side, 0.12, share);
    bend(posture, 'upperChest', 0, side === 'left' ? 0.05 : -0.05, 0, share);
  },
});

/** Both hands apart before the chest: "all of it", "taken apart". */
const both: Gesture = {
  sides: ['left', 'right'], long: 2.6,
  pose(posture, share, beat) {
    for (const side of ['left', 'right'] as const) {
      limb(posture, side, 'UpperArm', -0.45, -0.02, -1.08, share);
      limb(posture, side, 'LowerArm', -0.20, -1.15 + beat * 0.18, 0, share);
      limb(posture, side, 'Hand', -0.35, 0.05, 0.10, share);
      curl(posture, side, 0.16, share);
    }
    bend(posture, 'chest', 0.03, 0, 0, share);
  },
};

/** A finger up: "first of all", a number. */
const count = (side: Side): Gesture => ({
  sides: [side], long: 2.0,
  pose(posture, share, beat) {
    limb(posture, side, 'UpperArm', -0.50, -0.05, -1.06, share);
    limb(posture, side, 'LowerArm', 0.15, -1.95 + beat * 0.10, 0, share);
    limb(posture, side, 'Hand', 0.30, 0.05, 0, share);
    curl(posture, side, 0.92, share, 'Index');
  },
});

/** A hand to the chest: "we", "our park", a welcome. */
const heart: Gesture = {
  sides: ['right'], long: 2.2,
  pose(posture, share, beat) {
    limb(posture, 'right', 'UpperArm', -0.42, -0.35, -1.02, share);
    limb(posture, 'right', 'LowerArm', 0.20, -2.00 + beat * 0.06, 0, share);
    limb(posture, 'right', 'Hand', 0.35, -0.20, -0.1, share);
    curl(posture, 'right', 0.18, share);
  },
};

const GREETING = heart;
const CHOICE: readonly (Gesture | null)[] = [offer('right'), null, both, offer('left'), count('right'), null, offer('right'), heart];

/** What is being done with the hands. */
export class Hands {
  private gesture: Gesture | null = null;
  private begun = 0;
  private clause = -1;

  /** A clause begins, the `n`-th that this guide says. */
  clauseBegins(now: number, n: number, seed: number): void {
    if (n === this.clause || this.isBusy(now)) return;
    this.clause = n;
    this.begin(n === 0 ? GREETING : (CHOICE[Math.floor(spread(n, seed) * CHOICE.length)] ?? null), now);
  }

  /** An action that hands show. */
  act(action: string, now: number): void {
    if (action === 'explode_exhibit') this.begin(both, now);
    else if (action === 'set_variant' || action === 'play_animation') this.begin(offer('left'), now);
    else if (action === 'open_page' || action.startsWith('offer') || action === 'book_visit') this.begin(offer('right'), now);
  }

  /** Let the hands sink. */
  rest(now: number): void {
    if (this.gesture) this.begun = Math.min(this.begun, now - (this.gesture.long - RELEASE) * 1000);
  }

  /** How much of each arm is taken by what is being done, 0..1. */
  taken(now: number): Record<Side, number> {
    const share = this.share(now);
    const of = (side: Side): number => (this.gesture?.sides.includes(side) ? share : 0);
    return { left: of('left'), right: of('right') };
  }

  /** Put the gesture into a posture. `free` is how much of each arm nothing else holds. */
  pose(posture: Posture, now: number, free: Readonly<Record<Side, number>>): void {
    const share = this.share(now);
    if (!this.gesture || share <= 0) return;
    const least = Math.min(...this.gesture.sides.map((side) => free[side]));
    if (least > 0) this.gesture.pose(posture, share * least, Math.sin((now - this.begun) * 0.0062));
  }

  private isBusy(now: number): boolean {
    return this.gesture !== null && now - this.begun < this.gesture.long * 1000;
  }

  private begin(gesture: Gesture | null, now: number): void {
    this.gesture = gesture;
    this.begun = now;
  }

  private share(now: number): number {
    if (!this.gesture) return 0;
    const at = (now - this.begun) / 1000;
    const left = this.gesture.long - at;
    return soft(at / RAISE) * soft(left / RELEASE);
  }
}

const RAISE = 0.42, RELEASE = 0.6;

function soft(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}
