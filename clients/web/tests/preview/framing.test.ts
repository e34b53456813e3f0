import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { direction, type Framing, stand } from '../../src/preview/framing';
import type { Vec3 } from '../../src/world/viewer';

const framing: Framing = { fov: 0.56, aspect: 4 / 3, yaw: 0.6, pitch: 0.3, margin: 0.08 };
const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Where a point is in the picture: 1 is the margin, at the side or above. */
function seen(point: Vec3, target: Vec3, distance: number): [x: number, y: number] {
  const { yaw, pitch, fov, aspect, margin } = framing;
  const back = direction(yaw, pitch), right: Vec3 = [Math.cos(yaw), 0, -Math.sin(yaw)];
  const up: Vec3 = [-Math.sin(pitch) * Math.sin(yaw), Math.cos(pitch), -Math.sin(pitch) * Math.cos(yaw)];
  const from = point.map((value, axis) => value - target[axis]!) as Vec3;
  const half = Math.tan(fov / 2) * (1 - margin * 2) * (distance - dot(from, back));
  return [dot(from, right) / (half * aspect), dot(from, up) / half];
}

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const cloud = fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 3, maxLength: 40 });

describe('putting something into the picture', () => {
  it('leaves nothing outside', () => {
    fc.assert(fc.property(cloud, (points) => {
      const { target, distance } = stand(points, framing);
      for (const point of points) {
        const [x, y] = seen(point, target, distance);
        expect(Math.abs(x)).toBeLessThan(1.12);
        expect(Math.abs(y)).toBeLessThan(1.12);
      }
    }));
  });

  it('comes near enough to fill it one way or the other', () => {
    fc.assert(fc.property(cloud, (points) => {
      const spread = Math.max(...points.map((point) => Math.max(...point.map((value, axis) => Math.abs(value - points[0]![axis]!)))));
      fc.pre(spread > 0.2);
      const { target, distance } = stand(points, framing);
      const most = Math.max(...points.flatMap((point) => seen(point, target, distance).map(Math.abs)));
      expect(most).toBeGreaterThan(0.85);
    }));
  });

  it('survives nothing at all, and a single point', () => {
    expect(stand([], framing).distance).toBeGreaterThan(0);
    expect(stand([[5, 5, 5]], framing).target[1]).toBeCloseTo(5);
  });
});
