import { expect, it } from 'vitest';

import { apply } from '@/editor/core/document';
import { groupOps, hangOps, ungroupOps } from '@/editor/core/groups';
import { topmost, worldOf } from '@/editor/core/space';
import type { SceneDoc } from '@/editor/core/types';

import { hallOf, node } from './scenes';

const half = Math.SQRT1_2;
const doc = hallOf({
  a: node({ translation: [1, 0, 2] }), b: node({ translation: [3, 1, 0], rotation: [0, half, 0, half] }),
  in: node({ parent: 'b', translation: [1, 0, 0] }), other: node({ translation: [9, 0, 9], scale: [2, 2, 2] }),
});

function stands(before: SceneDoc, after: SceneDoc, ids: readonly string[]): void {
  for (const id of ids) {
    const [old, now] = [worldOf(before, id), worldOf(after, id)];
    old.translation.forEach((value, axis) => expect(now.translation[axis]).toBeCloseTo(value, 3));
    old.rotation.forEach((value, axis) => expect(now.rotation[axis]).toBeCloseTo(value, 5));
    old.scale.forEach((value, axis) => expect(now.scale[axis]).toBeCloseTo(value, 4));
  }
}

it('groups without moving anything, and frees it again', () => {
  const grouped = apply(doc, groupOps(doc, ['a', 'b', 'in'], 'group', [2, 0, 1]));
  expect(['a', 'b', 'in'].map((id) => grouped.nodes[id]!.parent)).toEqual(['group', 'group', 'b']);
  stands(doc, grouped, ['a', 'b', 'in']);
  const { ops, freed } = ungroupOps(grouped, ['group', 'a']);
  const free = apply(grouped, ops);
  expect(freed).toContain('b');
  expect(free.nodes['group']).toBeUndefined();
  stands(doc, free, ['b', 'in']);
});

it('hangs a node elsewhere without moving it, and says no more than changes', () => {
  stands(doc, apply(doc, hangOps(doc, 'a', 'other')), ['a']);
  expect(hangOps(doc, 'a', null).map(({ path }) => path)).toEqual(['/nodes/a/parent']);
});

it('takes only the topmost of what is chosen', () => {
  expect(topmost(doc, ['in', 'b', 'a', 'gone'])).toEqual(['b', 'a']);
});
