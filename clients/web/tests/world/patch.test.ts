import { expect, test } from 'vitest';

import { applyOperations, type Scene } from '../../src/world/patch';
import { hall, node, words } from '../make';

function scene(): Scene {
  const nodes = new Map([
    ['a', node()], ['b', node({ parent: 'a' })], ['c', node({ parent: 'b' })], ['d', node()],
  ]);
  return { hall: hall(), nodes, shared: new Map([['/nodes/c/explode', 0.5]]) };
}

test('a property is set below others, and taken away again', () => {
  const now = scene();
  const path = '/nodes/a/materials/3/pbrMetallicRoughness/baseColorFactor';
  const touched = applyOperations(now, 'published', [{ op: 'set', path, value: [1, 0, 0, 1] }]);
  expect(now.nodes.get('a')!.materials).toEqual({ 3: { pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1] } } });
  expect(touched.nodes).toEqual([{ id: 'a', kind: 'changed', property: path.slice('/nodes/a/'.length) }]);
  applyOperations(now, 'published', [{ op: 'unset', path }]);
  expect(now.nodes.get('a')!.materials).toEqual({ 3: { pbrMetallicRoughness: {} } });
});

test('removing a node takes its subtree and what was shared about it', () => {
  const now = scene();
  const touched = applyOperations(now, 'published', [{ op: 'remove', path: '/nodes/a' }]);
  expect([...now.nodes.keys()]).toEqual(['d']);
  expect(now.shared.size).toBe(0);
  expect(touched.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
});

test('an added node is a copy, not the message itself', () => {
  const now = scene();
  const value = node({ name: words('新') });
  applyOperations(now, 'published', [{ op: 'add', path: '/nodes/e', value }]);
  value.name.zh = '变了';
  expect(now.nodes.get('e')!.name.zh).toBe('新');
});

test('the hall itself changes and says so', () => {
  const now = scene();
  const touched = applyOperations(now, 'published', [{ op: 'set', path: '/hall/name/zh', value: '新厅' }]);
  expect(now.hall.name.zh).toBe('新厅');
  expect(touched.hall).toBe(true);
});

test('the shared layer lies above the nodes and leaves them alone', () => {
  const now = scene();
  applyOperations(now, 'shared', [{ op: 'set', path: '/nodes/d/explode', value: 1 }]);
  expect(now.shared.get('/nodes/d/explode')).toBe(1);
  expect(now.nodes.get('d')!.explode).toBeUndefined();
  applyOperations(now, 'shared', [{ op: 'unset', path: '/nodes/d/explode' }]);
  expect(now.shared.has('/nodes/d/explode')).toBe(false);
});

test('drafts and what does not exist touch nothing', () => {
  const now = scene();
  const before = JSON.stringify([...now.nodes]);
  applyOperations(now, 'draft', [{ op: 'remove', path: '/nodes/a' }]);
  const touched = applyOperations(now, 'published', [
    { op: 'set', path: '/nodes/nowhere/visible', value: false }, { op: 'remove', path: '/nodes/nowhere' },
  ]);
  expect(JSON.stringify([...now.nodes])).toBe(before);
  expect(touched.nodes).toEqual([]);
});
