/** People met in presence frames whose names are not known: asked about together. */

/** In a crowd many are met at once; a few questions a second are enough. */
const EVERY_MS = 200;
const MOST_AT_ONCE = 512;

export class Strangers {
  private waiting: number[] = [];

  constructor(
    private readonly after: (ms: number, fn: () => void) => void,
    private readonly ask: (ids: number[]) => void,
  ) {}

  met(ids: number[]): void {
    if (this.waiting.length === 0) this.after(EVERY_MS, () => this.askSome());
    this.waiting.push(...ids);
  }

  /** The connection is gone: whoever is still there will be met again. */
  forget(): void {
    this.waiting = [];
  }

  private askSome(): void {
    this.ask(this.waiting.splice(0, MOST_AT_ONCE));
    if (this.waiting.length) this.after(EVERY_MS, () => this.askSome());
  }
}
