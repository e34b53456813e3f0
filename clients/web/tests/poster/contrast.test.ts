import { describe, expect, it } from 'vitest';

import { greatestContrast } from '../../src/poster/contrast';
import { momentOf } from '../../src/poster/video';

/** A picture of grey values, row by row. */
const picture = (rows: number[][]): Uint8ClampedArray =>
  Uint8ClampedArray.from(rows.flat().flatMap((value) => [value, value, value, 255]));

describe('whether a picture shows something', () => {
  it('a backdrop that falls from light to dark shows nothing', () => {
    expect(greatestContrast(picture([[240, 240], [200, 200], [90, 90]]), 2)).toBeCloseTo(0);
  });

  it('a thing before it does', () => {
    expect(greatestContrast(picture([[240, 240], [240, 30]]), 2)).toBeCloseTo(210);
  });
});

describe('the moment of a film that is shown', () => {
  it('lies past its beginning and before its end', () => {
    expect([60, 2, 0, Infinity, NaN].map(momentOf)).toEqual([1, 0.5, 0, 0, 0]);
  });
});
