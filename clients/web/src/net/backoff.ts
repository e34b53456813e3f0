/** How long to wait before trying again: doubling, jittered so that a crowd does not return at once. */
export class Backoff {
  private attempt = 0;

  constructor(
    private readonly firstMs = 400,
    private readonly mostMs = 15_000,
    private readonly random: () => number = Math.random,
  ) {}

  /** Milliseconds to wait now; each call waits longer, up to the most. */
  next(): number {
    const most = Math.min(this.mostMs, this.firstMs * 2 ** this.attempt);
    this.attempt += 1;
    return most * (0.5 + this.random() / 2);
  }

  reset(): void {
    this.attempt = 0;
  }
}
