import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isId, suggestId } from '@/editor/halls/slug';
import { movedBy, movedTo } from '@/editor/halls/store';

describe('ids of halls', () => {
  it.each([['Roadshow Theatre', 'roadshow-theatre'], ['Café № 2', 'cafe-no-2'], ['路演剧场', 'hall'], ['  --  ', 'hall'], ['3 号厅 B', '3-b']])('%s is suggested as %s', (name, id) => {
    expect(suggestId(name, [])).toBe(id);
  });
  it('are free', () => expect(suggestId('Hall', ['hall', 'hall-2'])).toBe('hall-3'));
  it('are always sound', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      expect(isId(suggestId(name, ['hall']))).toBe(true);
    }));
  });
  it('are told from what is none', () => {
    for (const bad of ['', '-a', 'A', 'a b', 'x'.repeat(65)]) expect(isId(bad)).toBe(false);
  });
});

describe('the order of halls', () => {
  it('changes by one place or to a place', () => {
    expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  });
});
