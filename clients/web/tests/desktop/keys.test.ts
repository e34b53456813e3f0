import { happen, page, tab } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { listenForKeys } from '../../src/desktop/keys';

const wish = { forward: 0, right: 0, fast: false };
const options = { turn: vi.fn<(rate: number) => void>(), escape: vi.fn(), lock: vi.fn() };
listenForKeys(wish, options);

const key = (type: 'keydown' | 'keyup', code: string, carries: Record<string, unknown> = {}): Event =>
  happen(tab, type, { code, key: code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: page.body, ...carries });
const press = (...codes: string[]): void => codes.forEach((code) => key('keydown', code));
const lift = (...codes: string[]): void => codes.forEach((code) => key('keyup', code));

beforeEach(() => {
  happen(tab, 'blur');
  vi.clearAllMocks();
});

describe('walking by keys', () => {
  it.each([
    [['KeyW'], 1, 0], [['ArrowUp'], 1, 0], [['KeyS'], -1, 0], [['KeyD'], 0, 1], [['KeyA'], 0, -1],
    [['KeyW', 'KeyD'], 1, 1], [['KeyW', 'KeyS'], 0, 0], [['KeyW', 'ArrowUp'], 1, 0],
  ])('%j is forward %i, right %i', (codes, forward, right) => {
    press(...codes);
    expect(wish).toMatchObject({ forward, right });
    lift(...codes);
    expect(wish).toMatchObject({ forward: 0, right: 0 });
  });

  it('one key let go leaves the other in force', () => {
    press('KeyW', 'KeyS');
    lift('KeyS');
    expect(wish.forward).toBe(1);
  });

  it('arrows and Q, E turn, and stop turning', () => {
    press('ArrowLeft');
    expect(options.turn).toHaveBeenLastCalledWith(1);
    press('KeyE');
    expect(options.turn).toHaveBeenLastCalledWith(0);
    lift('ArrowLeft', 'KeyE');
    expect(options.turn).toHaveBeenLastCalledWith(0);
  });

  it('shift is haste', () => {
    key('keydown', 'KeyW', { shiftKey: true });
    expect(wish.fast).toBe(true);
    key('keyup', 'ShiftLeft');
    expect(wish.fast).toBe(false);
  });

  it('nobody walks on when the window or the tab is left with a key down', () => {
    press('KeyW', 'ArrowLeft');
    happen(tab, 'blur');
    expect(wish.forward).toBe(0);
    expect(options.turn).toHaveBeenLastCalledWith(0);
    press('KeyD');
    happen(page, 'visibilitychange');
    expect(wish.right).toBe(0);
  });
});

describe('keys that are not ours', () => {
  it('stay the browser\'s', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) key('keydown', 'KeyW', { [held]: true });
    expect(wish.forward).toBe(0);
    expect(key('keydown', 'KeyF').defaultPrevented).toBe(false);
    expect(key('keydown', 'ArrowUp').defaultPrevented).toBe(true);
  });

  it('go into the field one types in; a switch is no such field', () => {
    const field = page.createElement('input');
    expect(key('keydown', 'KeyW', { target: field }).defaultPrevented).toBe(false);
    expect(wish.forward).toBe(0);
    field.type = 'checkbox';
    key('keydown', 'KeyW', { target: field });
    expect(wish.forward).toBe(1);
  });
});

describe('Escape and L', () => {
  it('escape works everywhere, in fields too', () => {
    key('keydown', 'Escape', { target: page.createElement('input') });
    expect(options.escape).toHaveBeenCalledOnce();
  });

  it('the mouse is locked once for a held key', () => {
    press('KeyL');
    key('keydown', 'KeyL', { repeat: true });
    expect(options.lock).toHaveBeenCalledOnce();
  });
});
