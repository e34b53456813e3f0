import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ArrivalClock } from '../../src/world/jitter';

/** Frames every 50 ms with these delays, begun at local `start` and server `made`. */
function arrivals(clock: ArrivalClock, delays: number[], start = 0, made = 0): number[] {
  return delays.map((delay, i) => clock.arrive((made + i * 50) >>> 0, start + i * 50 + delay));
}

describe('how late frames are', () => {
  it('is nothing when each takes as long as the others, however long that is', () => {
    const clock = new ArrivalClock();
    arrivals(clock, Array.from({ length: 100 }, () => 400));
    expect(clock.jitter).toBe(0);
    expect(clock.base).toBe(400);
  });

  it('is measured from the quickest, and one in twenty may be later', () => {
    const clock = new ArrivalClock();
    arrivals(clock, Array.from({ length: 64 }, (_, i) => (i === 30 ? 900 : i % 2 ? 30 : 70)));
    expect(clock.base).toBe(30);
    expect(clock.jitter).toBe(40);
  });

  it('follows a way that became longer, after a few seconds', () => {
    const clock = new ArrivalClock();
    arrivals(clock, Array.from({ length: 40 }, () => 20));
    arrivals(clock, Array.from({ length: 240 }, () => 120), 2000, 2000);
    expect(clock.base).toBe(120);
    expect(clock.jitter).toBe(0);
  });

  it('follows a way that became shorter at once', () => {
    const clock = new ArrivalClock();
    arrivals(clock, Array.from({ length: 40 }, () => 200));
    arrivals(clock, [20], 2000, 2000);
    expect(clock.base).toBe(20);
  });

  it('is nothing before the first frame', () => {
    expect(new ArrivalClock().jitter).toBe(0);
  });
});

describe('the server\'s milliseconds', () => {
  it('never run back, whatever the order frames come in, over the wrap as well', () => {
    const start = fc.integer({ min: 0, max: 2 ** 32 - 1 });
    const steps = fc.array(fc.integer({ min: -2000, max: 5000 }), { maxLength: 60 });
    fc.assert(fc.property(start, steps, (first, moves) => {
      const clock = new ArrivalClock();
      let truth = first, now = 0;
      clock.arrive(first, 0);
      for (const move of moves) {
        truth = Math.max(first, truth + move);
        now += 50;
        const newest = clock.newest;
        expect(clock.arrive(truth % 2 ** 32, now)).toBe(truth);
        expect(clock.newest).toBe(Math.max(newest, truth));
      }
    }));
  });

  it('begin anew after a reset', () => {
    const clock = new ArrivalClock();
    arrivals(clock, [10, 500]);
    clock.reset();
    expect(clock.arrive(7, 1000)).toBe(7);
    expect([clock.jitter, clock.newest]).toEqual([0, 7]);
  });
});
