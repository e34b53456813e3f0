/** Portals between halls: the arrival points of one, and the way back from another. */

import { rotate } from '@web/world/transform';

import type { Localised } from '@/api/types';

import type { Operation, SceneNode, Vec3 } from '../core/types';
import { newNode } from './kinds';

export interface Spawn {
  id: string;
  name: Localised;
}

type Nodes = Readonly<Record<string, Readonly<SceneNode>>>;
/** Metres behind those who arrive, where the way back stands. */
const BEHIND = 2.5;

export const spawnsOf = (nodes: Nodes): Spawn[] =>
  Object.entries(nodes).filter(([, { kind }]) => kind === 'spawn').map(([id, { name }]) => ({ id, name }));

/** An id that no node has yet. */
export function freeId(nodes: Nodes, base: string): string {
  if (!(base in nodes)) return base;
  for (let number = 2; ; number++) if (!(`${base}-${number}` in nodes)) return `${base}-${number}`;
}

/** The edit that makes a portal behind an arrival point (null: the main one), back to a hall. */
export function backFrom(nodes: Nodes, spawn: string | null, to: { hall: string; name: Localised }): Operation {
  const arrivals = spawnsOf(nodes).map(({ id }) => id).sort();
  const id = [spawn, 'spawn-main', arrivals[0]].find((one) => one && arrivals.includes(one));
  const { translation = [0, 0, 0], rotation = [0, 0, 0, 1] } = (id ? nodes[id] : undefined) ?? {};
  const away = rotate(rotation, [0, 0, BEHIND]);
  const { node } = newNode('portal');
  const value: SceneNode = {
    ...node, name: { zh: `返回${to.name.zh}`, en: `Back to ${to.name.en}` }, rotation,
    translation: translation.map((each, axis) => Number((each + away[axis]!).toFixed(4)) + 0) as Vec3,
    portal: { ...node.portal!, hall: to.hall, spawn: null },
  };
  return { op: 'add', path: `/nodes/${freeId(nodes, `portal-${to.hall}`.slice(0, 56))}`, value };
}
