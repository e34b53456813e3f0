import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { blink, spread, stray } from '../../../src/stage/guides/chance';

const seconds = (count: number, step: number): number[] => Array.from({ length: count }, (_, at) => at * step);

describe('what looks like chance', () => {
  it('is between nought and one, and the same each time', () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 0, max: 1000 }), (n, seed) => {
      const value = spread(n, seed);
      return value >= 0 && value < 1 && value === spread(n, seed);
    }));
  });

  it('is not the same for everybody', () => {
    expect(new Set(seconds(50, 1).map((n) => spread(n, 1))).size).toBe(50);
    expect(spread(3, 1)).not.toBe(spread(3, 2));
  });
});

describe('blinking', () => {
  it('shuts the eyes whole for a moment every few seconds', () => {
    const minute = seconds(6000, 0.01).map((time) => blink(time, 5));
    const shut = minute.filter((value, at) => value > 0.9 && (minute[at - 1] ?? 0) <= 0.9).length;
    expect(shut).toBeGreaterThanOrEqual(12);
    expect(shut).toBeLessThanOrEqual(30);
    expect(minute.filter((value) => value === 0).length / minute.length).toBeGreaterThan(0.85);
    expect(Math.max(...minute)).toBeLessThanOrEqual(1);
    expect(Math.min(...minute)).toBe(0);
  });

  it('is in step with nobody else', () => {
    const [a, b] = [1, 2].map((seed) => seconds(600, 0.05).map((time) => blink(time, seed)));
    expect(a).not.toEqual(b);
  });
});

describe('straying eyes', () => {
  it('jump a little and rest between', () => {
    const looks = seconds(400, 0.05).map((time) => stray(time, 3));
    const moved = looks.filter(([yaw], at) => at > 0 && yaw !== looks[at - 1]![0]).length;
    expect(moved).toBeGreaterThan(5);
    expect(moved).toBeLessThan(20);
    for (const [yaw, pitch] of looks) expect(Math.hypot(yaw, pitch)).toBeLessThan(0.12);
  });
});
