import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { length, runsOf, slice, spanOf } from '@/guide/spans';

describe('places in a text', () => {
  it('are counted by characters, as the server does', () => {
    expect(length('a😀中')).toBe(3);
    expect(slice('a😀中b', 1, 3)).toBe('😀中');
    expect(slice('ab', -4, 99)).toBe('ab');
  });

  it('cut a text into runs of which nothing is lost', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })), { maxLength: 4 });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), spans, (text, passages) => {
      const focus = passages[0] ?? null;
      const runs = runsOf(text, passages, focus);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      expect(runs.filter((run) => run.focus).map((run) => run.text).join('')).toBe(focus ? slice(text, focus.start, focus.end) : '');
    }));
  });

  it('know in which passage a run lies', () => {
    const runs = runsOf('标题\n甲乙丙丁', [{ start: 3, end: 5 }, { start: 5, end: 7 }], { start: 4, end: 6 });
    expect(runs.map(({ text, passage, focus }) => [text, passage, focus])).toEqual([
      ['标题\n', null, false], ['甲', 0, false], ['乙', 0, true], ['丙', 1, true], ['丁', 1, false],
    ]);
  });

  it('are read from an address', () => {
    expect(spanOf('12-40')).toEqual({ start: 12, end: 40 });
    for (const wrong of ['40-12', '12', '-1-4', '', null, ['1-2']]) expect(spanOf(wrong)).toBeNull();
  });
});
