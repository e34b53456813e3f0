import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { about, ago, bytes, degrees, metres, percent, radians, size, span, took, triangles } from '@/ui/format';

beforeEach(() => setLang('zh-CN'));

describe('numbers', () => {
  it('shows bytes with three figures', () => {
    expect([0, 512, 999, 1000, 12_345, 6_291_456, 99_950_000, 412e6, 5e12].map(bytes))
      .toEqual(['0 B', '512 B', '999 B', '1.00 KB', '12.3 KB', '6.29 MB', '100 MB', '412 MB', '5.00 TB']);
  });

  it('never shows more than three figures and a point before the unit', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999e12 }), (count) => {
      expect(bytes(count).replace(/\D/g, '').length).toBeLessThanOrEqual(3);
    }));
  });

  it('shortens counts as the language does', () => {
    expect([9_999, 12_345, 1_234_567].map(about)).toEqual(['9,999', '1.2 万', '123 万']);
    expect([3_252, 40_000].map(triangles)).toEqual(['3,252 面', '4 万面']);
    setLang('en');
    expect([999, 12_345, 1_234_567].map(about)).toEqual(['999', '12.3 k', '1.2 M']);
  });

  it('says 0 and 100 percent only when it is so', () => {
    expect([0, 0.0001, 0.5, 0.9999, 1, 2].map(percent)).toEqual(['0%', '1%', '50%', '99%', '100%', '100%']);
  });

  it('picks a unit of length that suits', () => {
    expect([0, 2e-6, 0.0021, 0.25, 3.456].map(metres)).toEqual(['0', '< 0.01 mm', '2.1 mm', '25 cm', '3.46 m']);
    expect(size({ min: [-0.3, 0, -0.3], max: [0.318, 0.559, 0.3] })).toBe('61.8 × 55.9 × 60 cm');
    expect(size({ min: [0, 0, 0], max: [2.2, 1.67, 2.43] })).toBe('2.2 × 1.67 × 2.43 m');
  });

  it('turns radians to degrees within one turn, and back', () => {
    expect([0, Math.PI, -Math.PI / 2, 2 * Math.PI].map(degrees)).toEqual([0, 180, 270, 0]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 359 }), (angle) => {
      expect(degrees(radians(angle))).toBe(angle);
    }));
  });
});

describe('time', () => {
  it('rounds what is left upwards', () => {
    expect([0, 12.2, 61, 4000].map(span)).toEqual(['1 秒', '13 秒', '2 分钟', '1.1 小时']);
    expect([0.02, 0.31, 12].map(took)).toEqual(['< 0.1 s', '0.3 s', '12 秒']);
  });

  it('says how long ago', () => {
    const now = 1_700_000_000;
    expect([5, 125, 7300, 90_000].map((seconds) => ago(now - seconds, now))).toEqual(['刚刚', '2 分钟前', '2 小时前', '昨天']);
    expect(ago(now + 50, now)).toBe('刚刚');
    expect(ago(now - 40 * 86_400, now)).toContain('2023');
  });
});
