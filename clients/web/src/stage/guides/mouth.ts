/** The mouth of one guide: clauses to say go in, how the lips stand comes out. Pure. */

import type { SayMessage, Shape } from '../../wire';

type Marks = SayMessage['marks'];
export type Lips = Readonly<Record<Exclude<Shape, 'sil'>, number>>;

interface Clause {
  marks: Marks;
  /** `performance.now()` at which it begins. */
  at: number;
}

/** Lips go from one shape to the next in this time, half of it before the mark. */
const GLIDE_MS = 56;
/** A clause is forgotten so long after its last mark. */
const KEEP_MS = 400;
const MOST_CLAUSES = 24;
export const SHAPES = ['aa', 'ih', 'ou', 'ee', 'oh'] as const;

export class Mouth {
  private clauses: Clause[] = [];

  say(marks: Marks, at: number): void {
    if (!marks.length) return;
    this.clauses.push({ marks, at });
    if (this.clauses.length > MOST_CLAUSES) this.clauses.shift();
  }

  /** Shut, and say nothing more of what was to come. */
  hush(): void {
    this.clauses = [];
  }

  /** The shape that is to be seen at a moment. */
  now(now: number): { shape: Shape; weight: number } {
    const clause = this.at(now);
    if (!clause) return { shape: 'sil', weight: 0 };
    const { marks, at } = clause;
    let found = marks[0]!;
    for (const mark of marks) {
      if (mark[0] > now - at) break;
      found = mark;
    }
    return { shape: found[1], weight: found[1] === 'sil' ? 0 : found[2] };
  }

  /** How far each shape is open, gliding over from one mark to the next. */
  lips(now: number): Lips {
    const lips = { aa: 0, ih: 0, ou: 0, ee: 0, oh: 0 };
    const STEPS = 4;
    // The mean over a short while: every mark is at its full in the middle of its time.
    for (let step = 0; step < STEPS; step++) {
      const { shape, weight } = this.now(now + ((step + 0.5) / STEPS - 0.5) * GLIDE_MS);
      if (shape !== 'sil') lips[shape] += weight / STEPS;
    }
    return lips;
  }

  /** Whether something is being said, or about to be. */
  isSpeaking(now: number): boolean {
    this.forget(now);
    return this.clauses.length > 0;
  }

  /** Milliseconds since the clause that is being said began; null between clauses. */
  since(now: number): number | null {
    const clause = this.at(now);
    return clause ? now - clause.at : null;
  }

  private at(now: number): Clause | null {
    this.forget(now);
    // The one that began last: the one before may not be forgotten yet.
    return this.clauses.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at)[0] ?? null;
  }

  private forget(now: number): void {
    this.clauses = this.clauses.filter(({ at, marks }) => now <= at + marks.at(-1)![0] + KEEP_MS);
  }
}
