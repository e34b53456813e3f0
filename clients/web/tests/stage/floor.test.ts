import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { floorBelow, insideArea, rayToFloor } from '../../src/stage/floor';
import type { WalkArea } from '../../src/world/scene';

const yard: WalkArea = {
  id: 'yard', y: 0, polygon: [[-10, 10], [10, 10], [10, -10], [-10, -10]],
  holes: [[[-2, 2], [2, 2], [2, -2], [-2, -2]]],
};
const deck: WalkArea = { id: 'deck', y: 3, polygon: [[4, 8], [8, 8], [8, 4], [4, 4]] };

describe('the floor', () => {
  it('knows inside, outside and holes', () => {
    expect(insideArea(yard, 5, 5)).toBe(true);
    expect(insideArea(yard, 0, 0)).toBe(false);
    expect(insideArea(yard, 12, 0)).toBe(false);
  });

  it('is the highest area below the feet', () => {
    expect(floorBelow([yard, deck], 6, 5, 6)).toBe(3);
    expect(floorBelow([yard, deck], 6, 2, 6)).toBe(0);
    expect(floorBelow([yard, deck], 40, 2, 6)).toBeNull();
  });

  it('is met by a ray where the ray first comes down on it', () => {
    const down = rayToFloor([yard, deck], [6, 5, 6], [0, -1, 0], 100);
    expect(down).toEqual({ point: [6, 3, 6], distance: 2 });
    expect(rayToFloor([yard, deck], [6, 5, 6], [0, 1, 0], 100)).toBeNull();
    expect(rayToFloor([yard], [6, 5, 6], [0, -1, 0], 3)).toBeNull();
  });

  it('is where the ray says, for any ray', () => {
    const number = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(fc.property(number, number, number, number, (x, z, dx, dz) => {
      const length = Math.hypot(dx, 4, dz);
      const hit = rayToFloor([yard, deck], [x, 6, z], [dx / length, -4 / length, dz / length], 50);
      if (!hit) return;
      expect(hit.point[0]).toBeCloseTo(x + (dx / length) * hit.distance, 6);
      expect([yard, deck].some((area) => area.y === hit.point[1] && insideArea(area, hit.point[0], hit.point[2]))).toBe(true);
    }));
  });
});
