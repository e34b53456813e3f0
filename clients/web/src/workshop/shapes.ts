/** How large what a node shows is, in its own axes; also of nodes that show nothing by themselves. Pure. */

import type { Box, NodeKind, SceneNode } from '../world/scene';

const box = (x: number, y: number, z: number, from = 0): Box => ({ min: [-x / 2, from, -z / 2], max: [x / 2, from + y, z / 2] });

const LETTERS = 9;

function textBox({ text }: SceneNode): Box {
  const { zh, size, width } = text!;
  const wide = width ?? Math.max(1, ...zh.split('\n').map((line) => Math.min(line.length, LETTERS * 3))) * size;
  const high = size * 1.5 * Math.max(1, zh.split('\n').length);
  return { min: [-wide / 2, -high / 2, -0.02], max: [wide / 2, high / 2, 0.02] };
}

function boardBox({ board }: SceneNode): Box {
  const { width = 1.6, height = 0.9 } = board ?? {};
  return { min: [-width / 2, -height / 2, -0.02], max: [width / 2, height / 2, 0.04] };
}

function portalBox({ portal }: SceneNode): Box {
  const { width = 2.4, height = 2.8 } = portal!;
  return box(width, height, 0.34);
}

const ROUND = (radius: number, height: number): Box => box(radius * 2, height, radius * 2);

const SHAPES: Partial<Record<NodeKind, (node: SceneNode) => Box>> = {
  text: textBox,
  board: boardBox,
  portal: portalBox,
  plinth: ({ plinth }) => ROUND(plinth!.radius, Math.max(0.05, plinth!.height)),
  spawn: ({ spawn }) => ROUND(Math.max(0.4, spawn!.radius), 0.04),
  seat: () => box(0.5, 0.45, 0.5),
  light: () => box(0.3, 0.3, 0.3, -0.15),
  guide: () => box(0.6, 1.75, 0.6),
  desk: () => box(1.2, 1.1, 0.6),
  booth: ({ booth }) => (booth ? box(booth.width, booth.height, booth.depth) : box(2, 0.05, 2)),
  unit: ({ unit }) => box(...(unit?.size ?? [2, 2, 2])),
};

/** A box of air: what stands in it is to be taken hold of, and itself only by its sign. */
export const isAir = ({ kind }: SceneNode): boolean => kind === 'booth' || kind === 'unit';

/** The box of a node that shows something by itself; null for one that only holds others. */
export function shapeOf(node: SceneNode): Box | null {
  if (node.model) return node.model.bounds;
  return SHAPES[node.kind]?.(node) ?? null;
}

const UNSEEN: ReadonlySet<NodeKind> = new Set(['light', 'spawn', 'seat', 'guide', 'desk', 'booth', 'unit', 'group']);

/** Whether a person would not see it without a sign. */
export const isUnseen = (node: SceneNode): boolean => UNSEEN.has(node.kind) || (node.kind === 'board' && !node.board?.media);
