import '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { companiesCard, phoneCard, ROWS, unitXrCard } from '../../src/business/headset';
import type { Records } from '../../src/business/records';
import { Worn } from '../../src/business/worn';
import { setLang } from '../../src/i18n';
import type { XrCard } from '../../src/stage-api';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';
import { COMPANY, UNIT } from './samples';

const TENANT = { enterprise: COMPANY.id, name: COMPANY.name, brief: COMPANY.brief, logo: null, since: 1 };
const NODES = { booth: node({ kind: 'booth', tenant: TENANT, booth: { no: 'A-01', width: 6, depth: 4, height: 3, triangles: 1, texture_bytes: 1 } }) };

function worn() {
  const world = new World(), shown: (XrCard | null)[] = [];
  world.apply(joined({ hall: 'street', scene: { hall: hall({ id: 'street' }), nodes: NODES } as unknown as Record<string, unknown> }));
  const records = { companies: () => Promise.resolve([COMPANY]), company: () => Promise.resolve(COMPANY), units: () => Promise.resolve([UNIT]) };
  const go = vi.fn(() => Promise.resolve(true)), colour = vi.fn();
  const host = { world, names: {}, stage: () => ({ xr: { card: (card: XrCard | null) => shown.push(card) } }) };
  const made = new Worn(records as unknown as Records, host as never, go, colour);
  return { worn: made, go, colour, now: () => shown.at(-1) ?? null };
}

const wait = (): Promise<void> => new Promise((done) => setTimeout(done));
beforeEach(() => setLang('zh-CN'));

describe('inside a headset', () => {
  it('companies are chosen from a list, and walked to by a jump', async () => {
    const { worn: made, now, go } = worn();
    await made.press('b:companies');
    expect(now()!.list).toEqual([{ id: `b:company:${COMPANY.id}`, label: '苏州云帆智能装备有限公司 · A-01 展位' }]);
    await made.press(now()!.list![0]!.id);
    expect(now()!.title).toBe(COMPANY.name.zh);
    await made.press('b:go');
    expect([now(), go.mock.calls]).toEqual([null, [[COMPANY.booth]]]);
  });

  it('a sign that is pointed at opens its company', async () => {
    const { worn: made, now } = worn();
    made.space('booth', NODES.booth);
    expect(now()!.title).toBe(COMPANY.name.zh);
    await wait();
    expect(now()!.lines[0]).toContain('通用设备制造业');
  });

  it('nothing is typed: a phone takes over at the same place, and one comes back', async () => {
    const { worn: made, now } = worn();
    made.space('booth', NODES.booth);
    await wait();
    await made.press('b:phone');
    expect(now()!.picture).toContain(encodeURIComponent(`/h/street?company=${COMPANY.id}`));
    await made.press('b:back');
    expect(now()!.title).toBe(COMPANY.name.zh);
    await made.press('b:close');
    expect(now()).toBeNull();
  });

  it('space to let is coloured and listed', async () => {
    const { worn: made, now, colour } = worn();
    await made.press('b:units');
    await made.press('b:colour');
    expect(colour).toHaveBeenCalledExactlyOnceWith(true);
    await made.press(now()!.list![0]!.id);
    expect(now()!.lines.join()).toContain('66,640 元');
  });
});

it('turns the pages of a long list', () => {
  const many = Array.from({ length: ROWS * 2 + 1 }, (_, at) => ({ ...COMPANY, id: `e_${at}` }));
  expect(companiesCard(many, 2, 'en').list).toHaveLength(1);
  expect(companiesCard(many, 3, 'en').list).toHaveLength(ROWS);
  expect(companiesCard([], 0, 'zh-CN').lines).toEqual(['还没有企业入驻']);
  expect(companiesCard(null, 0, 'en').lines).toEqual(['Loading…']);
});

it('says a unit in figures, and where a phone goes on', () => {
  expect(unitXrCard(UNIT, 'en').lines.join()).toContain('980 m²');
  expect(phoneCard('park.example/h/a', '/h/a', 'en').lines.at(-1)).toBe('park.example/h/a');
});
