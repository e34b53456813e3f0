import fc from 'fast-check';
import { Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { reach } from '../../../src/stage/guides/arm';

const UPPER = 0.25, LOWER = 0.22;
const FIRST = new Vector3(-1, 0, 0);

/** Where elbow and hand come to be. */
function stretched(target: Vector3): { elbow: Vector3; hand: Vector3 } {
  const { upper, lower } = reach(target, UPPER, LOWER, { upper: new Quaternion(), lower: new Quaternion() });
  const elbow = FIRST.clone().applyQuaternion(upper).multiplyScalar(UPPER);
  const hand = FIRST.clone().applyQuaternion(lower).applyQuaternion(upper).multiplyScalar(LOWER).add(elbow);
  return { elbow, hand };
}

const part = fc.double({ min: -0.35, max: 0.35, noNaN: true });

describe('an arm', () => {
  it('brings the hand where it is wanted, as far as it is long', () => {
    fc.assert(fc.property(part, part, part, (x, y, z) => {
      const target = new Vector3(x, y, z);
      fc.pre(target.length() > 0.16 && target.length() < (UPPER + LOWER) * 0.98);
      expect(stretched(target).hand.distanceTo(target)).toBeLessThan(1e-6);
    }));
  });

  it('stretches towards what is out of reach, and never quite straight', () => {
    const { hand } = stretched(new Vector3(0, 0, 5));
    expect(hand.x).toBeCloseTo(0);
    expect(hand.z).toBeGreaterThan(0.45);
    expect(hand.z).toBeLessThan(UPPER + LOWER);
  });

  it('lets the elbow hang', () => {
    for (const target of [new Vector3(0, 0, 0.35), new Vector3(-0.3, 0, 0.15), new Vector3(0.2, -0.1, 0.25)]) {
      const { elbow } = stretched(target);
      expect(elbow.y).toBeLessThan(target.y * 0.5);
    }
  });
});
