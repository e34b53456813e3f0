import { describe, expect, it } from 'vitest';

import { changesOf as factChanges, factsOf } from '@/guide/acts';
import { bodyOf, changesOf, formOf, isWhole, phrasesOf, picturesOf } from '@/guide/persona';
import { wrongsOf } from '@/guide/wrongs';

import { knowledge, persona } from './make';

describe('a persona on its form', () => {
  it('comes back as it was', () => {
    const one = persona({ brief: { zh: '先问行业', en: '' } });
    expect(changesOf(formOf(one), one)).toEqual({});
    expect(changesOf(formOf(persona()), persona())).toEqual({});
  });

  it('tells the server what has changed alone', () => {
    const form = formOf(persona());
    form.tone = 'formal';
    form.suggestions.push({ zh: ' ', en: '' });
    expect(changesOf(form, persona())).toEqual({ tone: 'formal' });
    expect(bodyOf(form).suggestions).toHaveLength(1);
  });

  it('needs words in both languages', () => {
    expect(isWhole(formOf(null))).toBe(false);
    expect(isWhole(formOf(persona()))).toBe(true);
    expect(isWhole(formOf(persona({ name: { zh: '', en: 'Jing' } })))).toBe(false);
    expect(isWhole(formOf(persona({ suggestions: [{ zh: '租金?', en: '' }] })))).toBe(false);
  });

  it('has the portrait of its body, once that is drawn', () => {
    const body = (id: string, picture: string) => ({ id, name: { zh: id, en: id }, asset: '', picture });
    expect(picturesOf([body('a', '/assets/x'), body('b', '')])).toEqual({ a: '/assets/x' });
  });

  it('never says whole phrases', () => {
    expect(phrasesOf('保证收益\n 最低价；最低价;\n\n')).toEqual(['保证收益', '最低价']);
  });
});

describe('facts of a document', () => {
  it('say what differs', () => {
    const one = knowledge({ regions: ['上海'] });
    expect(factChanges(factsOf(one), factsOf(one))).toEqual({});
    expect(factChanges({ ...factsOf(one), regions: [], kind: 'policy' }, factsOf(one))).toEqual({ regions: [], kind: 'policy' });
  });

  it('have what is wrong with them beside them', () => {
    const detail = (pointer: string, message: string) => ({ pointer, code: 'x', severity: 'error' as const, message });
    expect(wrongsOf({ details: [detail('/title', 'a'), detail('/regions/0', 'b'), detail('/title', 'c'), detail('', 'd')] })).toEqual({ title: 'a', regions: 'b' });
  });
});
