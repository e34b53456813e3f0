import { happen, page, put, type TinyElement } from '../tiny-dom';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { el } from '../../src/ui/dom';
import { closeSheet, openSheet, sheetIsOpen } from '../../src/ui/sheet';

const hud = put('div', 'hud');
const outside = put('button', 'outside');
const tiny = (element: unknown): TinyElement => element as TinyElement;
const open = (onclose?: () => void): TinyElement =>
  tiny(openSheet('标题', [el('button', { text: 'first' }), el('input'), el('button', { text: 'last' })], '', onclose));
const veil = (): TinyElement => hud.querySelector('.veil')!;
const press = (key: string, carries: Record<string, unknown> = {}): Event => happen(veil(), 'keydown', { key, shiftKey: false, ...carries });

afterEach(() => void closeSheet());

describe('a sheet', () => {
  it('says its title to readers and takes the focus', () => {
    const sheet = open();
    expect([sheet.getAttribute('role'), sheet.getAttribute('aria-label')]).toEqual(['dialog', '标题']);
    expect(page.activeElement!.textContent).toBe('first');
    expect(sheetIsOpen()).toBe(true);
  });

  it('gives the focus back when it closes, and closes once', () => {
    outside.focus();
    const onclose = vi.fn();
    open(onclose);
    expect(closeSheet()).toBe(true);
    expect(closeSheet()).toBe(false);
    expect(page.activeElement).toBe(outside);
    expect(onclose).toHaveBeenCalledOnce();
    expect(hud.querySelector('.veil')).toBeNull();
  });

  it('makes room for the next: never two at once', () => {
    const onclose = vi.fn();
    open(onclose);
    open();
    expect(hud.querySelectorAll('.sheet')).toHaveLength(1);
    expect(onclose).toHaveBeenCalledOnce();
  });

  it('closes by Escape, by its button, by the veil, but not by a touch inside it', () => {
    const sheet = open();
    happen(veil(), 'pointerdown', { target: sheet });
    expect(sheetIsOpen()).toBe(true);
    press('Escape');
    expect(sheetIsOpen()).toBe(false);
    open();
    hud.querySelector('.sheet-head button')!.click();
    expect(sheetIsOpen()).toBe(false);
    open();
    happen(veil(), 'pointerdown', { target: veil() });
    expect(sheetIsOpen()).toBe(false);
  });

  it('keeps Tab inside, both ways round', () => {
    open();
    const close = hud.querySelector('.sheet-head button')!;
    const last = hud.querySelectorAll('.sheet-body button').at(-1)!;
    last.focus();
    expect(press('Tab').defaultPrevented).toBe(true);
    expect(page.activeElement).toBe(close);
    press('Tab', { shiftKey: true });
    expect(page.activeElement).toBe(last);
  });

  it('lets Tab go its own way in between', () => {
    open();
    expect(press('Tab').defaultPrevented).toBe(false);
  });

  it('keeps keys typed into it from moving the visitor', () => {
    open();
    const event = new Event('keydown', { bubbles: true });
    const stop = vi.spyOn(event, 'stopPropagation');
    Object.defineProperty(event, 'key', { value: 'w' });
    veil().dispatchEvent(event);
    expect(stop).toHaveBeenCalledOnce();
  });
});
