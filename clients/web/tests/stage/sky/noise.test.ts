import { describe, expect, it } from 'vitest';

import { fractal, noisePixels } from '../../../src/stage/sky/noise';

describe('noise', () => {
  it('goes over its edges without a seam', () => {
    const size = 64, field = fractal(size, 4, 3, 7);
    const steps: number[] = [], seams: number[] = [];
    for (let y = 0; y < size; y++) {
      for (let x = 0; x + 1 < size; x++) steps.push(Math.abs(field[y * size + x + 1]! - field[y * size + x]!));
      seams.push(Math.abs(field[y * size]! - field[y * size + size - 1]!));
    }
    expect(Math.max(...seams)).toBeLessThanOrEqual(Math.max(...steps) * 1.5);
  });

  it('uses most of its range and is the same every time', () => {
    const pixels = noisePixels(64);
    const clouds = pixels.filter((_, at) => at % 4 === 2);
    expect(Math.max(...clouds) - Math.min(...clouds)).toBeGreaterThan(90);
    expect(noisePixels(64)).toEqual(pixels);
  });
});
