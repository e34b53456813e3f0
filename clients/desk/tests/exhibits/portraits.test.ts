import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Portraits, portrayed } from '@/exhibits/portraits';

import { revision } from '../make';

beforeEach(() => {
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++count}`);
});
afterEach(() => vi.restoreAllMocks());

describe('portraits', () => {
  it('are of the finest level that is quick to fetch, else of the coarsest', () => {
    const { model } = revision(1);
    expect(portrayed(model)).toBe(model.levels[0]);
    const heavy = { ...model, levels: model.levels.map((level, index) => ({ ...level, bytes: index < 2 ? 5e6 : 1e5 })) };
    expect(portrayed(heavy)).toBe(heavy.levels[2]);
    const huge = { ...model, levels: model.levels.map((level) => ({ ...level, bytes: 5e6 })) };
    expect(portrayed(huge)).toBe(huge.levels[3]);
  });

  it('are taken one after the other, and each once', async () => {
    const taken: string[] = [];
    let busy = 0;
    const portraits = new Portraits(async () => ({
      async take({ asset }) {
        expect(++busy).toBe(1);
        await Promise.resolve();
        busy -= 1;
        taken.push(asset);
        return new Blob();
      },
    }));
    const [first, second] = [revision(1).model, revision(2).model];
    const pictures = await Promise.all([portraits.of(first), portraits.of(second), portraits.of(first)]);
    expect(pictures).toEqual(['blob:1', 'blob:2', 'blob:1']);
    expect(taken).toEqual([first.levels[0]!.asset, second.levels[0]!.asset]);
  });

  it('are done without where none can be taken, and the next is tried all the same', async () => {
    let calls = 0;
    const portraits = new Portraits(async () => ({
      take: () => (++calls === 1 ? Promise.reject(new Error('unreadable')) : Promise.resolve(new Blob())),
    }));
    expect(await Promise.all([portraits.of(revision(1).model), portraits.of(revision(2).model)])).toEqual([null, 'blob:1']);
    expect(await portraits.of({ ...revision(1).model, levels: [] })).toBeNull();
  });
});
