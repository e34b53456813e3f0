/** A hall's scene as an immutable value: operations make the next one, and two can be compared. */

import type { Operation, SceneDoc, SceneNode } from './types';

type Holder = Readonly<Record<string, unknown>>;

const tokensOf = (path: string): string[] => path.split('/').slice(1);
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of `holder` with `value` at `keys`; objects on the way are made when missing. */
function replaced(holder: Holder, [key, ...below]: readonly string[], value: unknown): Holder {
  const inner = holder[key!];
  return { ...holder, [key!]: below.length ? replaced(isHolder(inner) ? inner : {}, below, value) : value };
}

/** A copy of `holder` without what stands at `keys`. */
function removed(holder: Holder, [key, ...below]: readonly string[]): Holder {
  const { [key!]: inner, ...rest } = holder;
  if (!below.length) return rest;
  return isHolder(inner) ? { ...holder, [key!]: removed(inner, below) } : holder;
}

function written<T>(holder: T, keys: readonly string[], { op, value }: Operation): T {
  const plain = holder as unknown as Holder;
  return (op === 'set' ? replaced(plain, keys, value) : removed(plain, keys)) as unknown as T;
}

/** The ids of `root` and of all below it, parents before children. */
export function subtree(nodes: SceneDoc['nodes'], root: string): string[] {
  const children = new Map<string, string[]>();
  for (const [id, { parent }] of Object.entries(nodes)) {
    if (parent) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []).filter((child) => !found.includes(child)));
  return found;
}

/**
 * The next document. What cannot be carried out is passed over, as in every mirror of the scene:
 * the server alone refuses.
 */
export function apply(doc: SceneDoc, ops: readonly Operation[]): SceneDoc {
  if (!ops.length) return doc;
  let { hall } = doc;
  const nodes: Record<string, Readonly<SceneNode>> = { ...doc.nodes };
  for (const op of ops) {
    const [root, id, ...keys] = tokensOf(op.path);
    if (root === 'hall' && id) hall = written(hall, [id, ...keys], op);
    else if (root !== 'nodes' || !id) continue;
    else if (op.op === 'add') nodes[id] = op.value as SceneNode;
    else if (op.op === 'remove') for (const gone of nodes[id] ? subtree(nodes, id) : []) delete nodes[gone];
    else if (keys.length && nodes[id]) nodes[id] = written(nodes[id], keys, op);
  }
  return { hall, nodes };
}

/** The value at a path, or undefined. */
export function valueAt(doc: SceneDoc, path: string): unknown {
  const [root, ...keys] = tokensOf(path);
  let value: unknown = root === 'hall' ? doc.hall : doc.nodes;
  for (const key of keys) value = isHolder(value) ? value[key] : undefined;
  return value;
}

/** Whether two plain values say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => isSame(value, other[at]));
  }
  if (!isHolder(one) || !isHolder(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]));
}

/** Whether a document already says all that these operations would make it say. */
export function isCarried(doc: SceneDoc, ops: readonly Operation[]): boolean {
  return ops.every(({ op, path, value }) => {
    const at = valueAt(doc, path);
    if (op === 'add') return at !== undefined;
    return op === 'set' ? isSame(at, value) : at === undefined;
  });
}

/** The operations that lead from one document to another, property by property; what would go with its parent is added anew. */
export function difference(before: SceneDoc, after: SceneDoc): Operation[] {
  if (before === after) return [];
  const ops = propertiesOf('/hall', before.hall, after.hall);
  if (before.nodes === after.nodes) return ops;
  const gone = new Set<string>();
  for (const id of Object.keys(before.nodes)) {
    if (after.nodes[id]) continue;
    ops.push({ op: 'remove', path: `/nodes/${id}` });
    for (const below of subtree(before.nodes, id)) gone.add(below);
  }
  for (const [id, node] of Object.entries(after.nodes)) {
    const old = before.nodes[id];
    if (old === node && !gone.has(id)) continue;
    if (old && !gone.has(id) && old.kind === node.kind) ops.push(...propertiesOf(`/nodes/${id}`, old, node));
    else ops.push({ op: 'add', path: `/nodes/${id}`, value: node });
  }
  return ops;
}

function propertiesOf(at: string, before: object, after: object): Operation[] {
  if (before === after) return [];
  const [old, now] = [before as Holder, after as Holder];
  const unset = Object.keys(old).filter((key) => !(key in now)).map((key): Operation => ({ op: 'unset', path: `${at}/${key}` }));
  const set = Object.keys(now).filter((key) => now[key] !== old[key] && !isSame(now[key], old[key]));
  return [...unset, ...set.map((key): Operation => ({ op: 'set', path: `${at}/${key}`, value: now[key] }))];
}

/** Operations of which later ones on the same property have taken the place of earlier ones. */
export function merged(earlier: readonly Operation[], later: readonly Operation[]): Operation[] {
  const simple = ({ op }: Operation): boolean => op === 'set' || op === 'unset';
  if (![...earlier, ...later].every(simple)) return [...earlier, ...later];
  const overtaken = (path: string): boolean => later.some((op) => path === op.path || path.startsWith(`${op.path}/`));
  return [...earlier.filter(({ path }) => !overtaken(path)), ...later];
}

/** Whether an operation changes the tree: only those can be too old. */
export function isStructural({ op, path }: Operation): boolean {
  return op === 'add' || op === 'remove' || /^\/nodes\/[^/]+\/parent$/.test(path);
}
