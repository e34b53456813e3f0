/** A company's own booth: what of a hall is its people's to change, and what the booth still carries. */

import { below, eachAxis, ownTransform, within, worldOf } from './space';
import type { NewNode, SceneDoc, SceneNode, Vec3 } from './types';

type Nodes = SceneDoc['nodes'];

/** What stands in a booth, or may. */
export interface Burden {
  nodes: number;
  triangles: number;
  texture_bytes: number;
}

/** As the park has it: nodes of one booth. */
export const MOST_NODES = 80;
const DEEPEST = 32;
const FROM_WALL = 0.4;

/** The booth that a node hangs below; null for the booth itself and for what is in none. */
export function boothAbove(nodes: Nodes, id: string): string | null {
  let at = nodes[id]?.parent ?? null;
  for (let depth = 0; at && depth < DEEPEST; depth += 1) {
    if (nodes[at]?.kind === 'booth') return at;
    at = nodes[at]?.parent ?? null;
  }
  return null;
}

/** Whether a node is in one of these booths. */
export const isIn = (nodes: Nodes, booths: readonly string[], id: string): boolean => {
  const booth = boothAbove(nodes, id);
  return booth !== null && booths.includes(booth);
};

/** These booths with all that is in them. */
export const partOf = (nodes: Nodes, booths: readonly string[]): Nodes =>
  Object.fromEntries(Object.entries(nodes).filter(([id]) => booths.includes(id) || isIn(nodes, booths, id)));

/** What all that is in a booth weighs, each thing at its finest. */
export function burdenOf(nodes: Nodes, booth: string): Burden {
  const sum: Burden = { nodes: 0, triangles: 0, texture_bytes: 0 };
  for (const [id, { model, board }] of Object.entries(nodes)) {
    if (boothAbove(nodes, id) !== booth) continue;
    sum.nodes += 1;
    const finest = model?.levels[0];
    sum.triangles += finest?.triangles ?? 0;
    sum.texture_bytes += finest ? finest.gpu_bytes ?? finest.bytes : 0;
    sum.texture_bytes += pictureBytes(board);
  }
  return sum;
}

/** RGBA in memory with its smaller copies; of a document, one page is shown at a time. */
function pictureBytes(board: SceneNode['board']): number {
  const { pages = [], video } = board?.media ?? {};
  return Math.max(0, ...[...pages, ...(video ? [video] : [])].map(({ width, height }) => Math.floor((width * height * 16) / 3)));
}

/** A node hung into a booth: where it was to stand in the hall, if that is in the booth, else in its middle. */
export function intoBooth(doc: SceneDoc, booth: string, node: NewNode, at: Vec3, radius = FROM_WALL): { node: NewNode; at: Vec3 } {
  const size = doc.nodes[booth]?.booth;
  const { translation } = within(worldOf(doc, booth), { ...ownTransform(node), translation: at });
  const room = [(size?.width ?? 4) / 2, size?.height ?? 3, (size?.depth ?? 4) / 2] as const;
  const isInside = Math.abs(translation[0]) <= room[0] && Math.abs(translation[2]) <= room[2];
  const inside = (value: number, half: number): number => Math.min(Math.max(0, half - radius), Math.max(-Math.max(0, half - radius), value));
  return {
    node: { ...node, parent: booth },
    at: eachAxis((axis) => {
      if (axis === 1) return Math.min(room[1] - FROM_WALL, Math.max(0, translation[1]));
      return isInside ? inside(translation[axis], room[axis]) : 0;
    }),
  };
}

/** A place in a booth for something so wide that nothing stands at yet; the one asked for when there is none. */
export function freePlace(doc: SceneDoc, booth: string, at: Vec3, radius: number): Vec3 {
  const size = doc.nodes[booth]?.booth;
  const taken = Object.values(doc.nodes).filter((node) => node.parent === booth && (node.model || node.plinth)).map(({ translation }) => translation ?? [0, 0, 0]);
  const isFree = ([x, , z]: Vec3): boolean => taken.every((other) => Math.hypot(x - other[0]!, z - other[2]!) > 2 * radius);
  if (!size || isFree(at)) return at;
  const [wide, deep] = [Math.max(0, size.width / 2 - radius), Math.max(0, size.depth / 2 - radius)];
  for (const z of [0, -deep, deep]) for (const x of [0, -wide, wide]) if (isFree([x, 0, z])) return [x, 0, z];
  return at;
}

/** Where a point of a booth is in the hall. */
export const fromBooth = (doc: SceneDoc, booth: string, at: Vec3): Vec3 =>
  below(worldOf(doc, booth), { translation: at, rotation: [0, 0, 0, 1], scale: [1, 1, 1] }).translation;
