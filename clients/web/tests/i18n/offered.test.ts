import { page, put, storage } from '../tiny-dom';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { lang, offered, otherLang, setLang } from '../../src/i18n';
import { remember } from '../../src/memory';
import { cardOf } from '../../src/me/headset-card';
import { SettingsStore } from '../../src/settings';
import { Hud } from '../../src/ui/hud';
import { openSettings } from '../../src/ui/settings-sheet';

const root = put('div', 'hud');
const offer = (languages: string): void => void (page.documentElement.dataset['languages'] = languages);
const letter = (): boolean => {
  root.replaceChildren();
  const hud = new Hud({ people: vi.fn(), places: vi.fn(), help: vi.fn(), settings: vi.fn(), me: vi.fn(), vr: vi.fn() });
  expect(hud).toBeDefined();
  return root.querySelector('.letter')!.hidden;
};

beforeEach(() => {
  storage.clear();
  setLang('zh-CN');
});
afterEach(() => {
  delete page.documentElement.dataset['languages'];
});

describe('the languages of a park', () => {
  it('are both where its page says nothing that is known', () => {
    expect(offered()).toEqual(['zh-CN', 'en']);
    offer('de');
    expect(offered()).toEqual(['zh-CN', 'en']);
    expect([otherLang(), letter()]).toEqual(['en', false]);
  });

  it('are the only ones that one may change to', () => {
    offer('zh-CN');
    setLang('en');
    expect([lang(), otherLang()]).toEqual(['zh-CN', null]);
  });

  it('leave no button for a choice that there is not', () => {
    offer('zh-CN');
    expect(letter()).toBe(true);
    openSettings(new SettingsStore(), { introduce: vi.fn(), me: vi.fn(), help: vi.fn(), rtt: () => null });
    expect(root.textContent).not.toContain('English');
    const pairing = { step: 'shown', code: '1', place: '', qr: [] } as never;
    const ids = (turns: boolean): string[] => cardOf(null, pairing, 'zh-CN', turns).buttons.map(({ id }) => id);
    expect([ids(true), ids(false)]).toEqual([['b:companies', 'language', 'close'], ['b:companies', 'close']]);
  });

  it.each([['zh-CN', 'en', 'zh-CN'], ['en', 'zh-CN', 'en'], ['zh-CN en', 'en', 'en']])(
    'are %s: who comes with %s reads %s', async (languages, kept, shown) => {
      offer(languages);
      remember('lang', kept);
      vi.resetModules();
      expect((await import('../../src/i18n')).lang()).toBe(shown);
    },
  );
});
