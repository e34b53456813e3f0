/** Where a booth's sign is: metres from the middle of its floor, its open side towards +Z. Pure. */

import type { BoothSpace, BoothTenant } from '../../world/scene';

/** A flat part of a sign that faces +Z; `up` and `out` are of its middle. */
export interface Surface {
  width: number;
  height: number;
  up: number;
  out: number;
}

const FASCIA_HEIGHT = 0.5;
const FASCIA_DEPTH = 0.07;
const WALL_HEIGHT = 1.5;
/** The sign on the wall hangs at this height, where one reads standing, metres. */
const WALL_UP = 1.72;
const OFF_THE_WALL = 0.2;

/** The board over the open side, below a canopy where there is one. */
export function fasciaOf({ width, depth, height }: BoothSpace): Surface {
  return { width, height: FASCIA_HEIGHT, up: height - FASCIA_HEIGHT / 2, out: depth / 2 - 0.01 };
}

export const fasciaDepth = FASCIA_DEPTH;

/** The board on the back wall; lower in a low booth. */
export function backOf({ width, depth, height }: BoothSpace): Surface {
  const most = height - FASCIA_HEIGHT - WALL_HEIGHT / 2 - 0.12;
  return { width: width * 0.86, height: WALL_HEIGHT, up: Math.max(0.7, Math.min(WALL_UP, most)), out: -depth / 2 + OFF_THE_WALL };
}

export const hasLogo = (tenant: BoothTenant): boolean => Boolean(tenant.logo);

/** Where a ray from `origin` along `direction`, both in the booth's axes, meets a surface from its front. */
export function throughSurface(
  { width, height, up, out }: Surface, origin: { x: number; y: number; z: number }, direction: { x: number; y: number; z: number },
): number | null {
  if (direction.z >= 0 || origin.z < out) return null;
  const far = (out - origin.z) / direction.z;
  const x = origin.x + direction.x * far, y = origin.y + direction.y * far;
  return Math.abs(x) <= width / 2 && Math.abs(y - up) <= height / 2 ? far : null;
}
