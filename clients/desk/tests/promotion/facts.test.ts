import { describe, expect, it } from 'vitest';

import type { Unit } from '@/api/promotion';
import { factsOf, formOf, isWhole } from '@/promotion/facts';

const UNIT: Unit = {
  hall: 'grounds', hall_name: { zh: '园区', en: 'Park' }, unit: 'unit-a', no: 'A-101', name: 'A-101', name_en: '', use: 'lab', area: 120.5, rent: 4550, since: '2026-12-01', floor_load: 0, power: 80, height: 4.2,
  terms: { zh: '含物业费', en: '' }, size: [10, 3, 12], position: [0, 0, 0], status: 'free', held_until: null, hold: null,
};

describe('facts of a unit', () => {
  it('come back as they were, in the words of the node', () => {
    expect(factsOf(formOf(UNIT), UNIT)).toEqual({ no: 'A-101', use: 'lab', area: 120.5, rent: 4550, from: '2026-12-01', size: [10, 3, 12], height: 4.2, power: 80, terms: { zh: '含物业费', en: '' } });
  });

  it('keep yuan as whole fen', () => {
    expect(factsOf({ ...formOf(UNIT), rent: 45.55 }, UNIT)['rent']).toBe(4555);
  });

  it('are whole with a number, an area, a rent and a day', () => {
    expect(isWhole(formOf(UNIT))).toBe(true);
    for (const wrong of [{ no: ' ' }, { area: 0 }, { rent: Number.NaN }, { since: 'soon' }]) expect(isWhole({ ...formOf(UNIT), ...wrong })).toBe(false);
  });
});
