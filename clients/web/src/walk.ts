/**
 * Where feet may be: the walkable areas of a hall and the links between them.
 *
 * An area is a flat polygon with holes; a link is a narrow ramp from one area to another. A walker
 * stands on whichever surface under them is nearest in height, and slides along edges.
 */

import type { Hall, Point2, WalkArea, WalkLink } from './world/scene';
import type { Vec3 } from './world/viewer';

/** As high as one steps without a link, metres. */
const STEP = 0.55;
/** Half the width of a link, metres. */
const LINK_REACH = 0.9;
/** How far inside an edge a slide ends, metres. */
const INSET = 0.004;

interface Surface {
  /** The floor's height at a point of the plan, or null beside the surface. */
  height(x: number, z: number): number | null;
  /** The nearest point of the surface, seen in plan. */
  nearest(x: number, z: number): Vec3;
}

/** Whether a point lies inside a ring, by counting the edges it passes under. */
export function insideRing(ring: readonly Point2[], x: number, z: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, zi] = ring[i]!, [xj, zj] = ring[j]!;
    if (zi > z !== zj > z && x < ((xj - xi) * (z - zi)) / (zj - zi) + xi) inside = !inside;
  }
  return inside;
}

function nearestOnSegment(a: Point2, b: Point2, x: number, z: number): { u: number; point: Point2 } {
  const dx = b[0] - a[0], dz = b[1] - a[1];
  const length = dx * dx + dz * dz;
  const along = length ? ((x - a[0]) * dx + (z - a[1]) * dz) / length : 0;
  const u = Math.min(1, Math.max(0, along));
  return { u, point: [a[0] + u * dx, a[1] + u * dz] };
}

class AreaSurface implements Surface {
  private readonly rings: Point2[][];
  private readonly box: [number, number, number, number];

  constructor(private readonly area: WalkArea) {
    this.rings = [area.polygon, ...(area.holes ?? [])];
    const xs = area.polygon.map(([x]) => x), zs = area.polygon.map(([, z]) => z);
    this.box = [Math.min(...xs), Math.min(...zs), Math.max(...xs), Math.max(...zs)];
  }

  height(x: number, z: number): number | null {
    const [x0, z0, x1, z1] = this.box;
    if (x < x0 || x > x1 || z < z0 || z > z1) return null;
    const [outline, ...holes] = this.rings;
    if (!insideRing(outline!, x, z)) return null;
    return holes.some((hole) => insideRing(hole, x, z)) ? null : this.area.y;
  }

  nearest(x: number, z: number): Vec3 {
    if (this.height(x, z) !== null) return [x, this.area.y, z];
    let best: Point2 = this.area.polygon[0]!;
    let least = Infinity;
    for (const ring of this.rings) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const { point } = nearestOnSegment(ring[j]!, ring[i]!, x, z);
        const metres = Math.hypot(point[0] - x, point[1] - z);
        if (metres < least) [least, best] = [metres, point];
      }
    }
    return this.inset(best, x, z, least);
  }

  /** A little beyond the edge, seen from outside; the edge itself when a corner is too sharp. */
  private inset(edge: Point2, x: number, z: number, metres: number): Vec3 {
    const scale = INSET / (metres || 1);
    const px = edge[0] + (edge[0] - x) * scale, pz = edge[1] + (edge[1] - z) * scale;
    const inside = this.height(px, pz) !== null;
    return [inside ? px : edge[0], this.area.y, inside ? pz : edge[1]];
  }
}

class LinkSurface implements Surface {
  constructor(private readonly link: WalkLink) {}

  height(x: number, z: number): number | null {
    const { u, point } = this.project(x, z);
    if (Math.hypot(point[0] - x, point[1] - z) > LINK_REACH) return null;
    const { from, to } = this.link;
    return from[1] + (to[1] - from[1]) * u;
  }

  nearest(x: number, z: number): Vec3 {
    const { u, point } = this.project(x, z);
    const { from, to } = this.link;
    return [point[0], from[1] + (to[1] - from[1]) * u, point[1]];
  }

  private project(x: number, z: number): { u: number; point: Point2 } {
    const { from, to } = this.link;
    return nearestOnSegment([from[0], from[2]], [to[0], to[2]], x, z);
  }
}

export class WalkGround {
  private readonly areas: AreaSurface[];
  private readonly surfaces: Surface[];

  constructor(walk: Hall['walk']) {
    this.areas = walk.areas.map((area) => new AreaSurface(area));
    this.surfaces = [...this.areas, ...(walk.links ?? []).map((link) => new LinkSurface(link))];
  }

  /** The floor under a point for somebody whose feet are at about `y`; null where nobody walks. */
  height(x: number, z: number, y: number, reach = STEP): number | null {
    let best: number | null = null;
    for (const surface of this.surfaces) {
      const found = surface.height(x, z);
      if (found === null || Math.abs(found - y) > reach) continue;
      if (best === null || Math.abs(found - y) < Math.abs(best - y)) best = found;
    }
    return best;
  }

  /** Where a step ends: there, or along the edge that is in the way, or where one stood. */
  step(from: Vec3, dx: number, dz: number): Vec3 {
    const x = from[0] + dx, z = from[2] + dz;
    const level = this.height(x, z, from[1]);
    if (level !== null) return [x, level, z];
    const stride = Math.hypot(dx, dz);
    let best: Vec3 = from, least = Infinity;
    for (const surface of this.surfaces) {
      const there = surface.nearest(x, z);
      if (Math.abs(there[1] - from[1]) > STEP) continue;
      if (Math.hypot(there[0] - from[0], there[2] - from[2]) > stride * 1.01 + INSET) continue;
      const metres = Math.hypot(there[0] - x, there[2] - z);
      if (metres < least) [least, best] = [metres, there];
    }
    return best;
  }

  /** The walkable place nearest to a point, heights counted double; null without any area. */
  nearest(point: Vec3): Vec3 | null {
    let best: Vec3 | null = null, least = Infinity;
    for (const area of this.areas) {
      const there = area.nearest(point[0], point[2]);
      const metres = Math.hypot(
        there[0] - point[0], 2 * (there[1] - point[1]), there[2] - point[2],
      );
      if (metres < least) [least, best] = [metres, there];
    }
    return best;
  }

  /** Where pointing at `point` lets one stand: there, or within `reach` of it; else null. */
  land(point: Vec3, reach = 0.6): Vec3 | null {
    const level = this.height(point[0], point[2], point[1], 1);
    if (level !== null) return [point[0], level, point[2]];
    const near = this.nearest(point);
    if (!near || (Math.abs(near[1] - point[1]) > 1 && reach !== Infinity)) return null;
    return Math.hypot(near[0] - point[0], near[2] - point[2]) <= reach ? near : null;
  }

  /** Whether one can go straight from a to b, tried every quarter metre. */
  straight(a: Vec3, b: Vec3): boolean {
    const metres = Math.hypot(b[0] - a[0], b[2] - a[2]);
    const steps = Math.ceil(metres * 4);
    let y = a[1];
    for (let i = 1; i <= steps; i++) {
      const level = this.height(a[0] + ((b[0] - a[0]) * i) / steps, a[2] + ((b[2] - a[2]) * i) / steps, y);
      if (level === null) return false;
      y = level;
    }
    return Math.abs(y - b[1]) < 0.1;
  }
}
