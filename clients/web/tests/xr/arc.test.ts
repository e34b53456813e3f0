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
