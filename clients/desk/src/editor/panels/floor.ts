/** Walkable areas while they are drawn: areas, holes, and links that join them. */

import type { Finding, Vec3 } from '@/api/types';

import type { DrawnPolygon, Hall } from '../core/types';

export type Floor = Hall['walk'];
export type Area = Floor['areas'][number];
export type Link = NonNullable<Floor['links']>[number];
export type Point = [x: number, z: number];
type Ring = readonly (readonly [number, number])[];

const round = (value: number): number => Number(value.toFixed(3)) + 0;
const tidy = (ring: Ring): Point[] => ring.map(([x, z]): Point => [round(x), round(z)]);

/** Twice the area, positive when counter-clockwise seen from above (x right, z down the page). */
const turn = (ring: Ring): number => ring.reduce((sum, [x, z], at) => {
  const [nx, nz] = ring[(at + 1) % ring.length]!;
  return sum + x * nz - nx * z;
}, 0);

/** Square metres. */
export const measure = (area: Area): number =>
  Math.abs(turn(area.polygon)) / 2 - (area.holes ?? []).reduce((sum, hole) => sum + Math.abs(turn(hole)) / 2, 0);

/** The ring that is being shaped: an area's outline, or one of its holes. */
export interface Chosen {
  area: number;
  hole: number | null;
}

/** What is drawn on the canvas: each area with its holes, and the chosen hole by itself to be shaped. */
export function drawn(floor: Floor, { area: chosen, hole: index }: Chosen): DrawnPolygon[] {
  return floor.areas.flatMap((area, at): DrawnPolygon[] => {
    const hole = at === chosen && index !== null ? area.holes?.[index] : undefined;
    const outline: DrawnPolygon = { id: `area:${at}`, points: area.polygon, y: area.y, holes: area.holes ?? [] };
    return hole ? [outline, { id: `hole:${at}:${index}`, points: hole, y: area.y }] : [outline];
  });
}

/** The floor with a polygon as it was drawn; a ring of fewer than three corners goes. */
export function redrawn(floor: Floor, id: string, points: Ring): Floor {
  const [what, area, hole] = id.split(':');
  const at = Number(area);
  const change = (one: Area): Area => {
    if (what === 'area') return { ...one, polygon: tidy(points) };
    const holes = (one.holes ?? []).map((ring, index) => (index === Number(hole) ? tidy(points) : ring)).filter((ring) => ring.length > 2);
    return { ...one, holes };
  };
  const areas = floor.areas.map((one, index) => (index === at ? change(one) : one)).filter(({ polygon }) => polygon.length > 2);
  return { ...floor, areas };
}

const square = ([x, , z]: Vec3, half: number): Point[] => tidy([[x - half, z - half], [x + half, z - half], [x + half, z + half], [x - half, z + half]]);

/** A new square area around a place on the floor. */
export function withArea(floor: Floor, at: Vec3, half = 2): Floor {
  const taken = new Set(floor.areas.map(({ id }) => id));
  let number = floor.areas.length + 1;
  while (taken.has(`area-${number}`)) number++;
  return { ...floor, areas: [...floor.areas, { id: `area-${number}`, y: round(at[1]), polygon: square(at, half), holes: [] }] };
}

/** A new square hole in an area, around a place. */
export const withHole = (floor: Floor, area: number, at: Vec3, half = 0.5): Floor => ({
  ...floor, areas: floor.areas.map((one, index) => (index === area ? { ...one, holes: [...(one.holes ?? []), square(at, half).toReversed()] } : one)),
});
/** The floor without an area, and without the links that ended there. */
export function withoutArea(floor: Floor, area: number): Floor {
  const gone = floor.areas[area];
  const areas = floor.areas.filter((_, index) => index !== area);
  const stays = (end: Vec3): boolean => areas.some((one) => isNear(one, end)) || !gone || !isNear(gone, end);
  return { ...floor, areas, links: (floor.links ?? []).filter(({ from, to }) => stays(from) && stays(to)) };
}
export const withoutHole = (floor: Floor, area: number, hole: number): Floor => ({
  ...floor, areas: floor.areas.map((one, index) => (index === area ? { ...one, holes: (one.holes ?? []).filter((_, at) => at !== hole) } : one)),
});
export const withLevel = (floor: Floor, area: number, y: number): Floor => ({
  ...floor, areas: floor.areas.map((one, index) => (index === area ? { ...one, y } : one)),
});

/** A link between the nearest corners of two areas. */
export function withLink(floor: Floor, a: number, b: number): Floor {
  const [one, other] = [floor.areas[a], floor.areas[b]];
  if (!one || !other || a === b) return floor;
  let best: { far: number; link: Link } | null = null;
  for (const p of edgePoints(one.polygon)) {
    for (const q of edgePoints(other.polygon)) {
      const far = Math.hypot(p[0] - q[0], p[1] - q[1]);
      if (!best || far < best.far) best = { far, link: { from: [p[0], one.y, p[1]], to: [q[0], other.y, q[1]] } };
    }
  }
  return best ? { ...floor, links: [...(floor.links ?? []), best.link] } : floor;
}
export const withoutLink = (floor: Floor, link: number): Floor => ({ ...floor, links: (floor.links ?? []).filter((_, at) => at !== link) });

/** Corners and middles of the edges. */
const edgePoints = (ring: Ring): Point[] => tidy(ring.flatMap(([x, z], at) => {
  const [nx, nz] = ring[(at + 1) % ring.length]!;
  return [[x, z], [(x + nx) / 2, (z + nz) / 2]] as Point[];
}));

/** Whether a place lies in an area or within a metre of its edge, as ends of links may. */
function isNear({ polygon, y }: Area, [px, py, pz]: Vec3): boolean {
  if (Math.abs(py - y) > 1) return false;
  let inside = false, nearest = Infinity;
  polygon.forEach(([x, z], at) => {
    const [nx, nz] = polygon[(at + 1) % polygon.length]!;
    if (z > pz !== nz > pz && px < ((nx - x) * (pz - z)) / (nz - z) + x) inside = !inside;
    const [dx, dz] = [nx - x, nz - z];
    const u = Math.min(1, Math.max(0, ((px - x) * dx + (pz - z) * dz) / (dx * dx + dz * dz || 1)));
    nearest = Math.min(nearest, Math.hypot(px - x - u * dx, pz - z - u * dz));
  });
  return inside || nearest <= 1;
}

/** Findings about one area, its outline or its holes. */
export const about = (findings: readonly Finding[], area: number): Finding[] => findings.filter(({ pointer }) => pointer.startsWith(`/walk/areas/${area}/`));
export const aboutLink = (findings: readonly Finding[], link: number): Finding[] => findings.filter(({ pointer }) => pointer.startsWith(`/walk/links/${link}/`) || pointer === `/walk/links/${link}`);
