import '../tiny-dom';

import { expect, it } from 'vitest';

import { Captions, standing } from '../../src/guide/captions';
import { setLang } from '../../src/i18n';
import type { Said } from '../../src/world/guides';
import { sayOf } from './samples';

const said = (change: Partial<Said> = {}): Said => ({ ...sayOf(), speaker: '', ...change });
const SAID = [said({ at: 100, ms: 1000 }), said({ n: 1, at: 101.2, ms: 1000, text: '二' })];

it('stands while its clause is said, and a while after', () => {
  expect([99, 100.5, 101.1, 101.5, 103, 104].map((now) => standing(SAID, now)?.n ?? null)).toEqual([null, 0, 0, 1, 1, null]);
});

it('says who speaks with whom, and what they are; can be turned off', () => {
  setLang('zh-CN');
  let [now, shown] = [100.5, true];
  const captions = new Captions({ serverNow: () => now, shown: () => shown, guideName: () => '小境', askerName: () => '王工' });
  for (const each of SAID) captions.say(each);
  expect(captions.update()).toMatchObject({ who: '小境 → 王工', label: 'AI 生成合成', human: false });
  expect([captions.root.hidden, captions.root.textContent]).toEqual([false, '小境 → 王工AI 生成合成二号楼厂房每月每平方米 38 元。']);
  expect(captions.root.getAttribute('aria-live')).toBe('polite');
  captions.stop(1);
  expect(captions.root.hidden).toBe(true);
  now = 110;
  captions.say(said({ turn: 2, at: 110, by: 'human', speaker: '李敏' }));
  expect(captions.update()).toMatchObject({ who: '李敏 → 王工', label: '人工', human: true });
  shown = false;
  captions.update();
  expect(captions.root.hidden).toBe(true);
});
