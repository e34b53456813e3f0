import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { declutter, type Spot } from '../../src/text3d/declutter';

const spot = (azimuth: number, elevation: number): Spot => ({ azimuth, elevation, halfWidth: 0.05, halfHeight: 0.01 });

describe('declutter', () => {
  it('leaves labels that do not meet', () => {
    expect(declutter([spot(0, 0), spot(0.2, 0), spot(0, 0.1)])).toEqual([0, 0, 0.1]);
  });

  it('lifts the higher of two that meet', () => {
    const [low, high] = declutter([spot(0, 0), spot(0.02, 0.005)]);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.02, 3);
  });

  it('leaves no two on one another, and only ever lifts', () => {
    const some = fc.array(fc.tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true })), { maxLength: 18 });
    fc.assert(fc.property(some, (raw) => {
      const spots = raw.map(([azimuth, elevation]) => spot(azimuth, elevation));
      const settled = declutter(spots);
      settled.forEach((elevation, at) => {
        expect(elevation).toBeGreaterThanOrEqual(spots[at]!.elevation);
        settled.slice(at + 1).forEach((other, ahead) => {
          const beside = Math.abs(spots[at]!.azimuth - spots[at + 1 + ahead]!.azimuth) >= 0.1;
          expect(beside || Math.abs(elevation - other) >= 0.02 - 1e-9).toBe(true);
        });
      });
    }));
  });
});
