import { describe, expect, it } from 'vitest';

import { AssetError } from '../../src/net/assets';
import { Levels } from '../../src/preview/levels';
import type { Wardrobe } from '../../src/stage/materials/dress';
import type { Decoders } from '../../src/stage/stream/decoders';
import { UnreadableAsset } from '../../src/stage/stream/decode';

const nobody = { equip: () => Promise.resolve() } as unknown as Decoders;
const wardrobe = {} as Wardrobe;

describe('the levels of a preview', () => {
  it('of a single file are one, of a list as many as there are', () => {
    expect([new Levels(new ArrayBuffer(7)).coarsest, new Levels(new ArrayBuffer(7)).bytesOf(0)]).toEqual([0, 7]);
    const list = [{ asset: 'a', bytes: 900 }, { asset: 'b', bytes: 20 }];
    expect([new Levels(list).coarsest, new Levels(list).bytesOf(1), new Levels(list).bytesOf(9)]).toEqual([1, 20, 0]);
  });

  it('tell a file that cannot be read from one that did not come', async () => {
    const broken = new Levels(new ArrayBuffer(64));
    const unreadable: unknown = await broken.open(0, nobody, wardrobe).catch((error: unknown) => error);
    expect([unreadable instanceof UnreadableAsset, broken.isFetching(unreadable)]).toEqual([true, false]);
    const away = new Levels([{ asset: 'a', bytes: 1 }], () => Promise.reject(new AssetError(404, 'a')));
    const missing: unknown = await away.open(0, nobody, wardrobe).catch((error: unknown) => error);
    expect(away.isFetching(missing)).toBe(true);
  });

  it('are no longer fetched once something else is looked at', async () => {
    let signal: AbortSignal | null = null;
    const levels = new Levels([{ asset: 'a', bytes: 1 }], (_sha, _bytes, stop) => {
      signal = stop;
      return new Promise((_resolve, reject) => { stop.addEventListener('abort', () => reject(new Error('stopped'))); });
    });
    const opening = levels.open(0, nobody, wardrobe);
    levels.abort();
    await expect(opening).rejects.toThrow('stopped');
    expect(signal!.aborted).toBe(true);
  });
});
