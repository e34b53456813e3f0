import { describe, expect, it } from 'vitest';

import { caretAfter, grouped, meaning, plain } from '@/apply/credit-code';

describe('a credit code', () => {
  it('is shown in groups, however it was typed', () => {
    expect(['', '9', '91320', '91320594ma', '９１３２０５９４ＭＡ１Ｘ', '91-3205 94MA1XYZ12 34'].map(grouped))
      .toEqual(['', '9', '91 320', '91 320594 MA', '91 320594 MA1X', '91 320594 MA1XYZ123 4']);
  });

  it('shows what is too much', () => {
    expect(grouped('91320594MA1XYZ12345')).toBe('91 320594 MA1XYZ123 45');
    expect(plain(' 91–32 ')).toBe('9132');
  });

  it('keeps the caret behind what was typed', () => {
    expect([0, 2, 3, 8, 9].map((count) => caretAfter('91 320594 MA', count))).toEqual([0, 2, 4, 9, 11]);
  });

  it('says what it is and where', () => {
    expect(meaning('91320594MA1XYZ1234')).toEqual({ type: { zh: '企业', en: 'company' }, region: { zh: '江苏', en: 'Jiangsu' } });
    expect(meaning('91100000100003962T')?.region.zh).toBe('国家市场监督管理总局');
    expect([meaning('51320594MA1XYZ1234'), meaning('91320594'), meaning('91990000MA1XYZ1234')]).toEqual([null, null, null]);
  });
});
