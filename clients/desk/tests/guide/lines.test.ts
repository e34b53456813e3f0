import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { linesOf, shortened } from '@/guide/lines';

const textOf = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');

describe('two versions of a text', () => {
  it('hold every line of both, in order', () => {
    const text = fc.array(fc.constantFrom('租金 45 元', '租金 48 元', '', '电力 80 kW', '荷载'), { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = linesOf(before, after);
      expect(lines.filter(({ kind }) => kind !== 'come').map(({ pieces }) => textOf(pieces)).join('\n')).toBe(before);
      expect(lines.filter(({ kind }) => kind !== 'gone').map(({ pieces }) => textOf(pieces)).join('\n')).toBe(after);
    }));
  });

  it('mark the letters that differ', () => {
    const [gone, come] = linesOf('租金 45 元', '租金 48 元');
    expect(gone!.pieces.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['5']);
    expect(come!.pieces.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['8']);
    expect([gone!.number, come!.number]).toEqual([1, 1]);
  });

  it('leave out what is far from a change', () => {
    const before = Array.from({ length: 20 }, (_, index) => `行 ${index}`);
    const rows = shortened(linesOf(before.join('\n'), before.map((line, at) => (at === 10 ? '新' : line)).join('\n')));
    expect(rows.map((row) => (row.kind === 'skipped' ? `…${row.count}` : row.kind))).toEqual(['…8', 'same', 'same', 'gone', 'come', 'same', 'same', '…7']);
    expect(shortened(linesOf('a', 'a'))).toEqual([{ kind: 'skipped', count: 1 }]);
  });
});
