import fc from 'fast-check';
import { expect, it } from 'vitest';

import { COLOURS, cssOf, enterBox } from '../../../src/stage/space/unit';
import type { Vec3 } from '../../../src/world/viewer';

const SIZE: Vec3 = [4, 3, 6];

it('tells where a ray enters the box, and that others miss it', () => {
  expect(enterBox(SIZE, { x: 0, y: 1.5, z: 10 }, { x: 0, y: 0, z: -1 })).toBeCloseTo(7);
  expect(enterBox(SIZE, { x: 0, y: 4, z: 10 }, { x: 0, y: 0, z: -1 })).toBeNull();
  expect(enterBox(SIZE, { x: 0, y: 1, z: 10 }, { x: 0, y: 0, z: 1 })).toBeNull();
});

it('is not entered by whoever stands inside', () => {
  expect(enterBox(SIZE, { x: 0, y: 1.6, z: 0 }, { x: 0, y: 0, z: -1 })).toBeNull();
});

it('is entered on its surface, wherever one aims at its middle from', () => {
  const away = fc.double({ min: 8, max: 300, noNaN: true }), angle = fc.double({ min: 0, max: 6.28, noNaN: true }), up = fc.double({ min: -20, max: 80, noNaN: true });
  fc.assert(fc.property(away, angle, up, (far, turn, height) => {
    const from = { x: Math.cos(turn) * far, y: height, z: Math.sin(turn) * far };
    const length = Math.hypot(from.x, from.y - 1.5, from.z);
    const along = { x: -from.x / length, y: (1.5 - from.y) / length, z: -from.z / length };
    const near = enterBox(SIZE, from, along)!;
    const at = [from.x + along.x * near, from.y + along.y * near - 1.5, from.z + along.z * near];
    const share = Math.max(Math.abs(at[0]!) / 2, Math.abs(at[1]!) / 1.5, Math.abs(at[2]!) / 3);
    expect(share).toBeCloseTo(1, 6);
  }));
});

it('paints each status differently, for the page as for the scene', () => {
  expect(new Set(Object.keys(COLOURS).map((status) => cssOf(status as 'free'))).size).toBe(3);
  expect(cssOf('free')).toMatch(/^rgb\(\d+ \d+ \d+\)$/);
});
