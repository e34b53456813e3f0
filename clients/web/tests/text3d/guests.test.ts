import { describe, expect, it } from 'vitest';

import { guestsOf, wordsOf } from '../../src/text3d/guests';
import type { TextBoard } from '../../src/world/scene';
import { node, words } from '../make';

const line = (of: 'title' | 'maker'): TextBoard =>
  ({ zh: '展位待入驻', en: 'Plinth to let', size: 0.05, about: { plinth: 'p1', line: of } });
const guest = node({ kind: 'exhibit', parent: 'p1', card: { title: { zh: '狐狸', en: 'Fox' }, maker: words('森林') } });

describe('a text about a plinth', () => {
  it('says its own words while the plinth is free', () => {
    expect(wordsOf(line('title'), guestsOf([{ node: node() }]), 'zh-CN')).toBe('展位待入驻');
  });

  it('names what stands there, and who made it', () => {
    const guests = guestsOf([{ node: guest }]);
    expect([wordsOf(line('title'), guests, 'en'), wordsOf(line('maker'), guests, 'zh-CN')]).toEqual(['Fox', '森林']);
  });

  it('says nothing of a maker who is not told', () => {
    const quiet = guestsOf([{ node: node({ kind: 'exhibit', parent: 'p1', name: words('箱') }) }]);
    expect([wordsOf(line('title'), quiet, 'en'), wordsOf(line('maker'), quiet, 'en')]).toEqual(['箱', '']);
  });

  it('about nothing says what it says', () => {
    expect(wordsOf({ zh: '出口', en: 'Exit', size: 1 }, guestsOf([{ node: guest }]), 'en')).toBe('Exit');
  });
});
