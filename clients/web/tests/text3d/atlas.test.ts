import { page, TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Atlas, LINE, type Writing } from '../../src/text3d/atlas';

interface Drawn { page: number; line: string; x: number; y: number; align: string }

let drawn: Drawn[];
let pages: number;

/** A canvas that notes what is written on it; every character is half as wide as it is high. */
class Paper extends TinyElement {
  width = 0;
  height = 0;
  private readonly number = pages++;
  getContext(): unknown {
    const { number } = this;
    const pen = {
      font: '', fillStyle: '', textBaseline: '', textAlign: '', clearRect: vi.fn(),
      measureText: (line: string) => ({ width: line.length * 0.5 * size(pen.font) }),
      fillText: (line: string, x: number, y: number) => void drawn.push({ page: number, line, x, y, align: pen.textAlign }),
    };
    return pen;
  }
}

const size = (font: string): number => Number(/([\d.]+)px/.exec(font)?.[1] ?? 0);

beforeEach(() => {
  drawn = [];
  pages = 0;
  vi.spyOn(page, 'createElement').mockImplementation((tag) => new Paper(tag));
});

const writing = (text: string, change: Partial<Writing> = {}): Writing => ({ text, pixels: 32, width: null, align: 'left', ...change });

describe('text on shared pages', () => {
  it('lies inside the rectangle that is told, and the rectangle on its page', () => {
    const atlas = new Atlas(512, 1);
    for (const align of ['left', 'center', 'right'] as const) {
      const { rect, page: at } = atlas.write(writing('灵境园区', { align }))!;
      const [u0, v0, u1, v1] = rect;
      expect(at).toBe(0);
      expect([u0 >= 0, v0 >= 0, u1 <= 1, v1 <= 1, u0 < u1, v0 < v1]).toEqual([true, true, true, true, true, true]);
      const { x, y } = drawn.at(-1)!;
      const width = 4 * 0.5 * 32;
      const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
      expect(left).toBeGreaterThanOrEqual(u0 * 512);
      expect(left + width).toBeLessThanOrEqual(u1 * 512);
      expect(y).toBeLessThan((1 - v0) * 512);
      expect(y - 32).toBeGreaterThan((1 - v1) * 512);
    }
  });

  it('never overlaps another', () => {
    const atlas = new Atlas(256, 1);
    const all = Array.from({ length: 60 }, (_, i) => atlas.write(writing('x'.repeat(1 + (i % 9)), { pixels: 16 + (i % 3) * 8 }))!);
    all.forEach((a, at) => {
      for (const b of all.slice(at + 1)) {
        const apart = a.page !== b.page || a.rect[2] <= b.rect[0] || b.rect[2] <= a.rect[0] || a.rect[3] <= b.rect[1] || b.rect[3] <= a.rect[1];
        expect(apart).toBe(true);
      }
    });
    expect(atlas.pageCount).toBeGreaterThan(1);
  });

  it('is as many lines as it says, one below the other', () => {
    const { height, width } = new Atlas(512, 1).write(writing('一\n二\n三'))!;
    expect(drawn.map(({ line }) => line)).toEqual(['一', '二', '三']);
    expect(drawn[1]!.y - drawn[0]!.y).toBeCloseTo(LINE * 32);
    expect(height).toBeGreaterThan(3 * LINE);
    expect(width).toBeGreaterThan(0.5);
  });

  it('is broken where it is wider than asked', () => {
    new Atlas(512, 1).write(writing('abcd efgh ijkl', { width: 3 }));
    expect(drawn.map(({ line }) => line.trim())).toEqual(['abcd', 'efgh', 'ijkl']);
  });

  it('that is too wide for a page is written smaller, or not at all', () => {
    const atlas = new Atlas(256, 1);
    const small = atlas.write(writing('x'.repeat(20), { pixels: 48 }));
    expect(small).not.toBeNull();
    expect(small!.rect[2]).toBeLessThanOrEqual(1);
    expect(atlas.write(writing('x'.repeat(500)))).toBeNull();
  });

  it('that is nothing still has a place', () => {
    const { width, height } = new Atlas(256, 1).write(writing(''))!;
    expect(width).toBeGreaterThan(0);
    expect(height).toBeGreaterThan(0);
  });

  it('is forgotten whole when the language changes', () => {
    const atlas = new Atlas(256, 1);
    const first = atlas.write(writing('abc'))!;
    atlas.write(writing('def'));
    atlas.clear();
    expect(atlas.write(writing('abc'))!.rect).toEqual(first.rect);
  });
});
