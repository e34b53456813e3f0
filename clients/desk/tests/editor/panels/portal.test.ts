import { describe, expect, it } from 'vitest';

import type { SceneNode } from '@/editor/core/types';
import { backFrom, freeId } from '@/editor/panels/portal';

const TO = { hall: 'annex', name: { zh: '副厅', en: 'Annex' } };
const spawn = (translation: [number, number, number], rotation: [number, number, number, number] = [0, 0, 0, 1]): SceneNode =>
  ({ kind: 'spawn', name: { zh: '', en: '' }, translation, rotation, spawn: { radius: 1 } });

describe('the way back', () => {
  it('stands behind those who arrive', () => {
    const { path, value } = backFrom({ 'spawn-main': spawn([1, 0, 2]), other: spawn([9, 0, 9]) }, null, TO);
    expect(path).toBe('/nodes/portal-annex');
    expect(value).toMatchObject({ kind: 'portal', translation: [1, 0, 4.5], portal: { hall: 'annex', spawn: null } });
  });

  it('turns with the arrival point that was chosen', () => {
    const turned = spawn([0, 0, 0], [0, Math.SQRT1_2, 0, Math.SQRT1_2]);
    expect(backFrom({ side: turned }, 'side', TO).value).toMatchObject({ translation: [2.5, 0, 0] });
  });

  it('takes an id that is free', () => expect(freeId({ a: spawn([0, 0, 0]), 'a-2': spawn([0, 0, 0]) }, 'a')).toBe('a-3'));
  it('is there even in a hall without arrival points', () => expect(backFrom({}, null, TO).value).toMatchObject({ translation: [0, 0, 2.5] }));
});
