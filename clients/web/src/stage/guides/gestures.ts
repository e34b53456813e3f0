/** What hands do while their owner speaks: chosen by the clause, not by chance. Pure. */

import { spread } from './chance';
import type { Held, Side } from './posture';

interface Gesture {
  /** Seconds that it takes, there and back. */
  long: number;
  hands: Partial<Readonly<Record<Side, Held>>>;
}

/** One hand out, palm up: "here", "please". */
const OFFER: Held = { at: [0.30, -0.42, 0.70], twist: -2.3, hand: [0, 0.10, 0.15], curl: 0.14 };
/** Both hands apart before the chest: "all of it", "taken apart". */
const APART: Held = { at: [0.22, -0.44, 0.68], twist: -1.7, hand: [0, 0.05, 0.10], curl: 0.18 };
/** A finger up: "first of all", a number. */
const COUNT: Held = { at: [0.16, -0.10, 0.55], twist: -1.0, hand: [0, 0, 0.1], curl: 0.9, apart: 'Index' };
/** A raised palm: a welcome. */
const HELLO: Held = { at: [0.02, -0.26, 0.46], twist: -1.3, hand: [0, -0.30, 0.05], curl: 0.10 };

const right = (held: Held, long: number): Gesture => ({ long, hands: { right: held } });
const left = (held: Held, long: number): Gesture => ({ long, hands: { left: held } });
const both: Gesture = { long: 2.6, hands: { left: APART, right: APART } };

const GREETING = right(HELLO, 2.3);
const CHOICE: readonly (Gesture | null)[] = [
  right(OFFER, 2.3), null, both, left(OFFER, 2.3), right(COUNT, 2.0), null, right(APART, 2.2), left(APART, 2.0),
];

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
    else if (action === 'set_variant' || action === 'play_animation') this.begin(left(OFFER, 2.4), now);
    else if (action === 'open_page' || action.startsWith('offer') || action === 'book_visit') this.begin(right(OFFER, 2.4), now);
  }

  /** Let the hands sink. */
  rest(now: number): void {
    if (this.gesture) this.begun = Math.min(this.begun, now - (this.gesture.long - RELEASE) * 1000);
  }

  /** What one hand does, and how much of it: 0 hangs, 1 is there. It beats time a little. */
  of(side: Side, now: number): { held: Held; share: number } | null {
    const held = this.gesture?.hands[side];
    const share = held ? this.share(now) : 0;
    if (!held || share <= 0) return null;
    const beat = Math.sin((now - this.begun) * 0.0062) * 0.03;
    const [x, y, z] = held.at;
    return { held: { ...held, at: [x + beat * 0.4, y + beat, z] }, share };
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
    return soft(at / RAISE) * soft((this.gesture.long - at) / RELEASE);
  }
}

const RAISE = 0.42, RELEASE = 0.6;

function soft(t: number): number {
  const x = Math.min(1, Math.max(0, t));
  return x * x * (3 - 2 * x);
}
