/** The floor as geometry: where a ray meets a walkable area, and how high one stands. Pure. */

import type { Point2, WalkArea } from '../world/scene';
import type { Vec3 } from '../world/viewer';

/** Whether a point lies inside a ring, by crossing number. */
export function insideRing(ring: readonly Point2[], x: number, z: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, zi] = ring[i]!, [xj, zj] = ring[j]!;
    if (zi > z !== zj > z && x < ((xj - xi) * (z - zi)) / (zj - zi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point lies on a walkable area, holes left out. */
export function insideArea({ polygon, holes = [] }: WalkArea, x: number, z: number): boolean {
  return insideRing(polygon, x, z) && !holes.some((hole) => insideRing(hole, x, z));
}

/** The height of the highest area below `y` at a place, or null beside all areas. */
export function floorBelow(areas: readonly WalkArea[], x: number, y: number, z: number): number | null {
  let best: number | null = null;
  for (const area of areas) {
    if (area.y > y || (best !== null && area.y <= best)) continue;
    if (insideArea(area, x, z)) best = area.y;
  }
  return best;
}

/** The nearest point where a ray going down meets an area, and how far along the ray. */
export function rayToFloor(
  areas: readonly WalkArea[], origin: Vec3, direction: Vec3, reach: number,
): { point: Vec3; distance: number } | null {
  let best: { point: Vec3; distance: number } | null = null;
  if (direction[1] >= -1e-6) return null;
  for (const area of areas) {
    const distance = (area.y - origin[1]) / direction[1];
    if (distance <= 0 || distance > Math.min(reach, best?.distance ?? Infinity)) continue;
    const x = origin[0] + direction[0] * distance, z = origin[2] + direction[2] * distance;
    if (insideArea(area, x, z)) best = { point: [x, area.y, z], distance };
  }
  return best;
}
