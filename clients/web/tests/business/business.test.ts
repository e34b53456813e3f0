import { happen, put, tab, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Business, type BusinessHost } from '../../src/business/business';
import { setLang } from '../../src/i18n';
import { SettingsStore } from '../../src/settings';
import { closeSheet } from '../../src/ui/sheet';
import { createViewer, type Vec3 } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';

const hud = put('div', 'hud');
const BOOTH = { no: 'A-01', width: 6, depth: 4, height: 3, triangles: 1, texture_bytes: 1 };
const TENANT = { enterprise: 'e_1', name: { zh: '云帆', en: 'Yunfan' }, brief: { zh: '装备', en: '' }, logo: null, since: 1 };
const UNIT = { no: 'F-1', use: 'office' as const, area: 100, rent: 4200, from: '2027-01-01', size: [10, 4, 8] as Vec3 };
const nodes = () => ({
  taken: node({ kind: 'booth', booth: BOOTH, tenant: TENANT }), free: node({ kind: 'booth', booth: { ...BOOTH, no: 'A-02' }, tenant: null }),
  unit: node({ kind: 'unit', unit: UNIT }), counter: node({ kind: 'desk', desk: { service: 'registration' }, name: { zh: '入驻登记台', en: 'Desk' } }),
  pump: node({ kind: 'exhibit', parent: 'taken', name: { zh: '泵', en: 'Pump' } }),
});

function business() {
  hud.replaceChildren();
  const world = new World();
  world.apply(joined({ hall: 'street', scene: { hall: hall({ id: 'street' }), nodes: nodes() } as unknown as Record<string, unknown> }));
  const stage = { units: vi.fn(), xr: { active: () => false, card: vi.fn() } };
  const host = {
    world, viewer: createViewer(), travel: { land: (point: Vec3) => point, goTo: vi.fn(() => Promise.resolve()), enter: vi.fn() }, gaze: { at: vi.fn() },
    hud: { root: hud, toast: vi.fn(), setFade: vi.fn() }, names: { ofHall: (id: string) => id }, settings: new SettingsStore(), connection: { rejoin: vi.fn() },
    self: { ask: () => Promise.resolve(null), renew: vi.fn() }, stage: () => stage, exhibit: vi.fn(), closeExhibit: vi.fn(),
  };
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  return { ...host, stage, business: new Business(host as unknown as BusinessHost) };
}

const card = (): TinyElement => hud.querySelector('.detail')!;
const patch = (world: World, path: string, value: unknown): void =>
  world.apply({ t: 'patch', hall: 'street', layer: 'published', revision: 4, ops: [{ op: 'set', path, value }], author: null, reason: 'edit', at: 0 } as never);

beforeEach(() => {
  closeSheet();
  setLang('zh-CN');
  vi.stubGlobal('history', { replaceState: vi.fn() });
});

describe('what is chosen in the park', () => {
  it.each([['taken', '云帆'], ['free', '展位 A-02'], ['counter', '入驻登记台']])('%s opens its card', (id, title) => {
    const { business: shown, closeExhibit } = business();
    shown.space(id);
    expect([card().querySelector('h2')!.textContent, closeExhibit.mock.calls.length]).toEqual([title, 1]);
  });

  it('lists what stands in the booth, and is closed by Escape', () => {
    const { business: shown, exhibit } = business();
    shown.space('taken');
    hud.querySelectorAll('.chip').find(({ textContent }) => textContent === '泵')!.click();
    expect(exhibit).toHaveBeenCalledExactlyOnceWith('pump');
    expect([shown.escape(), shown.escape(), hud.querySelector('.detail')]).toEqual([true, false, null]);
  });

  it('follows the registry at once: another company, or none', () => {
    const { business: shown, world } = business();
    shown.space('taken');
    patch(world, '/nodes/taken/tenant', { ...TENANT, enterprise: 'e_2', name: { zh: '深蓝', en: '' } });
    expect(card().querySelector('h2')!.textContent).toBe('深蓝');
    patch(world, '/nodes/taken/tenant', null);
    expect(card().querySelector('h2')!.textContent).toBe('展位 A-01');
  });

  it('leads there', async () => {
    const { business: shown, travel } = business();
    shown.space('taken');
    hud.querySelector('.pane-foot .primary')!.click();
    await vi.waitFor(() => expect(travel.goTo).toHaveBeenCalledOnce());
  });
});

describe('what the park offers', () => {
  it('stands below its name, with keys', () => {
    const { business: shown, stage } = business();
    shown.begin('');
    expect(hud.querySelectorAll('.dock button')).toHaveLength(3);
    happen(tab, 'keydown', { code: 'KeyU' });
    expect(hud.querySelector('.list h2')!.textContent).toBe('可租空间');
    expect(stage.units).toHaveBeenLastCalledWith({ chosen: null });
    shown.escape();
    expect(stage.units).toHaveBeenLastCalledWith(null);
    expect(shown.help().keys.map(([, key]) => key)).toEqual(['C', 'U', 'B', 'G', 'V']);
    expect(shown.services().rows).toHaveLength(5);
  });

  it('is opened by an address too', () => {
    business().business.begin('?show=companies');
    expect(hud.querySelector('.list h2')!.textContent).toBe('企业名录');
  });

  it('says so when a company of an address is gone', async () => {
    business().business.begin('?company=e_9');
    await vi.waitFor(() => expect(card().textContent).toContain('已不在名录中'));
  });
});
