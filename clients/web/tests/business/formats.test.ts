import { expect, it } from 'vitest';

import { clockOf, dayKey, dayOf, isoDayOf, momentOf, monthlyYuan, plainNumber, shortDayOf, todayThere, yuanOf } from '../../src/business/formats';

/** 2026-11-23 09:00 in Shanghai. */
const MONDAY = Date.UTC(2026, 10, 23, 1) / 1000;

it('tells times as the clocks of the park do, wherever the reader is', () => {
  expect(clockOf('zh-CN', MONDAY)).toBe('09:00');
  expect(dayOf('zh-CN', MONDAY)).toBe('2026年11月23日');
  expect(dayOf('en', MONDAY)).toBe('23 Nov 2026');
  expect(shortDayOf('zh-CN', MONDAY)).toEqual({ day: '11月23日', weekday: '周一' });
  expect(momentOf('en', MONDAY)).toBe('23 Nov 09:00');
  expect(isoDayOf('en', '2027-01-01')).toBe('1 Jan 2027');
  expect(dayKey(MONDAY - 9 * 3600 - 1)).not.toBe(dayKey(MONDAY));
  expect(todayThere(Date.UTC(2026, 10, 22, 17))).toBe('2026-11-23');
});

it('writes fen as yuan', () => {
  expect([yuanOf(6800), yuanOf(6850), yuanOf(6855)]).toEqual(['68', '68.5', '68.55']);
  expect(monthlyYuan(6800, 980)).toBe('66,640');
  expect([plainNumber(1980), plainNumber(4.25)]).toEqual(['1,980', '4.3']);
});
