import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { chosen, type Column, ordered, pressed, valueOf } from '@/ui/table';

interface Row {
  id: string;
  n: number | null;
}
const columns: Column<Row>[] = [{ key: 'id', title: 'Id', sort: true }, { key: 'twice', title: 'Twice', value: ({ n }) => (n === null ? null : n * 2) }];
const rows: Row[] = [{ id: 'b10', n: 3 }, { id: 'b9', n: null }, { id: 'a', n: 20 }];
const ids = (found: Row[]): string[] => found.map(({ id }) => id);

describe('the order of a table', () => {
  it('takes numbers in words for numbers', () => {
    expect(ids(ordered(rows, columns, { key: 'id', down: false }))).toEqual(['a', 'b9', 'b10']);
  });
  it('leaves what has no value at the end, both ways', () => {
    expect(ids(ordered(rows, columns, { key: 'twice', down: false }))).toEqual(['b10', 'a', 'b9']);
    expect(ids(ordered(rows, columns, { key: 'twice', down: true }))).toEqual(['a', 'b10', 'b9']);
  });
  it('is as the rows came without one, or with a column that is not there', () => {
    expect(ordered(rows, columns, null)).toEqual(rows);
    expect(ordered(rows, columns, { key: 'gone', down: true })).toEqual(rows);
  });
  it('goes up, down and back', () => {
    const up = pressed(null, 'id');
    expect(up).toEqual({ key: 'id', down: false });
    expect(pressed(up, 'id')).toEqual({ key: 'id', down: true });
    expect(pressed({ key: 'id', down: true }, 'id')).toBeNull();
    expect(pressed({ key: 'id', down: true }, 'twice')).toEqual({ key: 'twice', down: false });
  });
});

it('shows plain properties, and nothing of what is neither word nor number', () => {
  expect(valueOf(rows[0]!, columns[0]!)).toBe('b10');
  expect(valueOf({ id: {} }, { key: 'id', title: '' })).toBeNull();
});

describe('choosing rows', () => {
  const keys = ['a', 'b', 'c', 'd'];
  it('adds one and takes it away', () => {
    expect(chosen(keys, ['a'], 'c', null)).toEqual(['a', 'c']);
    expect(chosen(keys, ['a', 'c'], 'a', null)).toEqual(['c']);
  });
  it('takes in all between, either way round', () => {
    expect(chosen(keys, ['d'], 'b', 'd').toSorted()).toEqual(['b', 'c', 'd']);
    expect(chosen(keys, ['a'], 'c', 'a')).toEqual(['a', 'b', 'c']);
  });
  it('never chooses twice, nor what is not there', () => {
    const key = fc.constantFrom(...keys);
    fc.assert(fc.property(fc.uniqueArray(key), key, fc.option(key), (selected, at, from) => {
      const now = chosen(keys, selected, at, from);
      expect(new Set(now).size).toBe(now.length);
      expect(now.every((one) => keys.includes(one))).toBe(true);
    }));
  });
});
