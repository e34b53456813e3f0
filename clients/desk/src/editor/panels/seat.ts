/** How an exhibit stands: as the park's server puts one down (server/run/exhibits/seat.py). */

import type { Fit, Model, Vec3 } from '@/api/types';

type Box = Model['bounds'];

/** Metres: half the width that a fitted exhibit has on the floor, and its greatest height. */
export const ROOM_ON_FLOOR = 1.5;
/** Metres between a fitted exhibit in the middle of a booth and the booth's edge. */
export const ROOM_IN_BOOTH = 0.3;
const ROOM_ON_PLINTH = 1.1;
const TALLEST = 3;
const SMALLEST = 0.15;

/** Half the width that there is on a plinth. */
export const roomOn = (radius: number): number => radius * ROOM_ON_PLINTH;

/** 1 at true scale; fitted, 1 where it stands well so, else what makes it fit. */
export function scaleFor({ min, max }: Box, reach: number, fit: Fit): number {
  if (fit === 'true') return 1;
  const [wide, tall, deep] = [0, 1, 2].map((axis) => max[axis]! - min[axis]!) as Vec3;
  const width = Math.max(wide, deep, 1e-6), height = Math.max(tall, 1e-6);
  const largest = Math.min((2 * reach) / width, TALLEST / height);
  const smallest = SMALLEST / Math.max(width, height);
  return Math.min(1000, Math.max(1e-6, Math.max(Math.min(1, largest), Math.min(smallest, largest))));
}

/** Where the node of a model has to be for its foot to be at a place; not turned. */
export function standing({ bounds: { min, max } }: Pick<Model, 'bounds'>, foot: Vec3, scale: number): Vec3 {
  const middle: Vec3 = [(min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2];
  return middle.map((value, axis) => Number((foot[axis]! - scale * value).toFixed(6)) + 0) as Vec3;
}
