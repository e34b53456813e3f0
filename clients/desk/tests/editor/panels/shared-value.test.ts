import { describe, expect, it } from 'vitest';

import type { SceneNode } from '@/editor/core/types';
import { settings, settingsAt, sharedAt } from '@/editor/panels/shared-value';

const text = (size: number, place?: [number, number, number]): SceneNode =>
  ({ kind: 'text', name: { zh: '', en: '' }, text: { zh: 'x', en: 'x', size }, ...(place ? { translation: place } : {}) });
const NODES = { a: text(1, [1, 2, 3]), b: text(2, [4, 5, 6]), c: text(1) };

describe('values of several nodes', () => {
  it('are told when all have them', () => {
    expect(sharedAt([NODES.a, NODES.c], 'text/size')).toEqual({ value: 1, mixed: false });
    expect(sharedAt([NODES.a, NODES.b], 'text/size')).toEqual({ value: undefined, mixed: true });
    expect(sharedAt([NODES.c], 'translation')).toEqual({ value: undefined, mixed: false });
    expect(sharedAt([], 'text')).toEqual({ value: undefined, mixed: false });
  });

  it('are set where they differ', () => {
    expect(settings(NODES, ['a', 'b', 'gone'], 'text/size', 1)).toEqual([{ op: 'set', path: '/nodes/b/text/size', value: 1 }]);
  });

  it('are set along one axis, the others kept', () => {
    expect(settingsAt(NODES, ['a', 'b', 'c'], 'translation', 1, 5, [0, 0, 0])).toEqual([
      { op: 'set', path: '/nodes/a/translation', value: [1, 5, 3] }, { op: 'set', path: '/nodes/c/translation', value: [0, 5, 0] },
    ]);
  });
});
