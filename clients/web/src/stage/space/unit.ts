/** Units to let as boxes of air: their colours by status, and where a ray enters one. Pure. */

import type { UnitStatus } from '../../world/scene';
import type { Vec3 } from '../../world/viewer';

export type Rgb = readonly [number, number, number];

/** Told apart by hue and by brightness alike; what is said beside them says it in words too. */
export const COLOURS: Readonly<Record<UnitStatus, Rgb>> = {
  free: [0.05, 0.60, 0.36],
  held: [0.98, 0.62, 0.05],
  let: [0.38, 0.42, 0.50],
};

/** The same as the legend paints them. */
export const cssOf = (status: UnitStatus): string =>
  `rgb(${COLOURS[status].map((share) => Math.round(255 * srgb(share))).join(' ')})`;

const srgb = (linear: number): number => (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);

/** A box of a size around the middle of its floor: metres. */
export function boxOf([w, h, d]: Vec3): { min: Vec3; max: Vec3 } {
  return { min: [-w / 2, 0, -d / 2], max: [w / 2, h, d / 2] };
}

type Triple = { x: number; y: number; z: number };

/** How far along a ray, in its own axes, a box of a size begins; null when it misses or begins inside. */
export function enterBox(size: Vec3, origin: Triple, direction: Triple): number | null {
  const { min, max } = boxOf(size);
  const from: Vec3 = [origin.x, origin.y, origin.z], along: Vec3 = [direction.x, direction.y, direction.z];
  let near = -Infinity, far = Infinity;
  for (let axis = 0; axis < 3; axis++) {
    const a = (min[axis]! - from[axis]!) / along[axis]!, b = (max[axis]! - from[axis]!) / along[axis]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near > 0 && near <= far ? near : null;
}
