import { beforeEach, describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { dayName, lastDayName } from '@/ui/days';

const midnight = Date.parse('2027-11-21T00:00:00+08:00') / 1000;

beforeEach(() => setLang('zh-CN'));

describe('days of the registry', () => {
  it('go by its clock, wherever the reader is', () => {
    expect([dayName(midnight), dayName(midnight - 1)]).toEqual(['2027年11月21日', '2027年11月20日']);
  });

  it('name the last day of a term that ends at midnight', () => {
    expect(lastDayName(midnight, 'long')).toBe('2027年11月20日');
    setLang('en');
    expect(lastDayName(midnight, 'long')).toBe('November 20, 2027');
  });
});
