import '../tiny-dom';

import { expect, it } from 'vitest';

import { en } from '../../src/business/words-en';
import { zh } from '../../src/business/words-zh';
import { wordsFor } from '../../src/business/words';

const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

it('says everything in both languages, with the same names in it', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
    expect(en[key].trim(), key).not.toBe('');
    expect(names(en[key]), key).toEqual(names(zh[key]));
    expect(/[\u4e00-\u9fff]/.test(en[key]), key).toBe(false);
  }
});

it('fills names in', () => {
  expect(wordsFor('en', 'companies.found', { n: 3 })).toBe('Found: 3');
  expect(wordsFor('zh-CN', 'free.title', { no: 'A-01' })).toBe('展位 A-01');
});
