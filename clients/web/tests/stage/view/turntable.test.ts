import fc from 'fast-check';
import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { shortestTurn, Turntable } from '../../../src/stage/view/turntable';

const box = { min: [1, 0, -1], max: [3, 2, 1] } as { min: [number, number, number]; max: [number, number, number] };

describe('a turntable', () => {
  it('turns about the middle of what stands on it', () => {
    const table = new Turntable();
    table.centre(box);
    table.set(Math.PI / 2);
    const corner = new Vector3(3, 1, 0).applyMatrix4(table.group.matrix);
    expect(corner.toArray().map((value) => Number(value.toFixed(6)))).toEqual([2, 1, -1]);
    expect(new Vector3(2, 0, 0).applyMatrix4(table.group.matrix).distanceTo(new Vector3(2, 0, 0))).toBeLessThan(1e-9);
  });

  it('goes the shorter way round, and comes to rest', () => {
    fc.assert(fc.property(fc.double({ min: -7, max: 7, noNaN: true }), fc.double({ min: -7, max: 7, noNaN: true }), (from, to) => {
      const way = shortestTurn(from, to);
      expect(Math.abs(way)).toBeLessThanOrEqual(Math.PI + 1e-9);
      expect(Math.cos(from + way)).toBeCloseTo(Math.cos(to), 6);
      const table = new Turntable();
      table.set(from);
      for (let frame = 0; frame < 200; frame++) table.towards(to, 0.1, false);
      expect(table.towards(to, 0.1, false)).toBe(false);
      expect(Math.cos(table.angle)).toBeCloseTo(Math.cos(to), 3);
    }));
  });

  it('is there at once for who wants no motion', () => {
    const table = new Turntable();
    expect(table.towards(3, 0.01, true)).toBe(true);
    expect(table.angle).toBe(3);
  });
});
