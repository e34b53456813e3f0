import '../tiny-dom';

import { expect, it } from 'vitest';

import { openingLabel, shortLabel } from '../../src/guide/labels';
import { wordsFor } from '../../src/guide/words';
import { en } from '../../src/guide/words-en';
import { zh } from '../../src/guide/words-zh';

const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

it('says everything in both languages, with the same names in it', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
    expect(en[key].trim(), key).not.toBe('');
    expect(names(en[key]), key).toEqual(names(zh[key]));
  }
});

it('fills names in', () => {
  expect(wordsFor('zh-CN', 'ask', { name: '小境' })).toBe('向小境提问');
  expect(wordsFor('en', 'ask', { name: 'Jing' })).toBe('Ask Jing');
});

it.each(['zh-CN', 'en'] as const)('labels of %s name the AI and that it generated or synthesised', (lang) => {
  for (const label of [shortLabel(lang), openingLabel(lang)]) {
    expect(label).toMatch(/AI|人工智能/);
    expect(label).toMatch(/生成|合成/);
  }
});
