import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wrap } from '../../src/text3d/wrap';

/** Chinese is twice as wide as Latin. */
const measure = (line: string): number => [...line].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);

describe('wrap', () => {
  it('breaks Chinese anywhere and keeps words whole', () => {
    expect(wrap('行星齿轮减速器', 8, measure)).toEqual(['行星齿轮', '减速器']);
    expect(wrap('planetary gear set', 10, measure)).toEqual(['planetary', 'gear set']);
  });

  it('never begins a line with a closing mark or ends one with an opening mark', () => {
    expect(wrap('电池包，模组（十二）', 6, measure)).toEqual(['电池', '包，模', '组（十', '二）']);
  });

  it('keeps the line breaks that are there', () => {
    expect(wrap('一\n二', 20, measure)).toEqual(['一', '二']);
    expect(wrap('', 20, measure)).toEqual(['']);
  });

  it('loses nothing but spaces, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'灵境园区，。（）ab c-12 ') }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      expect(wrap(text, width, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }));
  });
});
