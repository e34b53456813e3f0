import { describe, expect, it } from 'vitest';

import { framed, turned, zoomed } from '@/registry/framing';

describe('a paper on the table', () => {
  it('fills the width, upright or lying', () => {
    expect(framed({ width: 200, height: 400 }, 100, 1, 0)).toEqual({ box: { width: 100, height: 200 }, picture: { width: 100, height: 200 } });
    expect(framed({ width: 200, height: 400 }, 100, 1, 90)).toEqual({ box: { width: 100, height: 50 }, picture: { width: 50, height: 100 } });
    expect(framed({ width: 200, height: 400 }, 100, 2, 180).box).toEqual({ width: 200, height: 400 });
  });

  it('has a shape before it has loaded', () => {
    expect(framed({ width: 0, height: 0 }, 100, 1, 0).box.height).toBeCloseTo(141.4, 1);
  });

  it('turns by quarters and zooms by steps, within bounds', () => {
    expect([turned(0), turned(270)]).toEqual([90, 0]);
    expect([zoomed(1, -1), zoomed(1, 1), zoomed(4, 1), zoomed(2, -1), zoomed(9, 1)]).toEqual([1, 1.25, 4, 1.5, 4]);
  });
});
