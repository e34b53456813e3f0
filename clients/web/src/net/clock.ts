/** The server's time, estimated from pings: the answer that was quickest tells it best. */

interface Sample {
  offset: number;
  rtt: number;
}

const KEEP = 12;

export class ServerClock {
  private samples: Sample[] = [];

  /** Start from the server's first word, seconds, heard at local `now`, milliseconds. */
  greet(time: number, now: number): void {
    this.samples = [{ offset: time * 1000 - now, rtt: 1000 }];
  }

  /** Take in a pong: sent at `at`, heard at `now` (local ms), server `time` in seconds. */
  pong(at: number, now: number, time: number): void {
    const rtt = Math.max(0, now - at);
    this.samples.push({ offset: time * 1000 + rtt / 2 - now, rtt });
    if (this.samples.length > KEEP) this.samples.shift();
  }

  /** Server seconds at local `now`, milliseconds. */
  seconds(now: number): number {
    return (now + (this.best?.offset ?? 0)) / 1000;
  }

  /** The quickest round trip of late, milliseconds. */
  get rtt(): number | null {
    return this.best?.rtt ?? null;
  }

  private get best(): Sample | undefined {
    return this.samples.reduce<Sample | undefined>(
      (best, sample) => (best && best.rtt <= sample.rtt ? best : sample),
      undefined,
    );
  }
}
