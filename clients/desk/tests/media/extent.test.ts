import { beforeEach, describe, expect, it } from 'vitest';

import { setLang } from '@/i18n';
import { clock, extent } from '@/media/extent';

const page = { asset: 'a', width: 2048, height: 1024 };
const film = { asset: 'a', mime: 'video/mp4', duration: 65, width: 1280, height: 720 };

beforeEach(() => setLang('en'));

describe('how much there is of a medium', () => {
  it('is pixels of an image', () => expect(extent({ kind: 'image', pages: [page], video: null })).toBe('2048 × 1024'));
  it('is pages of a document', () => expect(extent({ kind: 'document', pages: [page, page], video: null })).toBe('2 pages'));
  it('is minutes and pixels of a film', () => expect(extent({ kind: 'video', pages: [], video: film })).toBe('1:05 · 1280 × 720'));
  it('is pixels of a film whose length nobody wrote down', () =>
    expect(extent({ kind: 'video', pages: [], video: { ...film, duration: 0 } })).toBe('1280 × 720'));
});

it.each([[0, '0:00'], [59.6, '1:00'], [3723, '1:02:03']])('%d seconds are %s', (seconds, shown) => {
  expect(clock(seconds)).toBe(shown);
});
