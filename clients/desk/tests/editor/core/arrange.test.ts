import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type Extent, moveOps, shifts } from '@/editor/core/arrange';
import { apply } from '@/editor/core/document';
import { worldOf } from '@/editor/core/space';
import type { Aligning, Vec3 } from '@/editor/core/types';

import { hallOf, node } from './scenes';

const box = (x: number, width = 1, y = 0): Extent => ({ min: [x, y, 0], max: [x + width, y + 1, 1] });
const xs = (extents: readonly Extent[], how: Aligning): number[] => shifts(extents, how, 0).map(([x]) => x);

it('brings edges and middles to one plane', () => {
  expect(xs([box(0), box(3), box(5, 3)], 'left')).toEqual([0, -3, -5]);
  expect(xs([box(0), box(3), box(5, 3)], 'right')).toEqual([7, 4, 0]);
  expect(xs([box(0), box(5, 3)], 'centre-x')).toEqual([3.5, -2.5]);
});

it('puts things on the floor', () => {
  expect(shifts([box(0, 1, 2), box(0, 1, -1)], 'floor', 0.5).map(([, y]) => y)).toEqual([-1.5, 1.5]);
});

it('makes gaps equal and leaves the outermost', () => {
  const extent = fc.record({ x: fc.integer({ min: -50, max: 50 }), width: fc.integer({ min: 1, max: 5 }) }).map(({ x, width }) => box(x, width));
  fc.assert(fc.property(fc.array(extent, { minLength: 3, maxLength: 7 }), (extents) => {
    const middle = ({ min, max }: Extent): number => min[0] + max[0];
    const moved = extents.map((one, at): Extent => {
      const [by] = shifts(extents, 'distribute-x', 0)[at]!;
      return { min: [one.min[0] + by, 0, 0], max: [one.max[0] + by, 1, 1] };
    });
    const order = extents.map((_, at) => at).sort((a, b) => middle(extents[a]!) - middle(extents[b]!));
    const room = Math.max(...extents.map(({ max }) => max[0])) - Math.min(...extents.map(({ min }) => min[0]));
    const fits = extents.reduce((sum, { min, max }) => sum + max[0] - min[0], 0) <= room;
    const gaps = order.slice(1).map((at, before) => {
      const [one, other] = [moved[order[before]!]!, moved[at]!];
      return fits ? other.min[0] - one.max[0] : middle(other) - middle(one);
    });
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!);
    if (fits) expect(Math.min(...moved.map(({ min }) => min[0]))).toBeCloseTo(Math.min(...extents.map(({ min }) => min[0])));
  }));
});

it('moves in the hall’s axes whatever a node hangs below', () => {
  const half = Math.SQRT1_2;
  const doc = hallOf({ turned: node({ rotation: [0, half, 0, half], scale: [2, 2, 2], translation: [5, 0, 0] }), child: node({ parent: 'turned', translation: [1, 0, 0] }) });
  const before = worldOf(doc, 'child').translation;
  const after = worldOf(apply(doc, moveOps(doc, new Map([['child', [1, 2, 3] as Vec3]]))), 'child').translation;
  after.forEach((value, axis) => expect(value - before[axis]!).toBeCloseTo([1, 2, 3][axis]!, 3));
  expect(moveOps(doc, new Map([['child', [0, 0, 0] as Vec3]]))).toEqual([]);
});
