/** Where something that is moved comes to rest: in line with a neighbour, else on the grid. Pure. */

import type { Vec3 } from '../world/viewer';
import type { Extent } from './api';

/** A line by which two things are level, to be shown while they are. */
export interface Guide {
  axis: 0 | 1 | 2;
  at: number;
  neighbour: Extent;
}

/** The nearest multiple of `step`. */
export const toGrid = (value: number, step: number): number => (step > 0 ? Math.round(value / step) * step : value);

const edges = ({ min, max }: Extent, axis: number): number[] => [min[axis]!, (min[axis]! + max[axis]!) / 2, max[axis]!];

/** How far to move along an axis so that an edge or the middle meets a neighbour's; null when none is near. */
export function toNeighbour(
  moving: Extent, neighbours: readonly Extent[], axis: 0 | 1 | 2, reach: number,
): { shift: number; guide: Guide } | null {
  let best: { shift: number; guide: Guide } | null = null;
  for (const neighbour of neighbours) {
    for (const line of edges(neighbour, axis)) {
      for (const edge of edges(moving, axis)) {
        const shift = line - edge;
        if (Math.abs(shift) > reach || (best && Math.abs(shift) >= Math.abs(best.shift))) continue;
        best = { shift, guide: { axis, at: line, neighbour } };
      }
    }
  }
  return best;
}

/**
 * How far to move what was moved freely, on the axes that are free: neighbours within half a step
 * come before the grid on which `pivot` lies.
 */
export function settle(
  pivot: Vec3, moving: Extent, neighbours: readonly Extent[], axes: readonly (0 | 1 | 2)[], step: number,
): { shift: Vec3; guides: Guide[] } {
  const shift: Vec3 = [0, 0, 0];
  const guides: Guide[] = [];
  for (const axis of axes) {
    const near = toNeighbour(moving, neighbours, axis, Math.min(step / 2, 0.15));
    if (near) guides.push(near.guide);
    shift[axis] = near ? near.shift : toGrid(pivot[axis], step) - pivot[axis];
  }
  return { shift, guides };
}
