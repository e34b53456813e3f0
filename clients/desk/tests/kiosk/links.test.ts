import { expect, it } from 'vitest';

import { exhibitPath, qrUrl, screenPath, sheets } from '@/kiosk/links';

it('names a screen, with what was wished', () => {
  expect(screenPath({ hall: 'gallery', idle: 60, stay: 12, lang: '' })).toBe('/h/gallery?kiosk=1&idle=60&stay=12');
  expect(screenPath({ hall: 'gallery', idle: 30, stay: 8, lang: 'en' })).toBe('/h/gallery?kiosk=1&idle=30&stay=8&lang=en');
});

it('leads before an exhibit, also by a code', () => {
  expect(exhibitPath('gallery', 'fox-1')).toBe('/h/gallery?at=fox-1');
  expect(qrUrl(exhibitPath('gallery', 'fox'))).toBe('/api/v1/qr.svg?path=%2Fh%2Fgallery%3Fat%3Dfox');
});

it('fills sheets', () => {
  const codes = Array.from({ length: 10 }, (_, at) => at);
  expect(sheets(codes, 'medium').map(({ length }) => length)).toEqual([9, 1]);
  expect(sheets(codes, 'large')).toHaveLength(3);
  expect(sheets([], 'small')).toEqual([]);
});
