/** Nodes in line: edges or middles brought to one plane, gaps made equal. */

import { eachAxis, tidy, within, worldOf } from './space';
import type { Aligning, Operation, SceneDoc, Vec3 } from './types';

/** The upright box around what a node shows, in the hall's axes; metres. */
export interface Extent {
  min: Vec3;
  max: Vec3;
}

type Edge = 'min' | 'middle' | 'max';

const EDGES: Readonly<Record<string, [axis: 0 | 1 | 2, edge: Edge]>> = {
  left: [0, 'min'], 'centre-x': [0, 'middle'], right: [0, 'max'],
  floor: [1, 'min'], 'centre-y': [1, 'middle'], top: [1, 'max'],
  back: [2, 'min'], 'centre-z': [2, 'middle'], front: [2, 'max'],
};
const AXES: Readonly<Record<string, 0 | 1 | 2>> = { 'distribute-x': 0, 'distribute-y': 1, 'distribute-z': 2 };

const at = ({ min, max }: Extent, axis: number, edge: Edge): number =>
  edge === 'middle' ? (min[axis]! + max[axis]!) / 2 : edge === 'min' ? min[axis]! : max[axis]!;

/** The box around several. */
export function around(extents: readonly Extent[]): Extent {
  return {
    min: eachAxis((axis) => Math.min(...extents.map(({ min }) => min[axis]))),
    max: eachAxis((axis) => Math.max(...extents.map(({ max }) => max[axis]))),
  };
}

/** How far each moves, metres in the hall's axes; `floor` is the level that `floor` brings them to. */
export function shifts(extents: readonly Extent[], how: Aligning, floor: number): Vec3[] {
  const spread = AXES[how];
  if (spread !== undefined) return distributed(extents, spread);
  const [axis, edge] = EDGES[how]!;
  const line = how === 'floor' ? floor : at(around(extents), axis, edge);
  return extents.map((extent) => along(axis, line - at(extent, axis, edge)));
}

/** Equal gaps between neighbours, or equal steps from middle to middle where there is no room for gaps. */
function distributed(extents: readonly Extent[], axis: 0 | 1 | 2): Vec3[] {
  const middles = extents.map((extent) => at(extent, axis, 'middle'));
  const order = extents.map((_, index) => index).sort((a, b) => middles[a]! - middles[b]!);
  const size = ({ min, max }: Extent): number => max[axis] - min[axis];
  const whole = around(extents), steps = Math.max(1, extents.length - 1);
  const gap = (size(whole) - extents.reduce((sum, extent) => sum + size(extent), 0)) / steps;
  const [first, last] = [middles[order[0]!]!, middles[order.at(-1)!]!];
  const moves = extents.map((): Vec3 => [0, 0, 0]);
  let next = whole.min[axis];
  order.forEach((index, place) => {
    const even = first + ((last - first) * place) / steps - middles[index]!;
    moves[index] = along(axis, gap < 0 ? even : next - extents[index]!.min[axis]);
    next += size(extents[index]!) + gap;
  });
  return moves;
}

const along = (axis: number, value: number): Vec3 => eachAxis((one) => (one === axis ? value : 0));

/** Operations that move nodes by so much in the hall's axes; those that stay have none. */
export function moveOps(doc: SceneDoc, moves: ReadonlyMap<string, Vec3>): Operation[] {
  const ops: Operation[] = [];
  for (const [id, move] of moves) {
    const node = doc.nodes[id];
    if (!node || move.every((value) => Math.abs(value) < 1e-5)) continue;
    const world = worldOf(doc, id);
    const moved = { ...world, translation: eachAxis((axis) => world.translation[axis] + move[axis]) };
    const { translation } = tidy(node.parent ? within(worldOf(doc, node.parent), moved) : moved);
    ops.push({ op: 'set', path: `/nodes/${id}/translation`, value: translation });
  }
  return ops;
}
