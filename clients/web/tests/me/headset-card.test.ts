import { expect, it } from 'vitest';

import { cardOf } from '../../src/me/headset-card';
import { paintQr, QUIET } from '../../src/me/qr';
import { isStaff, roleIn } from '../../src/me/words';

const shown = { step: 'shown', code: 'BCDF-GHJK', place: 'park.example/pair', qr: ['1'] } as const;
const somebody = { id: 'a_1', name: '王工', role: 'manager', may: [], csrf: '' };

it('shows a code while it waits, and says so', () => {
  const card = cardOf(null, shown, 'zh-CN');
  expect([card.code, card.qr, card.lines.at(-1)]).toEqual(['BCDF-GHJK', ['1'], 'park.example/pair']);
  expect(card.buttons.map(({ id }) => id)).toEqual(['b:companies', 'language', 'close']);
});

it('offers another code once one was declined', () => {
  const card = cardOf(null, { ...shown, step: 'denied' }, 'en');
  expect([card.code, card.qr.length, card.buttons[0]?.id]).toEqual(['', 0, 'again']);
});

it('says who one is, and lets one out', () => {
  const card = cardOf(somebody, shown, 'en');
  expect([card.title, card.lines.at(-1), card.code]).toEqual(['王工', 'Manager', '']);
  expect(card.buttons.map(({ id }) => id)).toEqual(['out', 'b:companies', 'language', 'close']);
  expect(cardOf({ ...somebody, name: '', role: 'operator' }, shown, 'zh-CN').title).toBe('运营者');
});

it('knows who works at the desk', () => {
  expect(['visitor', 'investor', 'manager', 'auditor'].map(isStaff)).toEqual([false, false, true, true]);
  expect([roleIn('host', 'zh-CN'), roleIn('unheard-of', 'en')]).toEqual(['主持人', 'unheard-of']);
});

it('paints dark modules on whole pixels, inside a quiet zone', () => {
  const painted: number[][] = [];
  const context = { fillStyle: '', fillRect: (...rect: number[]) => painted.push(rect) } as unknown as CanvasRenderingContext2D;
  paintQr(context, ['10', '01'], 5, 7, 107);
  const [ground, ...modules] = painted;
  expect(ground).toEqual([5, 7, 107, 107]);
  const step = Math.floor(107 / (2 + 2 * QUIET));
  expect(modules).toHaveLength(2);
  for (const [x, y, w, h] of modules) expect([w, h, Number.isInteger(x), Number.isInteger(y)]).toEqual([step, step, true, true]);
  expect(modules[0]![0]! - 5).toBeGreaterThanOrEqual(QUIET * step);
});
