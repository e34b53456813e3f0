import { put, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import type { HallSummary } from '../../src/net/api';
import { openPlaces, type PlacesOptions } from '../../src/ui/places';
import { sheetIsOpen } from '../../src/ui/sheet';

const hud = put('div', 'hud');
const name = (zh: string, english: string) => ({ zh, en: english });
const HALLS: HallSummary[] = [
  { id: 'grounds', name: name('园区', 'Grounds'), kind: 'outdoor', state: 'open', visitors: 12 },
  { id: 'theatre', name: name('剧场', 'Theatre'), kind: 'indoor', state: 'open', visitors: 4 },
  { id: 'attic', name: name('阁楼', 'Attic'), kind: 'indoor', state: 'closed', visitors: 0 },
];

function open(change: Partial<PlacesOptions> = {}) {
  const options = {
    halls: HALLS, here: 'grounds', contact: name('电话 1', 'Phone 1'),
    views: [{ name: name('湖边', 'Lake'), position: [1, 0, 2] as [number, number, number], yaw: 1, pitch: 0 }],
    exhibits: [{ id: 'box', name: name('减速器', 'Gearbox') }],
    enter: vi.fn(), view: vi.fn(), show: vi.fn(), services: { title: 'Services', rows: [{ label: 'Companies', run: vi.fn() }] }, ...change,
  };
  openPlaces(options);
  return options;
}

const button = (words: string): TinyElement => hud.querySelectorAll('button').find((one) => one.textContent.includes(words))!;

beforeEach(() => setLang('en'));

describe('the list of places', () => {
  it('says where one is, how many are elsewhere, and what is closed', () => {
    open();
    expect(button('Grounds').textContent).toContain(en['halls.here']);
    expect(button('Theatre').textContent).toContain('4');
    expect(button('Attic').textContent).toContain(en['halls.closed']);
    expect(hud.textContent).toContain('Phone 1');
  });

  it('leads to another hall and closes; a closed one cannot be pressed', () => {
    const { enter } = open();
    button('Attic').click();
    expect(sheetIsOpen()).toBe(true);
    button('Theatre').click();
    expect(enter).toHaveBeenCalledExactlyOnceWith('theatre');
    expect(sheetIsOpen()).toBe(false);
  });

  it('does not send one where one is', () => {
    const { enter } = open();
    button('Grounds').click();
    expect(enter).not.toHaveBeenCalled();
  });

  it('leads to a view and to an exhibit of this hall', () => {
    const { view, show, views } = open();
    button('Lake').click();
    open({ show });
    button('Gearbox').click();
    expect(view).toHaveBeenCalledExactlyOnceWith(views[0]);
    expect(show).toHaveBeenCalledExactlyOnceWith('box');
  });

  it('has no empty headings when nothing is known', () => {
    open({ services: { title: '', rows: [] }, halls: [], views: [], exhibits: [], contact: null });
    expect(hud.querySelectorAll('h3')).toEqual([]);
  });
});
