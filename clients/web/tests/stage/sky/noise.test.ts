import { describe, expect, it } from 'vitest';

import { fractal, noisePixels, tileNoise } from '../../../src/stage/sky/noise';

describe('noise', () => {
  it('repeats without a seam', () => {
    for (const y of [0.1, 2.7, 6.9]) {
      expect(tileNoise(0, y, 8, 3)).toBeCloseTo(tileNoise(8, y, 8, 3), 9);
    }
    expect(fractal(0, 0.3, 4, 4, 1)).toBeCloseTo(fractal(1, 0.3, 4, 4, 1), 9);
  });

  it('uses most of its range and is the same every time', () => {
    const pixels = noisePixels(64);
    const clouds = pixels.filter((_, at) => at % 4 === 2);
    expect(Math.max(...clouds) - Math.min(...clouds)).toBeGreaterThan(90);
    expect(noisePixels(64)).toEqual(pixels);
  });
});
