import { put, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { SettingsStore } from '../../src/settings';
import { Panels, type PanelsHost } from '../../src/ui/panels';
import { closeSheet } from '../../src/ui/sheet';
import type { Viewpoint } from '../../src/world/scene';
import { createViewer, type Vec3 } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';

const hud = put('div', 'hud');
const name = (english: string) => ({ zh: english, en: english });
const view = (english: string, position: Vec3): Viewpoint => ({ name: name(english), position, yaw: 1, pitch: -0.2 });

const VIEWS = [
  view('From the door', [0, 1.65, 5]), view('From the air', [0, 90, 0]),
];

function panels() {
  hud.replaceChildren();
  const world = new World();
  const here = hall({ viewpoints: VIEWS });
  const nodes = { box: node({ kind: 'exhibit', name: name('Gearbox') }), pump: node({ kind: 'exhibit', name: name('Pump') }) };
  world.apply(joined({ scene: { hall: here, nodes } as unknown as Record<string, unknown> }));
  const travel = { view: vi.fn(), enter: vi.fn() };
  const stage = { parts: () => [], highlight: vi.fn() };
  const host = {
    world, travel, settings: new SettingsStore(), hud: { root: hud }, connection: { clock: { rtt: 20 } },
    names: { park: null, ofPark: () => '灵境' }, stage: () => stage, act: vi.fn(), walkTo: vi.fn(), viewer: createViewer(), gaze: {}, self: { ask: () => Promise.resolve(null) },
  };
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  return { ...host, panels: new Panels(host as unknown as PanelsHost), stage };
}

const press = (words: string): void => button(words)!.click();
const button = (words: string): TinyElement | undefined => hud.querySelectorAll('button').find((one) => one.textContent === words);

beforeEach(() => {
  closeSheet();
  setLang('en');
});

describe('the places of this hall', () => {
  it('offer its views, each to look from', async () => {
    const { panels: shown, travel } = panels();
    await shown.places();
    expect(VIEWS.every(({ name: { en } }) => button(en))).toBe(true);
    press('From the air');
    expect(travel.view).toHaveBeenCalledExactlyOnceWith(VIEWS[1]);
  });

  it('lead to an exhibit and open its card', async () => {
    const { panels: shown, walkTo } = panels();
    await shown.places();
    press('Pump');
    expect(walkTo).toHaveBeenCalledExactlyOnceWith('pump');
    await vi.waitFor(() => expect(hud.querySelector('.card h2')!.textContent).toBe('Pump'));
  });
});

describe('the card', () => {
  it('is one at a time, lights its exhibit, and leaves nothing behind', async () => {
    const { panels: shown, stage } = panels();
    await shown.openCard('box');
    await shown.openCard('pump');
    expect(hud.querySelectorAll('.card')).toHaveLength(1);
    expect(stage.highlight).toHaveBeenLastCalledWith('pump');
    shown.closeCard();
    shown.closeCard();
    expect(hud.querySelectorAll('.card')).toHaveLength(0);
    expect(stage.highlight).toHaveBeenLastCalledWith(null);
    expect(hud.classList.contains('with-card')).toBe(false);
  });

  it('follows a change of language', async () => {
    const { panels: shown } = panels();
    await shown.openCard('box');
    const before = hud.querySelector('.card-go')!.textContent;
    setLang('zh-CN');
    shown.translate();
    expect(hud.querySelector('.card-go')!.textContent).not.toBe(before);
  });
});

describe('the first visit', () => {
  it('is asked for a name; a later one is not', async () => {
    const { panels: shown } = panels();
    await shown.prepare(false);
    expect(hud.querySelector('.welcome')).toBeNull();
    await shown.prepare(true);
    expect(hud.querySelector('.welcome')).not.toBeNull();
  });
});

describe('why there is no headset', () => {
  it.each(['insecure', 'none'] as const)('is explained (%s) in a sentence', (why) => {
    panels().panels.explainVr(why);
    expect(hud.querySelector('.sheet-body p')!.textContent.length).toBeGreaterThan(30);
  });
});
