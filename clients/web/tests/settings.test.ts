import { media, storage } from './tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { recall, remember } from '../src/memory';
import { COLORS, SettingsStore } from '../src/settings';

beforeEach(() => {
  storage.clear();
  storage.full = false;
  media.clear();
});

describe('settings', () => {
  it('begin calm for those whose system asks for it, in a colour of ours', () => {
    expect(new SettingsStore().get().reducedMotion).toBe(false);
    media.add('(prefers-reduced-motion: reduce)');
    const { reducedMotion, color, greeted } = new SettingsStore().get();
    expect([reducedMotion, greeted]).toEqual([true, false]);
    expect(COLORS).toContain(color);
  });

  it('are kept between visits, and changes are told', () => {
    const store = new SettingsStore();
    const heard = vi.fn();
    const leave = store.onChange(heard);
    store.set({ name: '李', snapTurn: 45 });
    leave();
    store.set({ sound: false });
    expect(heard).toHaveBeenCalledOnce();
    expect(new SettingsStore().get()).toMatchObject({ name: '李', snapTurn: 45, sound: false });
  });

  it.each(['not json', '[]', 'null', '"x"', '7', '{"name":7,"sound":"yes","greeted":null,"evil":true}'])(
    'that mean nothing any more (%s) are forgotten', (kept) => {
      remember('settings', kept);
      const settings = new SettingsStore().get();
      expect(settings).toMatchObject({ name: '', sound: true, greeted: false, quality: 'auto' });
      expect(settings).not.toHaveProperty('evil');
    });

  it('last as long as the page where nothing may be kept', () => {
    storage.full = true;
    const store = new SettingsStore();
    store.set({ name: '李' });
    expect(store.get().name).toBe('李');
    expect(recall('settings')).toBeNull();
  });
});
