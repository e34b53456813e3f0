import '../tiny-dom';

import { describe, expect, it } from 'vitest';

import { answerCard, beginCard, citedIn, sourcesCard } from '../../src/guide/headset';
import { GuideBook } from '../../src/world/guides';
import { CITED, guideHere, sayOf, turnOf } from './samples';

function turn(...said: Partial<Parameters<typeof sayOf>[0]>[]) {
  const book = new GuideBook();
  book.apply({ t: 'guides', guides: [guideHere({ human: said.some((each) => each?.by === 'human') ? '王敏' : '' })] });
  book.apply(turnOf({ state: 'speaking' }));
  said.forEach((change, n) => book.apply(sayOf({ n, ...change })));
  return book.turns.get(1)!;
}

describe('cards of a talk in the headset', () => {
  it('begin with questions to choose from, labelled as an AI', () => {
    const card = beginCard({ name: '小境', suggestions: guideHere().suggestions, canListen: true, whisper: false }, 'zh-CN');
    expect(card.title).toContain('AI 生成合成');
    expect(card.list).toEqual([{ id: 'ask:0', label: '租金多少？' }]);
    expect(card.note).toContain('A / X');
    expect(beginCard({ name: 'Jing', suggestions: [], canListen: false, whisper: true }, 'en').note).toBe('Choose a question');
  });

  it('an answer says who speaks, and stops or goes on', () => {
    const going = turn({});
    const card = answerCard({ turn: going, name: '小境', human: '', label: true }, 'zh-CN');
    expect(card.title).toBe('小境 · AI 生成合成');
    expect(card.code).toBe('人工智能生成合成');
    expect(card.buttons.map(({ id }) => id)).toEqual(['stop', 'sources', 'close']);
    going.state = 'done';
    expect(answerCard({ turn: going, name: '小境', human: '', label: false }, 'zh-CN').buttons[0]!.id).toBe('again');
  });

  it('an officer’s words carry a name and no label of an AI', () => {
    const card = answerCard({ turn: turn({ by: 'human', citations: [] }), name: '小境', human: '王敏', label: true }, 'zh-CN');
    expect(card.title).toBe('人工 · 王敏');
    expect(card.title + card.code).not.toMatch(/AI|人工智能/);
  });

  it('waiting is said', () => {
    const waits = turn();
    Object.assign(waits, { state: 'queued', place: 2 });
    expect(answerCard({ turn: waits, name: '小境', human: '', label: false }, 'zh-CN').lines.join()).toContain('2');
    expect(answerCard({ turn: null, name: '小境', human: '', label: false }, 'zh-CN').lines.join()).toContain('小境');
  });

  it('sources come one by one, each once', () => {
    const other = { ...CITED, document: 'power', title: '供电' };
    const answered = turn({}, { citations: [CITED, other] });
    expect(citedIn(answered).map(({ title }) => title)).toEqual(['租金与物业', '供电']);
    const card = sourcesCard(answered, 3, 'zh-CN');
    expect([card.title, card.lines[1]]).toEqual(['供电', `“${CITED.quote}”`]);
    expect(card.buttons.map(({ id }) => id)).toEqual(['page', 'back', 'close']);
  });
});
