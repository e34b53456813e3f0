/** The hall seen from above, as shapes in metres: drawn by the minimap and by the plain page. */

import type { Point2 } from '../world/scene';
import { rotate, worldTransform } from '../world/transform';
import type { Vec3 } from '../world/viewer';
import type { World } from '../world/world';

export interface Plan {
  /** x, z, width, depth of everything, metres. */
  box: [number, number, number, number];
  outdoor: boolean;
  floor: Path2D;
  buildings: Path2D;
  exhibits: { at: Point2; radius: number }[];
  portals: { at: Point2; hall: string }[];
  names: { at: Point2; id: string; size: number }[];
}

/** Smaller things than this are furniture, not buildings. */
const LEAST_BUILDING = 5;

/** Draw up the plan of the hall that the world mirrors. */
export function drawUp(world: World): Plan | null {
  const { hall } = world;
  if (!hall) return null;
  const { min, max } = hall.bounds;
  const plan: Plan = {
    box: [min[0], min[2], max[0] - min[0], max[2] - min[2]],
    outdoor: hall.kind === 'outdoor',
    floor: new Path2D(),
    buildings: new Path2D(),
    exhibits: [],
    portals: [],
    names: [],
  };
  for (const { polygon, holes } of hall.walk.areas) {
    for (const ring of [polygon, ...(holes ?? [])]) trace(plan.floor, ring);
  }
  for (const id of world.nodes.keys()) addNode(world, id, plan);
  return plan;
}

function addNode(world: World, id: string, plan: Plan): void {
  const node = world.nodes.get(id)!;
  if (node.kind === 'portal' && node.portal) {
    plan.portals.push({ at: flat(worldTransform(world, id).translation), hall: node.portal.hall });
  } else if (node.kind === 'exhibit' && node.model) {
    plan.exhibits.push({ at: flat(worldTransform(world, id).translation), radius: radiusOf(world, id) });
  } else if (node.kind === 'model' && node.model?.role === 'architecture' && plan.outdoor) {
    addBuilding(world, id, plan);
  }
}

function radiusOf(world: World, id: string): number {
  const { min, max } = world.nodes.get(id)!.model!.bounds;
  return Math.min(3, Math.max(0.5, Math.max(max[0] - min[0], max[2] - min[2]) / 2));
}

function addBuilding(world: World, id: string, plan: Plan): void {
  const corners = footprint(world, id);
  const size = Math.hypot(corners[2]![0] - corners[0]![0], corners[2]![1] - corners[0]![1]);
  const [, , width, depth] = plan.box;
  if (size < LEAST_BUILDING || size > 0.5 * Math.hypot(width, depth)) return;
  trace(plan.buildings, corners);
  const at: Point2 = [
    (corners[0]![0] + corners[2]![0]) / 2, (corners[0]![1] + corners[2]![1]) / 2,
  ];
  plan.names.push({ at, id, size });
}

/** The four corners of a model's box on the ground. */
function footprint(world: World, id: string): Point2[] {
  const { min, max } = world.nodes.get(id)!.model!.bounds;
  const { translation, rotation, scale } = worldTransform(world, id);
  const corners: Point2[] = [
    [min[0], min[2]], [max[0], min[2]], [max[0], max[2]], [min[0], max[2]],
  ];
  return corners.map(([x, z]) => {
    const turned = rotate(rotation, [x * scale[0], 0, z * scale[2]]);
    return [turned[0] + translation[0], turned[2] + translation[2]];
  });
}

const flat = ([x, , z]: Vec3): Point2 => [x, z];

function trace(path: Path2D, ring: readonly Point2[]): void {
  ring.forEach(([x, z], i) => (i ? path.lineTo(x, z) : path.moveTo(x, z)));
  path.closePath();
}
