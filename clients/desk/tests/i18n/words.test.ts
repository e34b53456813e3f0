import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { known, lang, setLang, t, words } from '@/i18n';
import { en } from '@/i18n/en';
import { type Key, zh } from '@/i18n/zh';

const SOURCE = new URL('../../src', import.meta.url).pathname;
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.startsWith('i18n')).map((name) => readFileSync(join(SOURCE, name), 'utf8')).join('\n');
const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const keys = Object.keys(zh) as Key[];

beforeEach(() => setLang('zh-CN'));

describe('words', () => {
  it('has the same keys in both languages, and words for each', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    for (const key of keys) expect([zh[key].trim() !== '', en[key].trim() !== '']).toEqual([true, true]);
  });

  it.each(keys)('%s says the same things in both languages', (key) => {
    expect(places(en[key])).toEqual(places(zh[key]));
  });

  it('has Chinese in Chinese, and none in English but where the reader writes Chinese', () => {
    const han = /\p{Script=Han}/u;
    const foreign = keys.filter((key) => !key.endsWith('.label.zh') && !key.endsWith('.copy.zh') && !key.endsWith('.value.zh') && han.test(en[key]));
    expect(foreign).toEqual([]);
  });

  it('has no word that nobody says', () => {
    const said = new Set([...sources.matchAll(/'([\w.-]+)'/g)].map(([, key]) => key!));
    const made = [...sources.matchAll(/`(\w+\.(?:[\w.-]|\$\{[^}]+\})*)`/g)]
      .map(([, text]) => new RegExp(`^${text!.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`));
    const unsaid = keys.filter((key) => !said.has(key) && !made.some((one) => one.test(key)));
    expect(unsaid).toEqual([]);
  });

  it('knows every key that is named', () => {
    const named = [...sources.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key!);
    expect(named.filter((key) => !known(key))).toEqual([]);
  });
});

describe('language', () => {
  it('fills in names and follows a change', () => {
    expect(t('table.count', { n: 3 })).toBe('共 3 条');
    setLang('en');
    expect([lang(), t('table.count', { n: 3 })]).toEqual(['en', '3 in all']);
  });

  it('takes the other language where a text has only one', () => {
    expect(words({ zh: '', en: 'Pump' })).toBe('Pump');
    expect(words({ zh: '泵', en: 'Pump' })).toBe('泵');
    expect(words(null)).toBe('');
  });
});
