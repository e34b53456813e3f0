import { expect, test } from 'vitest';

import { en } from '../../src/i18n/en';
import { type Key, zh } from '../../src/i18n/zh';

const places = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const keys = Object.keys(zh) as Key[];

test.each(keys)('%s leaves the same places open in both languages', (key) => {
  expect(places(en[key])).toEqual(places(zh[key]));
});

test('no word is empty, and English has no Chinese but the name of the language', () => {
  for (const key of keys) {
    expect(zh[key]).not.toBe('');
    expect(en[key]).not.toBe('');
    if (key !== 'bar.language') expect(en[key]).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
