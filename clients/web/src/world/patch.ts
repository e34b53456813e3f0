/** Apply scene operations to the mirror and say what they touched. */

import type { Layer, Operation } from '../wire';
import type { Hall, SceneNode } from './scene';

/** The plain state that patches change. */
export interface Scene {
  hall: Hall;
  nodes: Map<string, SceneNode>;
  /** The shared interaction layer: path to value, on top of the nodes. */
  shared: Map<string, unknown>;
}

export interface NodeChange {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** The property path below the node, such as `explode`; empty unless `changed`. */
  property: string;
}

/** What a patch touched: nodes, and whether the hall itself changed. */
export interface Touched {
  nodes: NodeChange[];
  hall: boolean;
}

/** What a property is when the node does not say. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  parent: null,
  translation: [0, 0, 0],
  rotation: [0, 0, 0, 1],
  scale: [1, 1, 1],
  visible: true,
  explode: 0,
  variant: null,
  animation: null,
  turn: 0,
  page: 0,
  playback: null,
};

type Container = Record<string, unknown>;

/** A copy of plain JSON: a later operation must not reach into a message. */
const clone = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** The tokens of a path such as `/nodes/a/translation`. */
const pathTokens = (path: string): string[] => path.split('/').slice(1);

/** Apply `ops` in order. Operations on what does not exist touch nothing. */
export function applyOperations(scene: Scene, layer: Layer, ops: readonly Operation[]): Touched {
  const touched: Touched = { nodes: [], hall: false };
  for (const op of ops) {
    if (layer === 'shared') applyShared(scene, op, touched);
    else if (layer === 'published') applyPublished(scene, op, touched);
  }
  return touched;
}

function applyShared(scene: Scene, op: Operation, touched: Touched): void {
  if (op.op === 'set') scene.shared.set(op.path, op.value);
  else if (op.op === 'unset') scene.shared.delete(op.path);
  else return;
  const [root, id, ...rest] = pathTokens(op.path);
  if (root === 'nodes' && id) touched.nodes.push({ id, kind: 'changed', property: rest.join('/') });
}

function applyPublished(scene: Scene, op: Operation, touched: Touched): void {
  const [root, id, ...rest] = pathTokens(op.path);
  if (root === 'hall') {
    write(scene.hall as unknown as Container, id === undefined ? [] : [id, ...rest], op);
    touched.hall = true;
  } else if (root === 'nodes' && id) {
    applyToNode(scene, id, rest, op, touched);
  }
}

function applyToNode(
  scene: Scene, id: string, rest: string[], op: Operation, touched: Touched,
): void {
  if (op.op === 'add') {
    scene.nodes.set(id, clone(op.value) as SceneNode);
    touched.nodes.push({ id, kind: 'added', property: '' });
  } else if (op.op === 'remove') {
    removeSubtree(scene, id, touched);
  } else {
    const node = scene.nodes.get(id);
    if (!node || rest.length === 0) return;
    write(node as unknown as Container, rest, op);
    touched.nodes.push({ id, kind: 'changed', property: rest.join('/') });
  }
}

function removeSubtree(scene: Scene, id: string, touched: Touched): void {
  if (!scene.nodes.has(id)) return;
  for (const [child, node] of [...scene.nodes]) {
    if (node.parent === id) removeSubtree(scene, child, touched);
  }
  scene.nodes.delete(id);
  const prefix = `/nodes/${id}/`;
  for (const path of [...scene.shared.keys()]) if (path.startsWith(prefix)) scene.shared.delete(path);
  touched.nodes.push({ id, kind: 'removed', property: '' });
}

/** Set or unset a nested property, making the containers on the way. */
function write(target: Container, tokens: string[], op: Operation): void {
  const last = tokens.at(-1);
  if (last === undefined) return;
  let container = target;
  for (const token of tokens.slice(0, -1)) {
    const next = container[token];
    if (typeof next === 'object' && next !== null) container = next as Container;
    else if (op.op === 'set') container = (container[token] = {}) as Container;
    else return;
  }
  if (op.op === 'set') container[last] = clone(op.value);
  else delete container[last];
}

/** The value at a property path below a node, or undefined. */
export function read(node: SceneNode, property: string): unknown {
  let value: unknown = node;
  for (const token of property.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Container)[token];
  }
  return value;
}
