import { expect, it } from 'vitest';

import type { Model, SceneNode } from '../../src/world/scene';
import { within } from '../../src/workshop/marquee';
import { roleOf } from '../../src/workshop/roles';
import { isAir, isUnseen, shapeOf } from '../../src/workshop/shapes';

const name = { zh: '物', en: 'thing' };
const node = (more: Partial<SceneNode>): SceneNode => ({ kind: 'group', name, ...more });
const model = (role: Model['role']): Model => ({ levels: [], bounds: { min: [-1, 0, -1], max: [1, 2, 1] }, color: [1, 1, 1], clips: [], variants: [], parts: 0, role });

it('knows the room that each kind takes', () => {
  expect(shapeOf(node({ kind: 'exhibit', model: model('exhibit') }))).toEqual({ min: [-1, 0, -1], max: [1, 2, 1] });
  expect(shapeOf(node({ kind: 'board', board: { width: 2, height: 1 } }))!.max.slice(0, 2)).toEqual([1, 0.5]);
  expect(shapeOf(node({ kind: 'portal', portal: { hall: 'x', spawn: null } }))!.max[1]).toBe(2.8);
  expect(shapeOf(node({ kind: 'plinth', plinth: { height: 0, radius: 1 } }))!.max).toEqual([1, 0.05, 1]);
  expect(shapeOf(node({ kind: 'text', text: { zh: '一二', en: 'two', size: 0.5, width: 3 } }))!.max[0]).toBe(1.5);
  expect(shapeOf(node({}))).toBeNull();
});

it('tells things from the ground they stand on', () => {
  expect(['exhibit', 'architecture', 'landscape'].map((role) => roleOf(node({ kind: 'model', model: model(role as Model['role']) }))))
    .toEqual(['thing', 'ground', 'ground']);
  expect(roleOf(undefined)).toBe('thing');
});

it('knows what needs a sign to be seen', () => {
  const media = { id: 'm', kind: 'image' as const, title: name };
  expect([node({ kind: 'light' }), node({ kind: 'board' }), node({ kind: 'board', board: { width: 1, height: 1, media } }), node({ kind: 'portal' })].map(isUnseen))
    .toEqual([true, true, false, false]);
});

it('finds what lies in a box drawn in any direction', () => {
  const at = (x: number, visible = true): boolean => within({ x, y: 5, visible }, { x: 10, y: 9 }, { x: 2, y: 1 });
  expect([at(5), at(11), at(5, false)]).toEqual([true, false, false]);
});

it('knows a booth and space to let as boxes of air', () => {
  const booth = { no: 'A', width: 6, depth: 4, height: 3, triangles: 1, texture_bytes: 1 };
  const unit = { no: '1', use: 'office' as const, area: 9, rent: 1, from: '2027-01-01', size: [8, 3, 6] as [number, number, number] };
  expect(shapeOf(node({ kind: 'booth', booth }))!.max).toEqual([3, 3, 2]);
  expect(shapeOf(node({ kind: 'unit', unit }))).toEqual({ min: [-4, 0, -3], max: [4, 3, 3] });
  expect([node({ kind: 'booth' }), node({ kind: 'unit', unit }), node({})].map(isAir)).toEqual([true, true, false]);
});
