import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { freePicture, loadPicture } from '../../src/boards/picture';

class Bitmap {
  close = vi.fn();
  constructor(readonly width: number, readonly height: number) {}
}

let made: Bitmap[];
const nobody = new AbortController().signal;

beforeEach(() => {
  made = [];
  vi.stubGlobal('ImageBitmap', Bitmap);
  vi.stubGlobal('fetch', vi.fn(async () => new Response('picture')));
  vi.stubGlobal('createImageBitmap', vi.fn(async (_: unknown, asked?: { resizeWidth: number; resizeHeight: number }) => {
    const bitmap = asked ? new Bitmap(asked.resizeWidth, asked.resizeHeight) : new Bitmap(4000, 2000);
    made.push(bitmap);
    return bitmap;
  }));
});
afterEach(() => vi.unstubAllGlobals());

describe('a picture of a board', () => {
  it('is no larger than asked for, and the large one is given back', async () => {
    const texture = await loadPicture('a', 1000, nobody);
    expect(texture.image).toMatchObject({ width: 1000, height: 500 });
    expect(made[0]!.close).toHaveBeenCalledOnce();
    freePicture(texture);
    expect(made[1]!.close).toHaveBeenCalledOnce();
  });

  it('stays as it is where the browser cannot scale', async () => {
    vi.mocked(createImageBitmap).mockImplementation((async (_: unknown, asked?: unknown) => {
      if (asked) throw new TypeError('no such option');
      return new Bitmap(4000, 2000);
    }) as never);
    expect((await loadPicture('a', 1000, nobody)).image).toMatchObject({ width: 4000 });
  });

  it('that is not there, or that nobody waits for, is none', async () => {
    vi.mocked(fetch).mockResolvedValueOnce(new Response('', { status: 404 }));
    await expect(loadPicture('a', 1000, nobody)).rejects.toThrow('404');
    await expect(loadPicture('a', 9000, AbortSignal.abort())).rejects.toThrow();
    expect(made[0]!.close).toHaveBeenCalledOnce();
    freePicture(null);
  });
});
