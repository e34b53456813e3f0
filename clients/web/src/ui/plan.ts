/** The hall seen from above, as shapes in metres: drawn by the minimap and by the plain page. */

import { insideRing } from '../walk';
import type { Point2, WalkArea } from '../world/scene';
import { worldTransform } from '../world/transform';
import type { Vec3 } from '../world/viewer';
import type { World } from '../world/world';

export interface Plan {
  /** x, z, width, depth of everything, metres. */
  box: [number, number, number, number];
  outdoor: boolean;
  /** One path for each walkable area, holes left out. */
  floors: Path2D[];
  buildings: Path2D;
  water: Path2D;
  exhibits: { at: Point2; radius: number }[];
  portals: { at: Point2; hall: string }[];
  names: { at: Point2; id: string; size: number }[];
}

/** Nobody walks on it, no building is named there, and it is this large: it is water. */
const LEAST_WATER = 600;
const MARGIN = 0.04;

export const PLAN_COLOURS = {
  beyond: '#cbd8c6', lawn: '#e4ebdc', wall: '#dedad0', floor: '#f8f7f2', building: '#fdfcf8',
  edge: '#a99f88', water: '#b7d3de', exhibit: '#b07a48', portal: '#1f5a41',
};

/** Draw up the plan of the hall that the world mirrors. */
export function drawUp(world: World): Plan | null {
  const { hall } = world;
  if (!hall) return null;
  const plan: Plan = {
    box: boxOf(hall.walk.areas) ?? [
      hall.bounds.min[0], hall.bounds.min[2],
      hall.bounds.max[0] - hall.bounds.min[0], hall.bounds.max[2] - hall.bounds.min[2],
    ],
    outdoor: hall.kind === 'outdoor',
    floors: hall.walk.areas.map(floorPath),
    buildings: new Path2D(),
    water: new Path2D(),
    exhibits: [],
    portals: [],
    names: [],
  };
  if (plan.outdoor) addHoles(world, hall.walk.areas, plan);
  for (const id of world.nodes.keys()) addNode(world, id, plan);
  return plan;
}

/** Draw it on a context whose unit is the metre; `pixel` is the length of one, in metres. */
export function paintPlan(context: CanvasRenderingContext2D, plan: Plan, pixel: number): void {
  context.fillStyle = plan.outdoor ? PLAN_COLOURS.lawn : PLAN_COLOURS.floor;
  for (const floor of plan.floors) context.fill(floor, 'evenodd');
  context.fillStyle = PLAN_COLOURS.water;
  context.fill(plan.water);
  context.fillStyle = PLAN_COLOURS.building;
  context.fill(plan.buildings);
  context.strokeStyle = PLAN_COLOURS.edge;
  context.lineWidth = pixel;
  context.stroke(plan.buildings);
  if (plan.outdoor) {
    // Bridges and terraces lie over what is below them.
    context.fillStyle = PLAN_COLOURS.floor;
    for (const floor of plan.floors.slice(1)) context.fill(floor, 'evenodd');
  }
  context.fillStyle = PLAN_COLOURS.exhibit;
  for (const { at, radius } of plan.exhibits) dot(context, at, Math.max(radius, 2.2 * pixel));
  for (const { at } of plan.portals) {
    context.fillStyle = '#fff';
    dot(context, at, 5.5 * pixel);
    context.fillStyle = PLAN_COLOURS.portal;
    dot(context, at, 4 * pixel);
  }
}

export function dot(context: CanvasRenderingContext2D, [x, z]: Point2, radius: number): void {
  context.beginPath();
  context.arc(x, z, radius, 0, 2 * Math.PI);
  context.fill();
}

function boxOf(areas: WalkArea[]): Plan['box'] | null {
  const points = areas.flatMap(({ polygon }) => polygon);
  if (!points.length) return null;
  const xs = points.map(([x]) => x), zs = points.map(([, z]) => z);
  const [x, z] = [Math.min(...xs), Math.min(...zs)];
  const [width, depth] = [Math.max(...xs) - x, Math.max(...zs) - z];
  const margin = Math.max(width, depth) * MARGIN;
  return [x - margin, z - margin, width + 2 * margin, depth + 2 * margin];
}

function floorPath({ polygon, holes }: WalkArea): Path2D {
  const path = new Path2D();
  for (const ring of [polygon, ...(holes ?? [])]) trace(path, ring);
  return path;
}

/** Out of doors what the ground leaves out is a building, when one is named there, or water. */
function addHoles(world: World, areas: WalkArea[], plan: Plan): void {
  const named = [...world.nodes].filter(([, { kind }]) => kind === 'group' || kind === 'model')
    .map(([id]) => ({ id, at: flat(worldTransform(world, id).translation) }));
  for (const hole of areas.flatMap(({ holes }) => holes ?? [])) {
    const owner = named.find(({ at }) => insideRing(hole, at[0], at[1]) && (at[0] !== 0 || at[1] !== 0));
    const size = Math.sqrt(Math.abs(areaOf(hole)));
    const isWater = !owner && size * size > LEAST_WATER;
    trace(isWater ? plan.water : plan.buildings, hole);
    if (owner) plan.names.push({ at: centreOf(hole), id: owner.id, size });
  }
}

function addNode(world: World, id: string, plan: Plan): void {
  const node = world.nodes.get(id)!;
  if (node.kind === 'portal' && node.portal) {
    plan.portals.push({ at: flat(worldTransform(world, id).translation), hall: node.portal.hall });
  } else if (node.kind === 'exhibit' && node.model) {
    plan.exhibits.push({ at: flat(worldTransform(world, id).translation), radius: radiusOf(world, id) });
  }
}

function radiusOf(world: World, id: string): number {
  const { min, max } = world.nodes.get(id)!.model!.bounds;
  return Math.min(1.6, Math.max(0.4, Math.max(max[0] - min[0], max[2] - min[2]) / 2));
}

const flat = ([x, , z]: Vec3): Point2 => [x, z];

function areaOf(ring: readonly Point2[]): number {
  return ring.reduce((sum, [x, z], i) => {
    const [nx, nz] = ring[(i + 1) % ring.length]!;
    return sum + (x * nz - nx * z) / 2;
  }, 0);
}

function centreOf(ring: readonly Point2[]): Point2 {
  const xs = ring.map(([x]) => x), zs = ring.map(([, z]) => z);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...zs) + Math.max(...zs)) / 2];
}

function trace(path: Path2D, ring: readonly Point2[]): void {
  ring.forEach(([x, z], i) => (i ? path.lineTo(x, z) : path.moveTo(x, z)));
  path.closePath();
}
