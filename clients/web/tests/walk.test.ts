import fc from 'fast-check';
import { expect, test } from 'vitest';

import { WalkGround } from '../src/walk';
import type { Point2 } from '../src/world/scene';

const square = (x0: number, z0: number, x1: number, z1: number): Point2[] => [[x0, z0], [x1, z0], [x1, z1], [x0, z1]];

const room = new WalkGround({
  areas: [{ id: 'floor', y: 0, polygon: square(-10, -10, 10, 10), holes: [square(-2, -2, 2, 2)] }],
});

const terraced = new WalkGround({
  areas: [
    { id: 'low', y: 0, polygon: square(0, 0, 10, 10) },
    { id: 'step', y: 0.3, polygon: square(10, 0, 20, 10) },
    { id: 'high', y: 3, polygon: square(26, 0, 36, 10) },
  ],
  links: [{ from: [20, 0.3, 5], to: [26, 3, 5] }],
});

test('one walks freely inside', () => {
  expect(room.step([5, 0, 5], 0.1, -0.2)).toEqual([5.1, 0, 4.8]);
});

test('a wall takes only the part of a step that goes into it', () => {
  const [x, , z] = room.step([9.95, 0, 0], 0.2, 0.1);
  expect(x).toBeGreaterThan(9.9);
  expect(x).toBeLessThanOrEqual(10);
  expect(z).toBeCloseTo(0.1, 2);
});

test('one slides along a block in the middle, too', () => {
  const [x, , z] = room.step([-2.05, 0, 0], 0.2, 0.1);
  expect(x).toBeLessThanOrEqual(-2);
  expect(z).toBeCloseTo(0.1, 2);
});

test('no walk ever leaves the floor', () => {
  const stride = fc.tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true }));
  fc.assert(fc.property(fc.array(stride, { maxLength: 120 }), (strides) => {
    let at: [number, number, number] = [-9.8, 0, -9.8];
    for (const [dx, dz] of strides) {
      const next = room.step(at, dx, dz);
      expect(Math.hypot(next[0] - at[0], next[2] - at[2])).toBeLessThanOrEqual(Math.hypot(dx, dz) + 0.02);
      at = next;
      expect(room.height(at[0], at[2], 0)).toBe(0);
    }
  }));
});

test('a low step is taken, a high one only by its stairs', () => {
  expect(terraced.step([9.95, 0, 5], 0.1, 0)[1]).toBeCloseTo(0.3);
  expect(terraced.height(22.99, 5, 1.6)).toBeCloseTo(0.3 + 2.7 * (2.99 / 6), 2);
  expect(terraced.height(30, 5, 0)).toBeNull();
  let at: [number, number, number] = [19, 0.3, 5];
  for (let i = 0; i < 200; i++) at = terraced.step(at, 0.1, 0) as typeof at;
  expect(at[0]).toBeGreaterThan(30);
  expect(at[1]).toBe(3);
});

test('straight ways are seen to be straight', () => {
  expect(room.straight([-5, 0, 5], [5, 0, 5])).toBe(true);
  expect(room.straight([-5, 0, 0], [5, 0, 0])).toBe(false);
  expect(terraced.straight([1, 0, 5], [30, 3, 5])).toBe(true);
});

test('pointing just beside the floor lands on its edge, far beside nowhere', () => {
  expect(room.land([10.3, 0, 1])?.[0]).toBeCloseTo(10, 1);
  expect(room.land([12, 0, 1])).toBeNull();
  expect(terraced.land([30, 3.02, 5])).toEqual([30, 3, 5]);
});
