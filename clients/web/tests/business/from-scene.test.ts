import { describe, expect, it } from 'vitest';

import { asItIs, exhibitsOf, fromScene } from '../../src/business/from-scene';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';
import { COMPANY, UNIT } from './samples';

const TENANT = { enterprise: 'e_1', name: COMPANY.name, brief: COMPANY.brief, logo: null, since: 1 };
const FACTS = { no: UNIT.no, use: UNIT.use, area: 1, rent: 1, from: UNIT.from, size: UNIT.size };

function world(id: string, status: 'free' | 'held' = 'held'): World {
  const made = new World();
  const nodes = {
    [COMPANY.booth!.node]: node({ kind: 'booth', tenant: TENANT, name: { zh: 'A-01 展位', en: 'Booth A-01' } }),
    shelf: node({ kind: 'group', parent: COMPANY.booth!.node }), pump: node({ kind: 'exhibit', parent: 'shelf', name: { zh: '泵', en: 'Pump' } }),
    press: node({ kind: 'exhibit' }), [UNIT.node]: node({ kind: 'unit', unit: FACTS, name: { zh: '新名', en: 'New name' }, status, held_until: status === 'held' ? 9 : null }),
  };
  made.apply(joined({ hall: id, scene: { hall: hall({ id }), nodes } as unknown as Record<string, unknown> }));
  return made;
}

describe('what the scene says', () => {
  it('is enough for a card of a company', () => {
    const street = world('street');
    const { booth, id, name } = fromScene(street, COMPANY.booth!.node, street.nodes.get(COMPANY.booth!.node)!);
    expect([id, name, booth]).toEqual(['e_1', COMPANY.name, COMPANY.booth]);
  });

  it('is what stands in a booth, however deep, and nothing beside it', () => {
    expect(exhibitsOf(world('street'), COMPANY)).toEqual([{ id: 'pump', name: { zh: '泵', en: 'Pump' } }]);
    expect(exhibitsOf(world('grounds'), COMPANY)).toEqual([]);
  });

  it('is newer than the list of units, in its hall alone', () => {
    expect(asItIs(world('grounds'), UNIT)).toMatchObject({ name: { zh: '新名', en: 'New name' }, status: 'held', held_until: 9 });
    expect(asItIs(world('street'), UNIT)).toBe(UNIT);
  });

  it('ends a hold of one\'s own with the hold', () => {
    const held = { ...UNIT, status: 'held' as const, mine: 'h_1' };
    expect([asItIs(world('grounds'), held).mine, asItIs(world('grounds', 'free'), held).mine]).toEqual(['h_1', null]);
  });
});
