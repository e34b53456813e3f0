import { describe, expect, test } from 'vitest';

import { setLang } from '@/i18n';
import { begun, blockBody, isWhole, muteBody, REASONS, reasonName, timeName, TIMES, VERBS } from '@/visitors/verdict';

describe('a verdict', () => {
  test('begins with the account where there is one, else with the network', () => {
    expect(blockBody(begun('block', true))).toEqual({ reason: 'abuse', words: '', days: 7, by: ['account'] });
    expect(blockBody(begun('block', false)).by).toEqual(['address']);
  });
  test('of no end is sent as null, and words without spaces around them', () => {
    expect(blockBody({ ...begun('block', true), time: 0, words: ' x ' })).toMatchObject({ days: null, words: 'x' });
    expect(muteBody({ ...begun('mute', false), time: 10 })).toMatchObject({ minutes: 10 });
  });
  test('must block by something', () => {
    expect(isWhole({ ...begun('block', true), account: false })).toBe(false);
    expect(isWhole({ ...begun('mute', true), account: false })).toBe(true);
  });
  test('has words for every choice in both languages', () => {
    for (const lang of ['zh-CN', 'en'] as const) {
      setLang(lang);
      for (const reason of REASONS) expect(reasonName(reason)).not.toContain('visitors.');
      for (const verb of VERBS) for (const time of TIMES[verb]) expect(timeName(verb, time)).toMatch(/\S/);
    }
    expect(timeName('mute', 1440)).toBe('1 d');
  });
});
