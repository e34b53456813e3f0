import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { WalkArea } from '../../src/world/scene';
import { throwArc } from '../../src/xr/arc';

const floor: WalkArea = { id: 'floor', y: 0, polygon: [[-20, 20], [20, 20], [20, -20], [-20, -20]] };
const stage: WalkArea = { id: 'stage', y: 0.8, polygon: [[-20, -4], [20, -4], [20, -20], [-20, -20]] };

describe('a throw', () => {
  it('lands ahead, on the floor, at the end of its line', () => {
    const { points, landing } = throwArc([floor], [0, 1.4, 0], [0, 0, -1]);
    expect(landing![1]).toBe(0);
    expect(landing![2]).toBeLessThan(-2);
    expect(points.at(-1)).toEqual(landing);
  });

  it('lands on the upper of two floors', () => {
    expect(throwArc([floor, stage], [0, 1.4, 0], [0, 0.5, -Math.sqrt(0.75)]).landing![1]).toBe(0.8);
  });

  it('finds nothing beside all floors', () => {
    expect(throwArc([floor], [0, 1.4, 30], [0, 0.3, Math.sqrt(0.91)]).landing).toBeNull();
    expect(throwArc([], [0, 1.4, 0], [0, 0, -1]).landing).toBeNull();
  });
});

describe('any throw', () => {
  const unit = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .filter((v) => Math.hypot(...v) > 0.1)
    .map((v) => v.map((c) => c / Math.hypot(...v)) as [number, number, number]);

  it('falls in steps, without a gap, and lands on a floor or nowhere', () => {
    fc.assert(fc.property(unit, fc.double({ min: 0.3, max: 2, noNaN: true }), (direction, height) => {
      const { points, landing } = throwArc([floor, stage], [0, height, 0], direction);
      expect(points.length).toBeLessThanOrEqual(62);
      for (let at = 1; at < points.length; at++) {
        const [a, b] = [points[at - 1]!, points[at]!];
        expect(Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])).toBeLessThan(1.6);
      }
      if (!landing) return;
      expect([0, 0.8]).toContain(landing[1]);
      expect(Math.hypot(landing[0], landing[2])).toBeLessThan(25);
    }));
  });

  it('straight up comes down where one stands', () => {
    const { landing } = throwArc([floor], [0, 1.4, 0], [0, 1, 0]);
    expect(landing![0]).toBeCloseTo(0);
    expect(landing![2]).toBeCloseTo(0);
  });
});
