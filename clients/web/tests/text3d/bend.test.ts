import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { bendRadius, type Round } from '../../src/text3d/bend';

const plinth: Round = { foot: new Vector3(5, 0, -2), radius: 0.8, height: 0.6 };
/** A text at a place that is read from the direction of yaw: 0 from -Z. */
const text = (x: number, y: number, z: number, yaw = 0): Matrix4 => new Matrix4().makeRotationY(yaw).setPosition(x, y, z);

describe('bendRadius', () => {
  it('bends a label on the side of a plinth', () => {
    expect(bendRadius(text(5, 0.3, -2.82), [plinth])).toBeCloseTo(0.82);
    expect(bendRadius(text(5, 0.3, -1.18, Math.PI), [plinth])).toBeCloseTo(0.82);
  });

  it('leaves flat what stands elsewhere or looks elsewhere', () => {
    expect(bendRadius(text(5, 0.3, -4), [plinth])).toBe(0);
    expect(bendRadius(text(5, 1.4, -2.82), [plinth])).toBe(0);
    expect(bendRadius(text(5, 0.3, -2.82, Math.PI / 2), [plinth])).toBe(0);
  });
});
