import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ArrivalClock } from '../../src/world/jitter';
import { PoseBook } from '../../src/world/poses';
import { Track } from '../../src/world/track';
import type { Vec3 } from '../../src/world/viewer';
import { pose } from '../make';

const TICK = 50;

/** Somebody walking along x at `speed`, heard every tick with these delays; sampled at 60 Hz. */
function walk(delays: number[], speed = 3): { x: number; now: number }[] {
  const book = new PoseBook();
  const arrivals = delays
    .map((delay, i) => ({ made: i * TICK, at: i * TICK + delay }))
    .sort((a, b) => a.at - b.at);
  const seen: { x: number; now: number }[] = [];
  let next = 0;
  for (let now = 0; now < delays.length * TICK; now += 1000 / 60) {
    for (; next < arrivals.length && arrivals[next]!.at <= now; next++) {
      const { made, at } = arrivals[next]!;
      const record = { id: 1, pose: pose([(made / 1000) * speed, 1.6, 0]) };
      book.push({ total: 1, time: made, records: [record] }, at, null);
    }
    const shown = book.sample(1, now);
    if (shown) seen.push({ x: shown.head.position[0], now });
  }
  return seen;
}

test('steady frames make steady motion', () => {
  const seen = walk(Array.from({ length: 80 }, () => 30)).slice(60);
  for (let i = 1; i < seen.length; i++) {
    const speed = ((seen[i]!.x - seen[i - 1]!.x) / (seen[i]!.now - seen[i - 1]!.now)) * 1000;
    expect(speed).toBeGreaterThan(2.5);
    expect(speed).toBeLessThan(3.5);
  }
});

test('somebody who walks forward is never drawn going back, whatever the jitter', () => {
  const delays = fc.array(fc.integer({ min: 10, max: 160 }), { minLength: 60, maxLength: 60 });
  fc.assert(fc.property(delays, (late) => {
    const seen = walk(late);
    for (let i = 1; i < seen.length; i++) expect(seen[i]!.x).toBeGreaterThan(seen[i - 1]!.x - 0.02);
  }), { numRuns: 40 });
});

test('what is shown lies between 80 and 500 ms behind', () => {
  const delays = fc.array(fc.integer({ min: 10, max: 200 }), { minLength: 60, maxLength: 60 });
  fc.assert(fc.property(delays, (late) => {
    const { x, now } = walk(late).at(-1)!;
    const behind = now - (x / 3) * 1000;
    expect(behind).toBeGreaterThan(60);
    expect(behind).toBeLessThan(620);
  }), { numRuns: 20 });
});

function sampled(snapshots: [t: number, position: Vec3][], from: number, to: number): Vec3[] {
  const track = new Track(pose(snapshots[0]![1]));
  const seen: Vec3[] = [];
  let next = 0;
  for (let now = from; now <= to; now += 16) {
    for (; next < snapshots.length && snapshots[next]![0] <= now; next++) {
      track.push(snapshots[next]![0], pose(snapshots[next]![1]));
    }
    seen.push([...track.sample(now, 0, 0).head.position]);
  }
  return seen;
}

test('a teleport is a jump: no place between is ever shown', () => {
  const seen = sampled([[0, [0, 1.6, 0]], [50, [0, 1.6, 0]], [100, [40, 1.6, 0]], [150, [40, 1.6, 0]]], 0, 600);
  expect(seen.at(-1)![0]).toBeCloseTo(40);
  for (const [x] of seen) expect(Math.min(Math.abs(x), Math.abs(x - 40))).toBeLessThan(0.01);
});

test('a first step after a pause starts from rest', () => {
  const seen = sampled([[0, [0, 1.6, 0]], [2000, [0.15, 1.6, 0]], [2050, [0.3, 1.6, 0]]], 0, 2600);
  const beforeTheStep = seen[Math.floor(1950 / 16)]!;
  expect(beforeTheStep[0]).toBeLessThan(0.001);
  expect(seen.at(-1)![0]).toBeGreaterThan(0.29);
});

test('when frames stop, one carries on a little and then stands', () => {
  const snapshots = Array.from({ length: 20 }, (_, i): [number, Vec3] => [i * 50, [i * 0.15, 1.6, 0]]);
  const seen = sampled(snapshots, 0, 2500);
  const last = snapshots.at(-1)![1][0];
  expect(seen.at(-1)![0]).toBeGreaterThanOrEqual(last);
  expect(seen.at(-1)![0]).toBeLessThan(last + 0.2);
  expect(seen.at(-1)).toEqual(seen.at(-10));
});

test('server time wraps around after 49 days without anybody noticing', () => {
  const clock = new ArrivalClock();
  const first = clock.arrive(2 ** 32 - 20, 1000);
  expect(clock.arrive(30, 1050) - first).toBe(50);
  expect(clock.jitter).toBeLessThan(1);
});
