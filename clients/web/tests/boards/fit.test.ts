import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contain, controlAt, stripHeight } from '../../src/boards/fit';

const size = fc.record({ width: fc.double({ min: 0.05, max: 100, noNaN: true }), height: fc.double({ min: 0.05, max: 100, noNaN: true }) });

describe('a picture in its frame', () => {
  it('keeps its shape, fits, and touches two sides', () => {
    fc.assert(fc.property(size, size, (frame, picture) => {
      const made = contain(frame, picture);
      expect(made.width / made.height).toBeCloseTo(picture.width / picture.height, 6);
      expect(made.width).toBeLessThanOrEqual(frame.width + 1e-9);
      expect(made.height).toBeLessThanOrEqual(frame.height + 1e-9);
      expect(Math.min(frame.width - made.width, frame.height - made.height)).toBeLessThan(1e-6);
    }));
  });
});

describe('a strip', () => {
  const strip = { width: 2, height: stripHeight({ width: 2, height: 1.5 }) };

  it('of a document turns pages at its ends', () => {
    expect([-0.95, -0.6, 0, 0.6, 0.95].map((x) => controlAt('document', strip, x))).toEqual(['back', 'back', null, 'on', 'on']);
  });

  it('of a film is one button', () => {
    expect([-0.9, 0, 0.9].map((x) => controlAt('video', strip, x))).toEqual(['play', 'play', 'play']);
  });

  it('is high enough for a hand and never too high', () => {
    expect(stripHeight({ width: 0.3, height: 0.2 })).toBe(0.09);
    expect(stripHeight({ width: 40, height: 20 })).toBe(0.26);
  });
});
