import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Shelves } from '../../src/text3d/shelves';

describe('shelves', () => {
  it('refuses what is larger than a page and opens a page when one is full', () => {
    const shelves = new Shelves(64, 0);
    expect(shelves.place(65, 10)).toBeNull();
    expect(shelves.place(64, 64)).toEqual({ page: 0, x: 0, y: 0 });
    expect(shelves.place(10, 10)).toEqual({ page: 1, x: 0, y: 0 });
    expect(shelves.pageCount).toBe(2);
  });

  it('never lets two rectangles overlap or leave the page', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 60 });
    fc.assert(fc.property(sizes, (rectangles) => {
      const shelves = new Shelves(100, 1);
      const placed = rectangles.map(([w, h]) => ({ w, h, ...shelves.place(w, h)! }));
      placed.forEach((a, at) => {
        expect(a.x + a.w).toBeLessThanOrEqual(100);
        expect(a.y + a.h).toBeLessThanOrEqual(100);
        for (const b of placed.slice(at + 1)) {
          const apart = a.page !== b.page || a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
          expect(apart).toBe(true);
        }
      });
    }));
  });
});
