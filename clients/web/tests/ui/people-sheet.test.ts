import { put, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { openPeople } from '../../src/ui/people-sheet';
import { closeSheet, sheetIsOpen } from '../../src/ui/sheet';
import type { Person } from '../../src/world/world';

const hud = put('div', 'hud');
const person = (id: number, name: string, more: Partial<Person> = {}): Person =>
  ({ id, name, role: 'visitor', body: { color: '#123456', figure: 'plain' }, seat: null, account: false, muted: false, ...more });
const PEOPLE = [person(1, 'Me'), person(2, 'Zoë', { account: true }), person(3, '', { muted: true }), person(4, 'Bob')];
const buttons = (): TinyElement[] => hud.querySelectorAll('button');
const press = (words: string): void => buttons().find((one) => one.textContent === words)!.click();

beforeEach(() => {
  closeSheet();
  setLang('en');
});

describe('who is here', () => {
  it('names the others, in order, and says what is known of them', () => {
    openPeople({ people: PEOPLE, me: 1, total: 9, report: vi.fn() });
    const names = hud.querySelectorAll('.name').map((one) => one.textContent);
    expect(names).toEqual(['Bob', en['people.unnamed'], 'Zoë']);
    expect(hud.querySelectorAll('.proven').length).toBe(1);
    expect(hud.textContent).toContain(en['people.muted']);
    expect(hud.textContent).toContain('5 more');
  });

  it('says so when there is nobody else', () => {
    openPeople({ people: [PEOPLE[0]!], me: 1, total: 1, report: vi.fn() });
    expect(hud.textContent).toContain(en['people.alone']);
  });

  it('reports one of them for a reason, in words', () => {
    const report = vi.fn();
    openPeople({ people: PEOPLE, me: 1, total: 4, report });
    buttons().filter((one) => one.textContent === en['people.report'])[2]!.click();
    expect(hud.textContent).toContain('Report Zoë');
    press(en['people.reason.spam']);
    hud.querySelector('input')!.value = ' again ';
    press(en['people.send']);
    expect(report).toHaveBeenCalledExactlyOnceWith(PEOPLE[1], 'spam', 'again');
    expect(sheetIsOpen()).toBe(false);
  });
});
