import { describe, expect, it } from 'vitest';

import { blank, hear, recalled, urgent } from '@/guide/live';

import { dialogue, said, turn } from './make';

describe('dialogues that go on', () => {
  it('are told of at first, and kept as they change', () => {
    const live = blank();
    hear(live, { event: 'dialogues', dialogues: [dialogue('d_1'), dialogue('d_2')] });
    hear(live, { event: 'dialogue', dialogue: dialogue('d_1', { handed: true }) });
    hear(live, { event: 'dialogue', dialogue: dialogue('d_3', { turns: 1 }) });
    hear(live, { event: 'dialogue', dialogue: dialogue('d_4', { turns: 5 }) });
    expect(live.known).toBe(true);
    expect(live.talks.map((talk) => [talk.dialogue.id, talk.dialogue.handed])).toEqual([['d_1', true], ['d_2', false], ['d_3', false], ['d_4', false]]);
    expect(live.talks.map(({ known }) => known)).toEqual([false, false, true, false]);
    hear(live, { event: 'dialogues', dialogues: [dialogue('d_2')] });
    expect(live.talks.map((talk) => talk.dialogue.id)).toEqual(['d_2']);
  });

  it('grow word by word', () => {
    const live = blank();
    hear(live, { event: 'dialogues', dialogues: [dialogue('d_1')] });
    hear(live, { event: 'asked', dialogue: 'd_1', turn: 7, question: 'Rent?', lang: 'en', at: 20 });
    hear(live, { event: 'said', dialogue: 'd_1', turn: 7, clause: said({ text: '45 yuan.' }), at: 21 });
    hear(live, { event: 'said', dialogue: 'd_1', turn: 7, clause: said({ text: 'A month.', by: 'human' }), at: 22 });
    hear(live, { event: 'ended', dialogue: 'd_1', turn: 7, why: 'answered', brain: 'extractive', ms: 3, heard: null });
    hear(live, { event: 'asked', dialogue: 'd_9', turn: 1, question: 'who?', lang: 'en', at: 23 });
    const [talk] = live.talks;
    expect(talk!.said).toEqual([turn(7, { at: 20, question: 'Rent?', why: 'answered', brain: 'extractive', ms: 3, clauses: [said({ text: '45 yuan.' }), said({ text: 'A month.', by: 'human' })] })]);
    expect([talk!.dialogue.last, talk!.dialogue.lang]).toEqual([22, 'en']);
    hear(live, { event: 'over', dialogue: 'd_1' });
    expect(urgent(live.talks)).toEqual([]);
  });

  it('take up what was said before, and lose nothing that came meanwhile', () => {
    const live = blank();
    hear(live, { event: 'dialogues', dialogues: [dialogue('d_1')] });
    hear(live, { event: 'said', dialogue: 'd_1', turn: 2, clause: said({ text: '三' }), at: 5 });
    hear(live, { event: 'asked', dialogue: 'd_1', turn: 3, question: '四?', lang: 'zh', at: 6 });
    recalled(live.talks[0]!, [turn(1, { clauses: [said({ text: '一' })] }), turn(2, { question: '二?' })]);
    expect(live.talks[0]!.said.map((one) => [one.turn, one.question, one.clauses.length])).toEqual([[1, '租金?', 1], [2, '二?', 1], [3, '四?', 0]]);
    expect(live.talks[0]!.known).toBe(true);
  });

  it('stand with those on top that want somebody', () => {
    const live = blank();
    hear(live, { event: 'dialogues', dialogues: [dialogue('a', { last: 5 }), dialogue('b', { last: 9 }), dialogue('c', { last: 2, handed: true }), dialogue('d', { last: 3, handed: true, taken_by: 'x' })] });
    expect(urgent(live.talks).map((talk) => talk.dialogue.id)).toEqual(['c', 'b', 'a', 'd']);
  });
});
