import { describe, expect, it } from 'vitest';

import { about, drawn, type Floor, measure, redrawn, withArea, withHole, withLink, withoutArea, withoutHole } from '@/editor/panels/floor';

import { finding } from '../../make';

const EMPTY: Floor = { areas: [], links: [] };
const TWO = withArea(withArea(EMPTY, [0, 0, 0]), [10, 1, 0]);

describe('a floor that is drawn', () => {
  it('gets areas and holes of a size, each with an id of its own', () => {
    expect(TWO.areas.map(({ id, y }) => [id, y])).toEqual([['area-1', 0], ['area-2', 1]]);
    const holed = withHole(TWO, 0, [0, 0, 0]);
    expect([measure(TWO.areas[0]!), measure(holed.areas[0]!)]).toEqual([16, 15]);
    expect(withoutHole(holed, 0, 0)).toEqual(TWO);
    expect(withArea(withoutArea(TWO, 0), [0, 0, 0]).areas.map(({ id }) => id)).toEqual(['area-2', 'area-3']);
  });

  it('shows the hole that is chosen besides the areas', () => {
    const holed = withHole(TWO, 0, [0, 0, 0]);
    expect(drawn(holed, { area: 0, hole: null }).map(({ id }) => id)).toEqual(['area:0', 'area:1']);
    expect(drawn(holed, { area: 0, hole: 0 }).map(({ id }) => id)).toEqual(['area:0', 'hole:0:0', 'area:1']);
  });

  it('takes a ring as it was drawn, to the millimetre; one without a surface goes', () => {
    const shaped = redrawn(TWO, 'area:0', [[0, 0], [1.23456, 0], [0, 1]]);
    expect(shaped.areas[0]!.polygon).toEqual([[0, 0], [1.235, 0], [0, 1]]);
    expect(redrawn(TWO, 'area:0', [[0, 0], [1, 0]]).areas).toHaveLength(1);
    const holed = withHole(TWO, 0, [0, 0, 0]);
    expect(redrawn(holed, 'hole:0:0', [[0, 0], [1, 0]]).areas[0]!.holes).toEqual([]);
  });

  it('joins areas where they are nearest, and parts them when one goes', () => {
    const joined = withLink(TWO, 0, 1);
    expect(joined.links).toEqual([{ from: [2, 0, -2], to: [8, 1, -2] }]);
    expect(withoutArea(joined, 1).links).toEqual([]);
    expect(withLink(TWO, 0, 0)).toBe(TWO);
  });

  it('finds what is said of an area', () => {
    const found = [finding('walk_too_small', '/walk/areas/1/polygon'), finding('walk_crosses_itself', '/walk/areas/10/polygon')];
    expect(about(found, 1).map(({ code }) => code)).toEqual(['walk_too_small']);
  });
});
