import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Extent } from '../../src/workshop/api';
import { settle, toGrid, toNeighbour } from '../../src/workshop/snapping';

const box = (x: number, width = 1): Extent => ({ min: [x, 0, 0], max: [x + width, 1, 1] });

it('rests on the grid when no neighbour is near', () => {
  fc.assert(fc.property(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(0.1, 0.25, 1), (x, step) => {
    const { shift, guides } = settle([x, 0, 0], box(x), [], [0], step);
    expect(toGrid(x + shift[0], step)).toBeCloseTo(x + shift[0], 6);
    expect(Math.abs(shift[0])).toBeLessThanOrEqual(step / 2 + 1e-9);
    expect([shift[1], shift[2], guides.length]).toEqual([0, 0, 0]);
  }));
});

it('comes into line with a neighbour’s edge or middle before the grid', () => {
  const { shift, guides } = settle([3.07, 0, 0], box(3.07), [box(3, 4)], [0], 0.5);
  expect(shift[0]).toBeCloseTo(-0.07);
  expect(guides).toMatchObject([{ axis: 0, at: 3 }]);
  expect(toNeighbour(box(4.6, 1), [box(3, 4)], 0, 0.15)!.shift).toBeCloseTo(-0.1);
  expect(toNeighbour(box(20), [box(3, 4)], 0, 0.15)).toBeNull();
});

it('leaves axes alone that are not held', () => {
  expect(settle([0.4, 0.4, 0.4], box(0.4), [], [1], 1).shift).toEqual([0, -0.4, 0]);
});
