import { readdirSync, readFileSync } from 'node:fs';

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

const code = readdirSync('src', { recursive: true, encoding: 'utf-8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('i18n'))
  .map((path) => readFileSync(`src/${path}`, 'utf-8'))
  .join('\n') + readFileSync('index.html', 'utf-8');
const composed = [...code.matchAll(/`([\w.]*)\$\{\w+\}([\w.]*)`/g)]
  .filter(([, before, after]) => before!.endsWith('.') || after!.startsWith('.'))
  .map(([, before, after]) => new RegExp(`^${before!.replaceAll('.', '\\.')}[\\w.]+${after!.replaceAll('.', '\\.')}$`));

test.each(keys)('%s is said somewhere', (key) => {
  const said = code.includes(`'${key}'`) || code.includes(`"${key}"`) || composed.some((pattern) => pattern.test(key));
  expect(said).toBe(true);
});

test('what stands in the page itself is known', () => {
  const asked = [...readFileSync('index.html', 'utf-8').matchAll(/data-t(?:-\w+)?="([\w.]+)"/g)].map(([, key]) => key);
  for (const key of asked) expect(keys).toContain(key);
});
