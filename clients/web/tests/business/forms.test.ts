import { happen, put, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { type Hold, Refusal } from '../../src/business/api';
import { Form, privacyVersion } from '../../src/business/form';
import { type HoldOptions, openHold, openRelease } from '../../src/business/hold';
import type { Records } from '../../src/business/records';
import { openLead } from '../../src/business/sheets';
import { dayKey } from '../../src/business/formats';
import { byDay, firstDay, openVisit, whenOf } from '../../src/business/visit';
import { setLang } from '../../src/i18n';
import { closeSheet } from '../../src/ui/sheet';
import { BOOKING, UNIT } from './samples';

const hud = put('div', 'hud');
const foot = put('footer', 'foot');
const button = (words: string): TinyElement => hud.querySelectorAll('button').find((one) => one.textContent.includes(words))!;
const field = (id: string): TinyElement => hud.querySelectorAll('input').concat(hud.querySelectorAll('textarea')).find((one) => one.id === `business-${id}`)!;
const send = (): Promise<void> => {
  happen(hud.querySelector('form')!, 'submit');
  return vi.advanceTimersByTimeAsync(0).then(() => undefined);
};
const fill = (values: Record<string, string>): void => {
  for (const [name, value] of Object.entries(values)) field(name).value = value;
  field('consent').checked = true;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
  closeSheet();
  hud.replaceChildren();
  setLang('zh-CN');
  foot.dataset['documents'] = 'privacy:3 terms:1';
});

describe('a form', () => {
  it('agrees to the text in force', () => {
    expect(privacyVersion(foot as unknown as HTMLElement)).toBe('3');
    expect(privacyVersion(null)).toBe('0');
  });

  it('tells every mistake at once, beside its field, and sends nothing', async () => {
    const hand = vi.fn(() => Promise.resolve('t'));
    openLead('', hand);
    await send();
    expect(hud.querySelectorAll('.fault').filter(({ hidden }) => !hidden)).toHaveLength(3);
    expect([hand.mock.calls.length, field('name').getAttribute('aria-invalid')]).toEqual([0, 'true']);
  });

  it('hands in what was filled in with the version that was agreed to, and shows the receipt', async () => {
    const hand = vi.fn(() => Promise.resolve('receipt-1'));
    openLead('云帆', hand);
    expect(hud.textContent).toContain('关于：云帆');
    fill({ name: ' 王工 ', phone: '13800138000', wants: '300 m²' });
    await send();
    expect(hand).toHaveBeenCalledExactlyOnceWith({ name: '王工', phone: '13800138000', email: '', company: '', wish: '300 m²', consent: '3' });
    expect(hud.querySelector('.receipt')!.textContent).toContain('receipt-1');
  });

  it.each([
    [new Refusal(422, 'invalid', '有误', [{ pointer: '/phone', code: 'not_a_phone', message: '号码不对' }]), '号码不对'],
    [new Refusal(429, 'too_many_requests', ''), '过一会儿'],
    [new Refusal(0, 'offline', ''), '连接断开'],
    [new Refusal(500, 'broken', '坏了'), '坏了'],
  ])('says what the park found', async (refusal, words) => {
    const form = new Form({ send: 'send', purpose: 'form.consent.lead', submit: () => Promise.reject(refusal) });
    hud.replaceChildren(form.root as unknown as TinyElement);
    fill({ name: '王', phone: '13800138000' });
    await send();
    expect(hud.textContent).toContain(words);
    expect(hud.querySelector('.primary')!.disabled).toBe(false);
  });
});

describe('reserving a unit', () => {
  const options = (change: Partial<Pick<Records, 'hold' | 'prove'>> = {}, may = true) => {
    const records = { lead: vi.fn(() => Promise.resolve('token')), code: vi.fn(() => Promise.resolve()),
      hold: vi.fn(change.hold ?? ((): Promise<Hold> => Promise.resolve({ id: 'h_1', until: 1_795_395_600 }))),
      prove: vi.fn(change.prove ?? (() => Promise.resolve(true))),
    };
    const events = { entered: vi.fn(() => Promise.resolve()), others: vi.fn(), contact: vi.fn(), changed: vi.fn() };
    return { records, ...events, options: { ...events, records, source: { kind: 'unit', ref: 'grounds/a' }, days: 7, may } as unknown as HoldOptions };
  };

  it('says what it means, and for how long; a yes is enough from whoever is known', async () => {
    const { options: given, records, changed } = options();
    openHold(UNIT, given);
    expect(hud.textContent).toContain('7 天内');
    button('预留这处空间').click();
    await vi.advanceTimersByTimeAsync(0);
    expect([records.hold.mock.calls.length, changed.mock.calls.length]).toEqual([1, 1]);
    expect(hud.textContent).toContain('11月23日 09:00');
  });

  it('names no number of days that nobody has told', () => {
    openHold(UNIT, { ...options().options, days: null });
    expect(hud.textContent).toContain('一段时间内只为您保留');
  });

  it('is given back after a second look', async () => {
    const release = vi.fn(() => Promise.reject(new Refusal(0, 'offline', ''))), changed = vi.fn();
    openRelease({ ...UNIT, mine: 'h_1' }, { release }, changed);
    button('取消预留').click();
    await vi.advanceTimersByTimeAsync(0);
    expect([hud.textContent.includes('连接断开'), changed.mock.calls.length]).toEqual([true, 0]);
    release.mockImplementation(() => Promise.resolve() as never);
    button('取消预留').click();
    await vi.advanceTimersByTimeAsync(0);
    expect(release).toHaveBeenLastCalledWith('h_1');
    expect([hud.textContent.includes('已重新开放'), changed.mock.calls.length]).toEqual([true, 1]);
  });

  it('says plainly that somebody else was quicker', async () => {
    const { options: given, others } = options({ hold: () => Promise.reject(new Refusal(409, 'unit_held', '这个空间刚刚被预留')) });
    openHold(UNIT, given);
    button('预留这处空间').click();
    await vi.advanceTimersByTimeAsync(0);
    expect(hud.textContent).toContain('刚刚被别人预留了');
    button('看看别的空间').click();
    expect(others).toHaveBeenCalledOnce();
  });

  it('asks a stranger for a contact, and for the code that proves it', async () => {
    const { options: given, records, entered } = options({}, false);
    openHold(UNIT, given);
    fill({ name: '王工', email: 'wang@example.com' });
    await send();
    expect(records.code).toHaveBeenCalledExactlyOnceWith('wang@example.com');
    field('code').value = '123456';
    await send();
    expect(records.prove).toHaveBeenCalledExactlyOnceWith('wang@example.com', '123456', '王工', 'token');
    expect([entered.mock.calls.length, records.hold.mock.calls.length]).toEqual([1, 1]);
    expect(hud.textContent).toContain('已为您预留');
  });

  it('lets a code be typed again that was refused', async () => {
    const { options: given, records } = options({ prove: () => Promise.reject(new Refusal(403, 'code_refused', '验证码不对')) }, false);
    openHold(UNIT, given);
    fill({ name: '王工', phone: '13800138000' });
    await send();
    field('code').value = '1';
    await send();
    expect([records.hold.mock.calls.length, hud.textContent.includes('验证码不对'), hud.querySelector('.primary')!.disabled]).toEqual([0, true, false]);
  });
});

describe('booking a visit', () => {
  const slot = (hours: number, left = 2) => ({ starts: BOOKING.starts + hours * 3600, ends: BOOKING.ends + hours * 3600, left });
  const options = (slots = [slot(0), slot(1, 0), slot(24)]) => ({
    slots: vi.fn(() => Promise.resolve(slots)), book: vi.fn(() => Promise.resolve(BOOKING)), contact: vi.fn(),
    cancel: vi.fn(() => Promise.resolve({ ...BOOKING, state: 'cancelled' as const })),
  });

  it('puts times of one day together, in order', () => {
    const days = byDay([slot(24), slot(1), slot(0)]);
    expect(days.map((day) => day.length)).toEqual([2, 1]);
    expect([firstDay(days, dayKey(days[1]![0]!.starts)), firstDay(days, '2001-01-01'), firstDay(days, '')]).toEqual([1, 0, 0]);
    expect(whenOf(BOOKING)).toBe('11月23日 周一 09:00–10:00');
  });

  it('asks for a time, books it, shows it, cancels it', async () => {
    const given = options();
    await openVisit(given);
    fill({ name: '王工', phone: '13800138000' });
    await send();
    expect(hud.textContent).toContain('请先选一个时间');
    expect(hud.querySelectorAll('.time').map(({ disabled }) => disabled)).toEqual([false, true]);
    hud.querySelector('.time')!.click();
    button('+').click();
    await send();
    expect(given.book).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ starts: BOOKING.starts }), 2, expect.objectContaining({ name: '王工' }));
    expect(hud.querySelector('.receipt')!.textContent).toContain(BOOKING.url);
    button('查看我的预约').click();
    button('取消预约').click();
    button('取消预约').click();
    await vi.advanceTimersByTimeAsync(0);
    expect([given.cancel.mock.calls, hud.textContent.includes('已取消')]).toEqual([[['secret-token']], true]);
  });

  it('says that a time has been taken meanwhile, and offers others', async () => {
    const given = options();
    given.book.mockRejectedValueOnce(new Refusal(409, 'slot_full', ''));
    await openVisit(given);
    fill({ name: '王工', phone: '13800138000' });
    hud.querySelector('.time')!.click();
    await send();
    expect(hud.textContent).toContain('刚刚被约满');
  });

  it('offers a contact where no times are open', async () => {
    const given = options([]);
    await openVisit(given);
    button('留联系方式').click();
    expect(given.contact).toHaveBeenCalledOnce();
  });
});
