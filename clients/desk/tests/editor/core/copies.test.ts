import { expect, it } from 'vitest';

import { clipOf, pasteOf } from '@/editor/core/copies';
import { apply } from '@/editor/core/document';
import { worldOf } from '@/editor/core/space';

import { both, hallOf, node } from './scenes';

const doc = hallOf({
  stand: node({ kind: 'plinth', translation: [2, 0, 0], plinth: { height: 1, radius: 1 } }),
  thing: node({ kind: 'exhibit', parent: 'stand', translation: [0, 1, 0] }),
  label: node({ kind: 'text', parent: 'stand', text: { ...both('名'), size: 0.1, about: { plinth: 'stand', line: 'title' } } }),
});
const names = (): ((kind: string) => string) => {
  let count = 0;
  return (kind) => `${kind}-${(count += 1)}`;
};

it('copies a node with all below it, under new names that speak of one another', () => {
  const { ops, roots } = pasteOf(doc, clipOf(doc, ['stand', 'thing'])!, [1, 0, 0], names());
  const after = apply(doc, ops);
  expect(roots).toEqual(['plinth-1']);
  expect(after.nodes['plinth-1']!.translation).toEqual([3, 0, 0]);
  expect(after.nodes['exhibit-2']!.parent).toBe('plinth-1');
  expect(after.nodes['text-3']!.text!.about).toEqual({ plinth: 'plinth-1', line: 'title' });
});

it('stands a copied exhibit beside its plinth, which holds one', () => {
  const { ops } = pasteOf(doc, clipOf(doc, ['thing'])!, [0.5, 0, 0], names());
  const after = apply(doc, ops);
  expect(after.nodes['exhibit-1']!.parent).toBeUndefined();
  expect(worldOf(after, 'exhibit-1').translation).toEqual([2.5, 1, 0]);
});

it('brings nodes to another hall, without what they left behind', () => {
  const there = { ...hallOf({}), hall: { ...doc.hall, id: 'elsewhere' } };
  const after = apply(there, pasteOf(there, clipOf(doc, ['label'])!, [0, 0, 0], names()).ops);
  expect(after.nodes['text-1']!.parent).toBeUndefined();
  expect(after.nodes['text-1']!.text!.about).toBeUndefined();
  expect(clipOf(doc, [])).toBeNull();
});
