import { happen, put, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Company, Unit } from '../../src/business/api';
import { Directory } from '../../src/business/directory';
import { Pane } from '../../src/business/pane';
import { UnitsPane, type Wish } from '../../src/business/units-pane';
import { setLang } from '../../src/i18n';
import { COMPANY, UNIT } from './samples';

const hud = put('div', 'hud');
const button = (words: string): TinyElement => hud.querySelectorAll('button').find((one) => one.textContent.includes(words))!;
const settle = () => vi.advanceTimersByTimeAsync(400);

function directory(all: Company[] = [COMPANY]) {
  hud.replaceChildren();
  const find = vi.fn((query: string, industry: string) => Promise.resolve(all.filter(({ name, division }) => name.zh.includes(query) && (!industry || division === industry))));
  const options = { find, hall: () => '企业街', open: vi.fn(), go: vi.fn() };
  const shown = new Directory(new Pane(hud as unknown as HTMLElement, 'list'), options);
  shown.show();
  return { ...options, shown };
}

function units(all: Unit[] = [UNIT]) {
  hud.replaceChildren();
  const options = { find: vi.fn<(wish: Wish) => Promise<typeof all>>(() => Promise.resolve(all)), hall: () => '园区', open: vi.fn(), closed: vi.fn(), colour: vi.fn(), contact: vi.fn() };
  const shown = new UnitsPane(new Pane(hud as unknown as HTMLElement, 'list'), options);
  shown.show();
  return { ...options, shown };
}

const type = async (selector: string, value: string): Promise<void> => {
  const input = hud.querySelector(selector)!;
  input.value = value;
  happen(input, 'input');
  await settle();
};

beforeEach(() => {
  vi.useFakeTimers();
  setLang('zh-CN');
});

describe('the directory', () => {
  it('lists companies with where they stand, opens one, leads to one', async () => {
    const { open, go } = directory();
    await settle();
    expect(hud.querySelector('.rows')!.textContent).toContain('企业街 · A-01 展位');
    button('苏州云帆').click();
    button('带我去').click();
    expect([open.mock.calls, go.mock.calls]).toEqual([[[COMPANY]], [[COMPANY]]]);
  });

  it('is searched while one types, once one pauses', async () => {
    const { find } = directory();
    await settle();
    await type('.search input', '云帆');
    expect(find.mock.calls.map(([query]) => query)).toEqual(['', '云帆']);
    await type('.search input', '没有');
    expect(hud.querySelector('.nothing')!.textContent).toContain('没有找到');
    button('清除条件').click();
    await settle();
    expect(hud.querySelectorAll('.rows li')).toHaveLength(1);
  });

  it('narrows by industry where there are several', async () => {
    const { find } = directory([COMPANY, { ...COMPANY, id: 'e_2', division: '65', industry: { zh: '软件', en: 'Software' } }]);
    await settle();
    button('软件').click();
    await settle();
    expect(find).toHaveBeenLastCalledWith('', '65');
    expect(hud.querySelectorAll('.rows li')).toHaveLength(1);
  });

  it('says what to do while nobody has moved in, and when it cannot be read', async () => {
    directory([]);
    await settle();
    expect(hud.querySelector('.nothing a')!.getAttribute('href')).toBe('/desk/apply');
    const { find, shown } = directory();
    find.mockRejectedValueOnce(new Error('offline'));
    shown.show();
    await settle();
    expect(button('再试一次')).toBeDefined();
  });

  it('follows what happens in the park, while it is open', async () => {
    const { shown, find } = directory();
    await settle();
    shown.renew();
    hud.querySelector('.close')!.click();
    shown.renew();
    expect(find).toHaveBeenCalledTimes(2);
  });
});

describe('space to let', () => {
  it('is coloured in the scene while the list is open', async () => {
    const { colour, closed, open } = units();
    await settle();
    expect(colour).toHaveBeenLastCalledWith(true);
    button('Y-201').click();
    expect(open).toHaveBeenCalledExactlyOnceWith(UNIT);
    const toggle = hud.querySelector('.legend input')!;
    toggle.checked = false;
    happen(toggle, 'change');
    expect(colour).toHaveBeenLastCalledWith(false);
    hud.querySelector('.close')!.click();
    expect(closed).toHaveBeenCalledOnce();
  });

  it('is narrowed down by what one needs', async () => {
    const { find } = units();
    await settle();
    button('实验室').click();
    await settle();
    const [area, rent] = hud.querySelectorAll('.with-unit input');
    area!.value = '500';
    happen(area!, 'input');
    rent!.value = '-3';
    happen(rent!, 'input');
    await settle();
    expect(find).toHaveBeenLastCalledWith(expect.objectContaining({ use: 'lab', minArea: 500, maxRent: null }));
  });

  it('says how many are free, and offers a contact where nothing fits', async () => {
    units([UNIT, { ...UNIT, node: 'b', status: 'let' }]);
    await settle();
    expect(hud.querySelector('.count')!.textContent).toBe('2 处，其中 1 处可租');
    const { contact } = units([]);
    await settle();
    button('留联系方式').click();
    expect(contact).toHaveBeenCalledOnce();
  });
});

describe('a panel', () => {
  it('closes by Escape, gives the focus back, and keeps keys from walking the visitor about', () => {
    hud.replaceChildren();
    const opener = put('button', 'opener');
    opener.focus();
    const pane = new Pane(hud as unknown as HTMLElement, 'detail'), onclose = vi.fn();
    pane.show({ title: '甲', body: [], onclose });
    const event = happen(pane.root, 'keydown', { key: 'w' });
    expect([event.cancelBubble, pane.open, hud.classList.contains('with-detail')]).toEqual([true, true, true]);
    happen(pane.root, 'keydown', { key: 'Escape' });
    expect([pane.open, onclose.mock.calls.length, hud.classList.contains('with-detail')]).toEqual([false, 1, false]);
    expect(document.activeElement).toBe(opener);
  });
});
