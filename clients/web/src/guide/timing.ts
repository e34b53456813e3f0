/** When a clause is said, and how much of an answer has been heard: all on the server's clock. Pure. */

import type { SayMessage, Shape } from '../wire';

/** From this millisecond of a clause on the mouth has this shape, open so far. */
export type Mark = SayMessage['marks'][number];
export type Timed = Pick<SayMessage, 'n' | 'at' | 'ms'>;

/** Milliseconds until a clause begins; below nought it has begun. */
export const startsIn = ({ at }: Pick<SayMessage, 'at'>, serverNow: number): number => (at - serverNow) * 1000;

/**
 * When clauses begin on this device's own clock, milliseconds: decided once for each, so that its
 * sound and its mouth keep together though what is known of the server's clock gets better.
 */
export class Beginnings {
  private readonly known = new WeakMap<object, number>();

  /** `serverNow`: seconds; `now`: milliseconds. */
  constructor(private readonly serverNow: () => number, private readonly now: () => number) {}

  of(said: Pick<SayMessage, 'at'>): number {
    const known = this.known.get(said) ?? this.now() + startsIn(said, this.serverNow());
    this.known.set(said, known);
    return known;
  }

  /** Milliseconds until it begins; below nought it has begun. */
  until(said: Pick<SayMessage, 'at'>): number {
    return this.of(said) - this.now();
  }
}

/** Server seconds at which it is over. */
export const endOf = ({ at, ms }: Pick<SayMessage, 'at' | 'ms'>): number => at + ms / 1000;

/** How many clauses were heard whole, from the first on, and how much of the next, milliseconds. */
export function heardOf(said: readonly Timed[], serverNow: number): { heard: number; ms: number } {
  const whole = said.findIndex((clause) => endOf(clause) > serverNow);
  const heard = whole < 0 ? said.length : whole;
  const next = said[heard];
  return { heard, ms: next ? Math.round(Math.max(0, -startsIn(next, serverNow))) : 0 };
}

/** What of a text may be taken as heard after a part of its time: whole letters only. */
export function heardText(text: string, ms: number, whole: number): string {
  const letters = [...text];
  return letters.slice(0, Math.floor(letters.length * Math.min(1, Math.max(0, ms / Math.max(1, whole))))).join('');
}

/** How the mouth stands at a moment of a clause, milliseconds from its beginning. */
export function mouthAt(marks: readonly Mark[], ms: number): { shape: Shape; weight: number } {
  let now: Mark = [0, 'sil', 0];
  for (const mark of marks) {
    if (mark[0] > ms) break;
    now = mark;
  }
  return ms < 0 ? { shape: 'sil', weight: 0 } : { shape: now[1], weight: now[2] };
}

/** The clause of several that is being said at a moment, if any. */
export function clauseAt<T extends Timed>(said: readonly T[], serverNow: number): T | null {
  return said.find((clause) => clause.at <= serverNow && serverNow < endOf(clause)) ?? null;
}
