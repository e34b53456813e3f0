import { expect, it } from 'vitest';

import { Past } from '@/editor/core/past';

const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) };
};

it('carries names from done to undone and back, each layer by itself', () => {
  const past = new Past('hall', storage());
  const [done, undone, published] = [past.in(() => 'draft', 'done'), past.in(() => 'draft', 'undone'), past.in(() => 'published', 'done')];
  past.did('draft', 'edit.move');
  past.did('draft', 'edit.turn');
  past.undid('draft');
  expect([done.value, undone.value, published.value]).toEqual([['edit.move'], ['edit.turn'], []]);
  past.redid('draft');
  expect(done.value).toEqual(['edit.move', 'edit.turn']);
  past.undid('draft');
  past.did('draft', 'edit.scale');
  expect([done.value, undone.value]).toEqual([['edit.move', 'edit.scale'], []]);
});

it('outlives a reload, and what cannot be read', () => {
  const kept = storage();
  new Past('hall', kept).did('draft', 'edit.move');
  expect(new Past('hall', kept).in(() => 'draft', 'done').value).toEqual(['edit.move']);
  expect(new Past('other', kept).in(() => 'draft', 'done').value).toEqual([]);
  kept.setItem('lingjing.editor.hall', '{');
  expect(new Past('hall', kept).in(() => 'draft', 'done').value).toEqual([]);
});
