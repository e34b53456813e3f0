import { beforeEach, describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { hasteOf, leftOf, weekdays } from '@/registry/working';

/** Noon in Shanghai. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`) / 1000;
const FRIDAY = noon('2026-11-20');

beforeEach(() => setLang('zh-CN'));

describe('working days', () => {
  it('leaves weekends out, in both directions', () => {
    expect(weekdays(FRIDAY, noon('2026-11-23'))).toBe(1);
    expect(weekdays(FRIDAY, noon('2026-11-25'))).toBe(3);
    expect(weekdays(FRIDAY, FRIDAY)).toBe(0);
    expect(weekdays(FRIDAY, noon('2026-11-17'))).toBe(-3);
    expect(weekdays(noon('2026-11-23'), noon('2026-11-20'))).toBe(-1);
  });

  it('goes by the day of Shanghai, not by that of the reader', () => {
    const late = Date.parse('2026-11-19T23:30:00+08:00') / 1000;
    expect(weekdays(late, Date.parse('2026-11-20T00:30:00+08:00') / 1000)).toBe(1);
  });

  it('counts a term that ends at midnight by its last day', () => {
    const midnight = Date.parse('2026-11-21T00:00:00+08:00') / 1000;
    expect([hasteOf(midnight, FRIDAY), weekdays(FRIDAY, midnight)]).toEqual(['today', 0]);
    expect(leftOf(Date.parse('2026-11-26T00:00:00+08:00') / 1000, FRIDAY)).toBe('还剩 3 个工作日');
  });

  it('says how much is left', () => {
    expect(leftOf(noon('2026-11-25'), FRIDAY)).toBe('还剩 3 个工作日');
    expect(leftOf(FRIDAY + 3600, FRIDAY)).toBe('今天到期');
    expect(leftOf(noon('2026-11-18'), FRIDAY)).toBe('已超期 2 个工作日');
    expect(leftOf(FRIDAY - 60, FRIDAY)).toBe('今天已超期');
  });

  it('believes the park about holidays', () => {
    expect(leftOf(noon('2026-10-12'), noon('2026-09-30'), 2)).toBe('还剩 2 个工作日');
    expect(hasteOf(noon('2026-10-09'), noon('2026-09-30'), 1)).toBe('soon');
    expect(hasteOf(noon('2026-10-12'), noon('2026-09-30'))).toBe('later');
  });
});
