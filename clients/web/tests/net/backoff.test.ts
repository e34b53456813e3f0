import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Backoff } from '../../src/net/backoff';

const waits = (backoff: Backoff, times: number): number[] => Array.from({ length: times }, () => backoff.next());

test('waits double up to the most, and begin anew after a success', () => {
  const backoff = new Backoff(100, 1000, () => 1);
  expect(waits(backoff, 6)).toEqual([100, 200, 400, 800, 1000, 1000]);
  backoff.reset();
  expect(backoff.next()).toBe(100);
});

test('a crowd that was cut at once does not come back at once', () => {
  const first = Array.from({ length: 200 }, (_, i) => new Backoff(400, 15_000, () => i / 200).next());
  expect(Math.min(...first)).toBeGreaterThanOrEqual(200);
  expect(new Set(first.map((ms) => Math.floor(ms / 20))).size).toBeGreaterThanOrEqual(10);
});

test('no wait is ever longer than the most, or no wait at all, however often it failed', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 1, max: 3000 }), (luck, failures) => {
    const backoff = new Backoff(400, 15_000, () => luck);
    const last = waits(backoff, failures).at(-1)!;
    expect(last).toBeGreaterThanOrEqual(200);
    expect(last).toBeLessThanOrEqual(15_000);
  }), { numRuns: 50 });
});
