import { expect, it } from 'vitest';

import { middle, moved, split, without } from '../../src/workshop/outline-edit';

const SQUARE = [[0, 0], [4, 0], [4, 4], [0, 4]] as const;

it('moves a corner, makes one on an edge, takes one away', () => {
  expect(moved(SQUARE, 1, [5, 1])[1]).toEqual([5, 1]);
  expect(split(SQUARE, 3)).toEqual([[0, 0], [4, 0], [4, 4], [0, 4], [0, 2]]);
  expect(middle(SQUARE, 1)).toEqual([4, 2]);
  expect(without(SQUARE, 0)).toEqual([[4, 0], [4, 4], [0, 4]]);
});

it('keeps the last three corners, and what it was given', () => {
  const triangle = SQUARE.slice(0, 3);
  expect(without(triangle, 0)).toEqual(triangle);
  expect(SQUARE).toHaveLength(4);
});
