import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Quat, Vec3 } from '@/editor/core/types';
import { anglesOf, isSameTurn, quaternionOf, round } from '@/editor/panels/angles';

const number = (most: number): fc.Arbitrary<number> => fc.double({ min: -most, max: most, noNaN: true });
const quaternion = fc.tuple(number(1), number(1), number(1), number(1))
  .filter((all) => Math.hypot(...all) > 0.1)
  .map((all) => all.map((value) => value / Math.hypot(...all)) as Quat);

describe('turns', () => {
  it('come back from degrees as the rotation that they were', () => {
    fc.assert(fc.property(quaternion, (turn) => {
      const again = quaternionOf(anglesOf(turn));
      expect(Math.abs(again.reduce((sum, value, at) => sum + value * turn[at]!, 0))).toBeGreaterThan(1 - 1e-6);
    }));
  });

  it('are unit quaternions, whatever is typed', () => {
    fc.assert(fc.property(number(1000), number(1000), number(1000), (x, y, z) => {
      expect(Math.hypot(...quaternionOf([x, y, z]))).toBeCloseTo(1, 9);
    }));
  });

  it('keep the degrees that were typed, away from straight up and down', () => {
    fc.assert(fc.property(number(88), number(179), number(179), (x, y, z) => {
      const typed = [x, y, z].map((value) => round(value, 2)) as Vec3;
      anglesOf(quaternionOf(typed)).forEach((angle, axis) => expect(angle).toBeCloseTo(typed[axis]!, 2));
    }));
  });

  it.each<[Vec3, Quat]>([
    [[0, 90, 0], [0, Math.SQRT1_2, 0, Math.SQRT1_2]], [[90, 0, 0], [Math.SQRT1_2, 0, 0, Math.SQRT1_2]], [[0, 0, 0], [0, 0, 0, 1]],
  ])('%s degrees are what glTF says', (angles, turn) => {
    quaternionOf(angles).forEach((value, at) => expect(value).toBeCloseTo(turn[at]!, 9));
    expect(anglesOf(turn)).toEqual(angles);
  });

  it('are the same with either sign', () => {
    expect(isSameTurn([0, 0, 0, 1], [0, 0, 0, -1])).toBe(true);
    expect(isSameTurn([0, 0, 0, 1], [0, 1, 0, 0])).toBe(false);
  });
});
