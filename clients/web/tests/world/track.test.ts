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

/** What is shown of somebody at 60 Hz, whose frames come as told: made, arrived, and where. */
function shownOf(frames: { made: number; at: number; x: number }[], until: number) {
  const book = new PoseBook();
  const queue = [...frames].sort((a, b) => a.at - b.at);
  const seen: { x: number; jumps: number; speed: number; now: number }[] = [];
  for (let now = 0; now < until; now += 1000 / 60) {
    while (queue.length && queue[0]!.at <= now) {
      const { made, at, x } = queue.shift()!;
      book.push({ total: 1, time: made, records: [{ id: 1, pose: pose([x, 1.6, 0]) }] }, at, null);
    }
    const shown = book.sample(1, now);
    if (shown) seen.push({ x: shown.head.position[0], jumps: shown.jumps, speed: shown.speed, now });
  }
  return seen;
}

const walking = (count: number, speed = 3): { made: number; at: number; x: number }[] =>
  Array.from({ length: count }, (_, i) => ({ made: i * TICK, at: i * TICK + 30, x: (i * TICK * speed) / 1000 }));

test('lost frames are walked over: nobody stops, leaps or turns back', () => {
  const lost = fc.uniqueArray(fc.integer({ min: 5, max: 75 }), { maxLength: 20 });
  fc.assert(fc.property(lost, (gone) => {
    const longest = Math.max(0, ...gone.map((at) => [1, 2, 3, 4, 5].findIndex((n) => !gone.includes(at + n)) + 1));
    fc.pre(longest < 5);
    const seen = shownOf(walking(80).filter((_, i) => !gone.includes(i)), 4200);
    for (let i = 1; i < seen.length; i++) {
      const step = seen[i]!.x - seen[i - 1]!.x;
      expect(step).toBeGreaterThan(-0.03);
      expect(step).toBeLessThan(0.45);
    }
    expect(seen.at(-1)!.jumps).toBe(0);
    expect(seen.at(-1)!.x).toBeGreaterThan(11.5);
  }), { numRuns: 40 });
});

test('frames that come twice, or after newer ones, change nothing that is shown', () => {
  const once = walking(60);
  const stale = once.map(({ made, x }) => ({ made, x, at: made + 430 }));
  const clean = shownOf(once, 3000).at(-1)!.x;
  expect(shownOf([...once, ...once], 3000).at(-1)!.x).toBeCloseTo(clean, 5);
  const seen = shownOf([...once, ...stale.slice(0, 40)], 3000);
  for (let i = 1; i < seen.length; i++) expect(seen[i]!.x).toBeGreaterThan(seen[i - 1]!.x - 0.03);
});

test('one who teleports again and again is counted each time and never seen on the way', () => {
  const places = [0, 30, 60, 0];
  const frames = Array.from({ length: 80 }, (_, i) => ({ made: i * TICK, at: i * TICK + 30, x: places[Math.floor(i / 20)]! }));
  const seen = shownOf(frames, 4600);
  for (const { x } of seen) expect(Math.min(...places.map((place) => Math.abs(x - place)))).toBeLessThan(0.05);
  expect(seen.at(-1)!.jumps).toBe(3);
});

test('one who stands is shown without speed, one who walks with theirs', () => {
  const rest = Array.from({ length: 40 }, (_, i) => ({ made: (60 + i) * TICK, at: (60 + i) * TICK + 30, x: 59 * 0.15 }));
  const seen = shownOf([...walking(60), ...rest], 5000);
  const middle = seen.find(({ now }) => now > 2000)!;
  expect(middle.speed).toBeGreaterThan(2.4);
  expect(middle.speed).toBeLessThan(3.6);
  expect(seen.at(-1)!.speed).toBeLessThan(0.1);
});

test('a slow way is shown later, not jerkier', () => {
  const even = shownOf(walking(100).map((frame) => ({ ...frame, at: frame.at + 500 })), 5500).filter(({ now }) => now > 3000);
  const steps = even.slice(1).map(({ x }, i) => x - even[i]!.x).slice(0, -60);
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.03);
});

test('hands come and go with what is heard, and are never left hanging in the air', () => {
  const track = new Track(pose([0, 1.6, 0]));
  const hand = { position: [0.3, 1.2, -0.3] as Vec3, rotation: [0, 0, 0, 1] as [number, number, number, number] };
  for (let i = 0; i < 10; i++) track.push(i * 50, { ...pose([0, 1.6, 0]), full: true, right: hand, grip: [0, 1] });
  for (let now = 0; now < 600; now += 16) track.sample(now, 0, 0);
  expect(track.sample(600, 0, 0).right!.position[1]).toBeCloseTo(1.2);
  for (let i = 10; i < 20; i++) track.push(i * 50, pose([0, 1.6, 0]));
  for (let now = 600; now < 1400; now += 16) track.sample(now, 0, 0);
  expect(track.sample(1400, 0, 0).right).toBeNull();
});

test('any rotation between two is one: never shorter than a unit, never the long way round', () => {
  const component = fc.double({ min: -1, max: 1, noNaN: true });
  const quat = fc.tuple(component, component, component, component).filter((q) => Math.hypot(...q) > 0.2)
    .map((q) => q.map((v) => v / Math.hypot(...q)) as [number, number, number, number]);
  fc.assert(fc.property(quat, quat, (a, b) => {
    const track = new Track(pose([0, 1.6, 0], a));
    for (let i = 0; i < 4; i++) track.push(i * 50, pose([0, 1.6, 0], i < 2 ? a : b));
    for (let now = 0; now < 400; now += 8) {
      const { rotation } = track.sample(now, 0, 0).head;
      expect(Math.hypot(...rotation)).toBeCloseTo(1, 5);
      const dots = [a, b].map((q) => Math.abs(q.reduce((sum, v, i) => sum + v * rotation[i]!, 0)));
      const apart = Math.abs(a.reduce((sum, v, i) => sum + v * b[i]!, 0));
      expect(Math.min(...dots)).toBeGreaterThanOrEqual(apart - 1e-4);
    }
  }), { numRuns: 60 });
});
