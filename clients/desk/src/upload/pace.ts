/** How fast bytes go and how long the rest will take, from what came in the last seconds. */

const WINDOW_MS = 6000;

export class Pace {
  private marks: { at: number; sent: number }[] = [];

  /** So many bytes are over by now (milliseconds of any clock). */
  note(sent: number, at: number): void {
    const last = this.marks[this.marks.length - 1];
    if (last && sent < last.sent) this.marks = [];
    this.marks.push({ at, sent });
    while (this.marks.length > 2 && this.marks[0]!.at < at - WINDOW_MS) this.marks.shift();
  }

  /** Forget: after a pause the old speed says nothing. */
  reset(): void {
    this.marks = [];
  }

  /** Bytes a second, 0 while unknown. */
  get speed(): number {
    const [first, last] = [this.marks[0], this.marks[this.marks.length - 1]];
    if (!first || !last || last.at <= first.at) return 0;
    return ((last.sent - first.sent) * 1000) / (last.at - first.at);
  }

  /** Seconds that `rest` bytes will take, or null while unknown. */
  left(rest: number): number | null {
    return this.speed > 0 ? rest / this.speed : null;
  }
}
