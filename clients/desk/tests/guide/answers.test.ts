import { describe, expect, it } from 'vitest';

import { actionsOf, answerOf, finishOf, historyOf, type Tried } from '@/guide/bench';
import { asked, daysOption } from '@/guide/charts';
import { homeOf, wayTo } from '@/guide/names';
import { documentsOf, figuresIn, numbersOf, sourcesOf } from '@/guide/sources';
import { barsOf, countsOf, sorted } from '@/guide/tests';

import { citation, test, trial } from './make';

describe('sources of an answer', () => {
  const [a, b] = [citation(), citation({ document: 'power', start: 3, end: 9 })];
  const sources = sourcesOf([{ citations: [a] }, { citations: [b, { ...a }] }, { citations: [citation({ start: 20, end: 30 })] }]);

  it('are numbered once, as they are first named', () => {
    expect(sources.map(({ number, citation: one }) => [number, one.document, one.start])).toEqual([[1, 'rents', 0], [2, 'power', 3], [3, 'rents', 20]]);
    expect(numbersOf(sources, [b, a])).toEqual([1, 2]);
    expect(documentsOf(sources)).toEqual(['rents', 'power']);
  });

  it('are found at their place', () => {
    expect(wayTo('exhibit/gas-turbine', citation({ version: 4 }))).toBe('/knowledge/exhibit%2Fgas-turbine?at=0-8&version=4');
    expect([homeOf('exhibit/gas-turbine'), homeOf('unit/hall/a'), homeOf('rents')]).toEqual(['/exhibits/gas-turbine', '/space', null]);
  });

  it('have figures that a test may ask for', () => {
    expect(figuresIn('二楼租金 45 元/㎡·月，荷载 5kN/㎡，起租 2026年，折扣 12.5%，45 元/㎡·月')).toEqual(['45 元/㎡·月', '5kN/㎡', '2026年', '12.5%']);
    expect(figuresIn('不在资料中')).toEqual([]);
  });
});

describe('trying a guide', () => {
  const done = trial([
    { type: 'clause', text: '45 元。', lang: 'zh', kind: 'answer', citations: [citation()] }, { type: 'action', name: 'point_at', args: { node: 'n' } },
    { type: 'clause', text: '还有别的吗？', lang: 'zh', kind: 'ask_back', citations: [] }, { type: 'finish', why: 'answered', brain: 'extractive' },
  ]);

  it('reads an answer out of pieces', () => {
    expect([answerOf(done), actionsOf(done).map(({ name }) => name), finishOf(done)?.why]).toEqual(['45 元。还有别的吗？', ['point_at'], 'answered']);
    expect(finishOf(trial([]))).toBeNull();
  });

  it('remembers what was answered, not what failed', () => {
    const tried: Tried[] = [{ key: 1, question: '一?', trial: done, trouble: null }, { key: 2, question: '二?', trial: null, trouble: 'x' }];
    expect(historyOf(tried)).toEqual([{ question: '一?', answer: '45 元。还有别的吗？', citations: [citation()] }]);
    expect(historyOf(Array.from({ length: 20 }, (_, key) => ({ key, question: String(key), trial: done, trouble: null }))).map(({ question }) => question)[0]).toBe('8');
  });
});

describe('tests of a guide', () => {
  it('stand with what failed on top', () => {
    const tests = [test('a', true), test('b', null), test('c', false)];
    expect(sorted(tests, 'all').map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(sorted(tests, 'passed').map(({ id }) => id)).toEqual(['a']);
    expect(countsOf(tests)).toEqual({ all: 3, failed: 1, passed: 1, new: 1, run: 2 });
  });

  it('show how runs went', () => {
    expect(barsOf([{ at: 1, passed: 0, failed: 0 }, { at: 2, passed: 3, failed: 1 }]).map(({ at, share }) => [at, share])).toEqual([[2, 0.75]]);
    expect(barsOf(Array.from({ length: 40 }, (_, at) => ({ at, passed: 1, failed: 0 })))).toHaveLength(24);
  });
});

describe('charts of guides', () => {
  const day = (at: number, answered: number) => ({ at, answered, vague: 0, unknown: 1 - answered, refused: 0, small_talk: 0, cut: 0 });
  it('stack how answers ended', () => {
    const option = daysOption([day(1, 1), day(2, 0)], String, (one) => one) as { series: { name: string; data: number[] }[] };
    expect(option.series.map(({ name, data }) => [name, data])).toEqual([['answered', [1, 0]], ['vague', [0, 0]], ['unknown', [0, 1]], ['refused', [0, 0]], ['small_talk', [0, 0]], ['cut', [0, 0]]]);
    expect(asked([day(1, 1), { ...day(2, 1), answered: 0 }])).toHaveLength(1);
  });
});
