import { put, storage, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { lang, setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { SettingsStore } from '../../src/settings';
import { openHelp } from '../../src/ui/help';
import { openSettings } from '../../src/ui/settings-sheet';

const hud = put('div', 'hud');
const pick = (words: string): void => hud.querySelectorAll('button').find((one) => one.textContent === words)!.click();

function open(rtt: number | null = 23.4) {
  const store = new SettingsStore();
  const actions = { introduce: vi.fn(), me: vi.fn(), help: vi.fn(), rtt: () => rtt };
  openSettings(store, actions);
  return { store, ...actions };
}

beforeEach(() => {
  storage.clear();
  setLang('en');
});

describe('the settings', () => {
  it.each([
    [en['settings.quality.low'], { quality: 'low' }],
    [en['settings.turn.snap'].replace('{n}', '45'), { snapTurn: 45 }],
    [en['settings.locomotion.smooth'], { locomotion: 'smooth' }],
  ])('%s is kept', (words, expected) => {
    const { store } = open();
    pick(words);
    expect(store.get()).toMatchObject(expected);
    expect(new SettingsStore().get()).toMatchObject(expected);
  });

  it('switches say what they switch', () => {
    const { store } = open();
    const toggles = hud.querySelectorAll('.toggle') as TinyElement[];
    for (const one of toggles) {
      const input = one.querySelector('input')!;
      input.checked = !input.checked;
      input.dispatchEvent(new Event('change'));
      expect(one.querySelector('span')!.textContent).not.toBe('');
    }
    expect(store.get()).toMatchObject({ sound: false, reducedMotion: true, vignette: false });
  });

  it('change the language of the sheet that is open', () => {
    open();
    pick('中文');
    expect(lang()).toBe('zh-CN');
    expect(hud.querySelectorAll('.sheet')).toHaveLength(1);
    expect(hud.querySelector('h2')!.textContent).toBe('设置');
  });

  it('say how far the park is, once that is known', () => {
    open();
    expect(hud.textContent).toContain('23 ms');
    open(null);
    expect(hud.textContent).not.toContain('ms');
  });

  it('lead to name and help', () => {
    const { introduce, help } = open();
    pick(en['settings.edit']);
    pick(en['settings.show']);
    expect([introduce.mock.calls.length, help.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('the help', () => {
  it.each([[true, en['help.touch']], [false, en['help.desktop']]])('begins with what is in hand (touch: %s)', (touch, first) => {
    openHelp(touch);
    const titles = hud.querySelectorAll('h3').map((one) => one.textContent);
    expect(titles[0]).toBe(first);
    expect([...titles].sort()).toEqual([en['help.desktop'], en['help.touch'], en['help.vr']].sort());
  });

  it('says a way for everything it names', () => {
    openHelp(false);
    const [terms, ways] = [hud.querySelectorAll('dt'), hud.querySelectorAll('dd')];
    expect(terms.length).toBe(ways.length);
    for (const one of [...terms, ...ways]) expect(one.textContent).not.toBe('');
  });
});
