/** Nodes put together under one, and taken apart again; nothing moves on the screen by it. */

import { ownTransform, tidy, topmost, within, worldOf } from './space';
import type { Operation, SceneDoc, SceneNode, Vec3 } from './types';

const NAME = { zh: '组', en: 'Group' };

/** Operations that hang a node below another, or in the hall, without moving it. */
export function hangOps(doc: SceneDoc, id: string, parent: string | null, parentWorld = worldOf(doc, parent)): Operation[] {
  const placed = tidy(within(parentWorld, worldOf(doc, id)));
  const before = ownTransform(doc.nodes[id]!);
  const parts = (['translation', 'rotation', 'scale'] as const).filter((part) => differs(placed[part], before[part]));
  return [
    { op: 'set', path: `/nodes/${id}/parent`, value: parent },
    ...parts.map((part): Operation => ({ op: 'set', path: `/nodes/${id}/${part}`, value: placed[part] })),
  ];
}

const differs = (one: readonly number[], other: readonly number[]): boolean =>
  one.some((value, at) => Math.abs(value - other[at]!) > 1e-6);

/** Put nodes into a new group that stands at `pivot` in the hall. */
export function groupOps(doc: SceneDoc, ids: readonly string[], group: string, pivot: Vec3): Operation[] {
  const members = topmost(doc, ids);
  const parents = new Set(members.map((id) => doc.nodes[id]!.parent ?? null));
  const parent = parents.size === 1 ? [...parents][0]! : null;
  const world = { translation: pivot, rotation: [0, 0, 0, 1] as [number, number, number, number], scale: [1, 1, 1] as Vec3 };
  const { translation, rotation, scale } = tidy(within(worldOf(doc, parent), world));
  const node: SceneNode = { kind: 'group', name: NAME, translation, rotation, scale, ...(parent ? { parent } : {}) };
  return [{ op: 'add', path: `/nodes/${group}`, value: node }, ...members.flatMap((id) => hangOps(doc, id, group, world))];
}

/** Take groups away and leave what was in them where it stands; also says what that was. */
export function ungroupOps(doc: SceneDoc, ids: readonly string[]): { ops: Operation[]; freed: string[] } {
  const groups = ids.filter((id) => doc.nodes[id]?.kind === 'group');
  const freed: string[] = [];
  const ops = groups.flatMap((group) => {
    const above = doc.nodes[group]!.parent ?? null;
    const members = Object.keys(doc.nodes).filter((id) => doc.nodes[id]!.parent === group);
    freed.push(...members.filter((id) => !groups.includes(id)));
    return [...members.flatMap((id) => hangOps(doc, id, above)), { op: 'remove', path: `/nodes/${group}` } as Operation];
  });
  return { ops, freed };
}
