import { describe, expect, it } from 'vitest';

import { changeTo, cleaned, draftOf, hasTitle, isSame } from '@/exhibits/card-form';

import { exhibit } from '../make';

const both = (zh: string, en = zh): { zh: string; en: string } => ({ zh, en });

describe('card', () => {
  it('begins with all lines, empty where nothing is said', () => {
    const card = draftOf(exhibit('pump', { title: both('泵', 'Pump'), card: { licence: 'CC0-1.0' } }));
    expect(card).toMatchObject({ title: both('泵', 'Pump'), maker: both(''), licence: 'CC0-1.0', facts: [] });
  });

  it('is a copy: writing in it does not change the exhibit', () => {
    const of = exhibit('pump', { card: { facts: [{ label: both('质量', 'Mass'), value: both('1 kg') }] } });
    draftOf(of).facts[0]!.value.zh = '2 kg';
    expect(of.card.facts![0]!.value.zh).toBe('1 kg');
  });

  it('is tidied before it is sent: trimmed, empty facts out, one title for both languages', () => {
    const card = { ...draftOf(exhibit('x')), title: both(' 泵 ', ''), facts: [{ label: both(''), value: both(' ') }, { label: both('质量', ''), value: both('1 kg') }] };
    expect(cleaned(card)).toMatchObject({ title: both('泵'), facts: [{ label: both('质量', ''), value: both('1 kg') }] });
    expect(changeTo(card)).toEqual({
      title: both('泵'),
      card: { maker: null, text: null, contact: null, licence: null, facts: [{ label: both('质量', ''), value: both('1 kg') }] },
    });
  });

  it('knows whether anything has changed, and whether it may be saved', () => {
    const card = draftOf(exhibit('x'));
    expect(isSame(card, { ...card, licence: ' ' })).toBe(true);
    expect(isSame(card, { ...card, licence: 'MIT' })).toBe(false);
    expect([hasTitle(card), hasTitle({ ...card, title: both(' ') })]).toEqual([true, false]);
  });
});
