import { happen, put, storage, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { COLORS, SettingsStore } from '../../src/settings';
import { closeSheet } from '../../src/ui/sheet';
import { openWelcome } from '../../src/ui/welcome';

const hud = put('div', 'hud');

function ask(before: Partial<{ name: string; color: string }> = {}) {
  const store = new SettingsStore();
  store.set({ color: COLORS[0], ...before });
  const done = vi.fn();
  openWelcome('灵境', store, done);
  const input = hud.querySelector('input')!;
  return { store, done, input, swatches: hud.querySelectorAll('.swatch') };
}

const button = (kind: string): TinyElement => hud.querySelector(`.buttons .${kind}`)!;

beforeEach(() => {
  closeSheet();
  storage.clear();
});

describe('the welcome', () => {
  it('keeps a name and a colour, tidied', () => {
    const { store, input, swatches, done } = ask();
    input.value = '  王女士  ';
    swatches[3]!.click();
    button('primary').click();
    expect(store.get()).toMatchObject({ name: '王女士', color: COLORS[3], greeted: true });
    expect(done).toHaveBeenCalledOnce();
  });

  it('takes Enter for yes', () => {
    const { store, input } = ask();
    input.value = 'Li';
    happen(input, 'keydown', { key: 'Enter' });
    expect(store.get().name).toBe('Li');
  });

  it('waved aside changes nothing and does not ask again', () => {
    const { store, input, swatches, done } = ask({ name: '旧' });
    expect(input.value).toBe('旧');
    input.value = 'new';
    swatches[5]!.click();
    button('secondary').click();
    expect(store.get()).toMatchObject({ name: '旧', color: COLORS[0], greeted: true });
    expect(done).toHaveBeenCalledOnce();
  });

  it('cuts what is longer than a name', () => {
    const { store, input } = ask();
    input.value = '长'.repeat(200);
    button('primary').click();
    expect(store.get().name).toHaveLength(24);
  });

  it('shows one colour as chosen, always', () => {
    const { swatches } = ask();
    const chosen = (): number[] => swatches.flatMap((one, at) => (one.getAttribute('aria-checked') === 'true' ? [at] : []));
    expect(chosen()).toEqual([0]);
    swatches[2]!.click();
    expect(chosen()).toEqual([2]);
  });
});
