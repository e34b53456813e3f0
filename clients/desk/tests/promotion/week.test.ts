import { describe, expect, it } from 'vitest';

import type { Booking, Slot } from '@/api/promotion';
import { clockOf, dayOf, fieldOf, later, minutesOf, momentOf, mondayOf, weekToShow, zoneName } from '@/promotion/days';
import { hoursOf, weekOf } from '@/promotion/week';

const ZONE = 'Asia/Shanghai';
const MONDAY_NINE = Date.UTC(2026, 10, 23, 1) / 1000;
const visit = (id: string, starts: number, state: Booking['state'] = 'confirmed'): Booking => ({
  id, version: 1, state, starts, ends: starts + 3600, people: 1, lead: 'l_1', name: '王芳', company: '', phone: '', email: '', wants: '', source: { kind: 'page', ref: '' },
  answer: '', handler: '', handler_name: '', created: 0, verbs: [], movable: true,
});
const slot = (starts: number, left = 1): Slot => ({ starts, ends: starts + 3600, left, capacity: 2 });

describe('days', () => {
  it('are the park’s, wherever the reader is', () => {
    expect(dayOf(MONDAY_NINE, ZONE)).toBe('2026-11-23');
    expect(clockOf(MONDAY_NINE, ZONE)).toBe('09:00');
    expect(minutesOf(MONDAY_NINE, ZONE)).toBe(540);
    expect(zoneName(ZONE)).toMatch(/中国标准时间|China Standard Time/);
    expect(dayOf(Date.UTC(2026, 10, 22, 17) / 1000, ZONE)).toBe('2026-11-23');
  });

  it('belong to weeks that begin on Monday; at a weekend the next one matters', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(weekToShow('2026-11-27')).toBe('2026-11-23');
    expect(weekToShow('2026-11-28')).toBe('2026-11-30');
    expect(later('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('go into a field and come back', () => {
    expect(momentOf(fieldOf(MONDAY_NINE))).toBe(MONDAY_NINE);
    expect([fieldOf(null), momentOf('')]).toEqual(['', null]);
  });
});

describe('a week', () => {
  it('sets parties of one slot side by side and leaves out what is off', () => {
    const days = weekOf('2026-11-23', [visit('a', MONDAY_NINE), visit('b', MONDAY_NINE), visit('c', MONDAY_NINE, 'cancelled'), visit('d', MONDAY_NINE + 86_400)], [], ZONE);
    expect(days).toHaveLength(7);
    expect(days[0]!.placed.map(({ booking, column, columns }) => [booking.id, column, columns])).toEqual([['a', 0, 2], ['b', 1, 2]]);
    expect(days[1]!.placed.map(({ begins, minutes }) => [begins, minutes])).toEqual([[540, 60]]);
  });

  it('shows what is free, and hours for everything', () => {
    const days = weekOf('2026-11-23', [], [slot(MONDAY_NINE - 7200), slot(MONDAY_NINE, 0)], ZONE);
    expect(days[0]!.free).toHaveLength(1);
    expect(hoursOf(days)).toEqual({ first: 7, last: 18 });
  });
});
