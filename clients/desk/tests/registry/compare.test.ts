import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compared, type Piece } from '@/registry/compare';

const whole = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');
const shared = (pieces: readonly Piece[]): string => pieces.filter(({ differs }) => !differs).map(({ text }) => text).join('');

describe('compared', () => {
  it('marks what the other does not have', () => {
    expect(compared('云帆科技', '云帆数据科技')).toEqual([
      [{ text: '云帆科技', differs: false }],
      [{ text: '云帆', differs: false }, { text: '数据', differs: true }, { text: '科技', differs: false }],
    ]);
    expect(compared('甲', '乙')).toEqual([[{ text: '甲', differs: true }], [{ text: '乙', differs: true }]]);
    expect(compared('', '')).toEqual([[], []]);
  });

  it('compares long texts as wholes', () => {
    const long = '字'.repeat(500);
    expect(compared(long, long)[0]).toEqual([{ text: long, differs: false }]);
    expect(compared(long, '字')[1]).toEqual([{ text: '字', differs: true }]);
  });

  it('loses no letter, and agrees on what is shared', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40, unit: fc.constantFrom('云', '帆', '科', 'A', '𠮷') }), fc.string({ maxLength: 40, unit: fc.constantFrom('云', '帆', '科', 'A', '𠮷') }), (a, b) => {
      const [left, right] = compared(a, b);
      expect([whole(left), whole(right)]).toEqual([a, b]);
      expect(shared(left)).toBe(shared(right));
    }));
  });
});
