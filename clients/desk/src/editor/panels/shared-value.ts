/** Values that several nodes have together, and the edits that change one of them in all. */

import type { Operation, SceneNode } from '../core/types';

export interface Shared {
  /** What all of them have; undefined when they differ, or none has it. */
  value: unknown;
  /** They differ. */
  mixed: boolean;
}

type Nodes = Readonly<Record<string, Readonly<SceneNode>>>;
const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What stands at `text/size` below a node or a hall. */
export function at(holder: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((found, key) => (isHolder(found) ? found[key] : undefined), holder);
}

export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What all holders have at a path. */
export function sharedAt(holders: readonly unknown[], path: string): Shared {
  const [first, ...rest] = holders.map((holder) => at(holder, path));
  const mixed = rest.some((value) => !isSame(value, first));
  return { value: mixed ? undefined : first, mixed };
}

/** Edits that put a value at a path in every node; nodes that have it already are left alone. */
export function settings(nodes: Nodes, ids: readonly string[], path: string, value: unknown): Operation[] {
  return ids.filter((id) => nodes[id] && !isSame(at(nodes[id], path), value))
    .map((id): Operation => ({ op: 'set', path: `/nodes/${id}/${path}`, value }));
}

/** The same for one number of a list: the other numbers stay as each node has them. */
export function settingsAt(nodes: Nodes, ids: readonly string[], path: string, index: number, value: number, usual: readonly number[]): Operation[] {
  return ids.flatMap((id): Operation[] => {
    const old = (at(nodes[id], path) as readonly number[] | undefined) ?? usual;
    if (!nodes[id] || old[index] === value) return [];
    return [{ op: 'set', path: `/nodes/${id}/${path}`, value: old.map((each, place) => (place === index ? value : each)) }];
  });
}
