/** A hall seen from above, in metres: x to the right, z down. */

import { multiply, rotate } from '@web/world/transform';
import type { Quat, Vec3 } from '@web/world/viewer';

import type { Localised, Scene, SceneNode } from '@/api/types';

export type Point = [x: number, z: number];

export interface Plan {
  hall: string;
  outdoor: boolean;
  /** Least x and z, width, depth. */
  box: [number, number, number, number];
  floors: { outline: Point[]; holes: Point[][] }[];
  exhibits: { id: string; name: Localised; at: Point; radius: number }[];
  portals: { id: string; at: Point; hall: string }[];
}

interface WalkArea {
  polygon: Point[];
  holes?: Point[][];
}

const MARGIN = 0.03;
const LEAST_RADIUS = 0.4;

export function planOf(scene: Scene): Plan {
  const { id, kind, walk } = scene.hall as unknown as { id: string; kind: string; walk: { areas: WalkArea[] } };
  const floors = walk.areas.map(({ polygon, holes = [] }) => ({ outline: polygon, holes }));
  const nodes = Object.entries(scene.nodes);
  return {
    hall: id, outdoor: kind === 'outdoor', floors, box: boxOf(floors.flatMap(({ outline }) => outline)),
    exhibits: nodes.filter(([, node]) => node.kind === 'exhibit').map(([name, node]) => ({
      id: name, name: titleOf(node, name), at: placeOf(scene.nodes, name), radius: radiusOf(node),
    })),
    portals: nodes.filter(([, node]) => node.kind === 'portal').map(([name, node]) => ({
      id: name, at: placeOf(scene.nodes, name), hall: (node['portal'] as { hall?: string } | undefined)?.hall ?? '',
    })),
  };
}

/** Everything that one can walk on, with a little around it. */
function boxOf(points: readonly Point[]): Plan['box'] {
  if (!points.length) return [-10, -10, 20, 20];
  const [xs, zs] = [points.map(([x]) => x), points.map(([, z]) => z)];
  const [x, z] = [Math.min(...xs), Math.min(...zs)];
  const [width, depth] = [Math.max(...xs) - x, Math.max(...zs) - z];
  const around = Math.max(width, depth) * MARGIN;
  return [x - around, z - around, width + 2 * around, depth + 2 * around];
}

function titleOf(node: SceneNode, id: string): Localised {
  const card = node['card'] as { title?: Localised } | undefined;
  return card?.title ?? node.name ?? { zh: id, en: id };
}

function radiusOf(node: SceneNode): number {
  const bounds = (node['model'] as { bounds?: { min: Vec3; max: Vec3 } } | undefined)?.bounds;
  if (!bounds) return LEAST_RADIUS;
  const scale = (node['scale'] as Vec3 | undefined) ?? [1, 1, 1];
  const side = (axis: 0 | 2): number => Math.abs((bounds.max[axis] - bounds.min[axis]) * scale[axis]);
  return Math.max(LEAST_RADIUS, Math.min(side(0), side(2)) / 2);
}

/** Where a node stands, after the transforms of its parents. */
export function placeOf(nodes: Record<string, SceneNode>, id: string): Point {
  const chain: SceneNode[] = [];
  for (let at: string | null | undefined = id; at && nodes[at] && chain.length < 32; at = nodes[at]!.parent) chain.unshift(nodes[at]!);
  let [position, turn, size]: [Vec3, Quat, Vec3] = [[0, 0, 0], [0, 0, 0, 1], [1, 1, 1]];
  for (const node of chain) {
    const [tx, ty, tz] = (node['translation'] as Vec3 | undefined) ?? [0, 0, 0];
    const [x, y, z] = rotate(turn, [tx * size[0], ty * size[1], tz * size[2]]);
    position = [position[0] + x, position[1] + y, position[2] + z];
    turn = multiply(turn, (node['rotation'] as Quat | undefined) ?? [0, 0, 0, 1]);
    const [sx, sy, sz] = (node['scale'] as Vec3 | undefined) ?? [1, 1, 1];
    size = [size[0] * sx, size[1] * sy, size[2] * sz];
  }
  return [position[0], position[2]];
}

/** A floor as an SVG path, its holes left out by the even-odd rule. */
export function pathOf({ outline, holes }: Plan['floors'][number]): string {
  return [outline, ...holes].map((ring) => `M${ring.map(([x, z]) => `${x.toFixed(2)} ${z.toFixed(2)}`).join('L')}Z`).join('');
}
