import { happen, type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { madeBy, stateWords, TalkView, type TalkHost } from '../../src/guide/talk-view';
import { setLang } from '../../src/i18n';
import { GuideBook } from '../../src/world/guides';
import { guideHere, sayOf, turnOf } from './samples';

vi.stubGlobal('requestAnimationFrame', (fn: () => void) => fn());

function talk(change: Partial<TalkHost> = {}) {
  const book = new GuideBook();
  book.apply({ t: 'guides', guides: [guideHere()] });
  let whispers = false;
  const ask = vi.fn();
  const host = {
    turns: () => [...book.turns.values()], current: () => [...book.turns.values()].find(({ state }) => state !== 'done') ?? null,
    waiting: () => false, failure: () => '', name: () => '小境', human: () => '', other: () => '', greeting: () => '您好', suggestions: () => ['租金多少？'],
    ask, again: vi.fn(), stop: vi.fn(), bargeIn: vi.fn(), token: () => 'token', forget: vi.fn(() => Promise.resolve()), heard: vi.fn(),
    soundWaits: () => false, facts: () => ({ model: '', abroad: false }), canListen: () => true, whisper: { get: () => whispers, set: (on: boolean) => void (whispers = on) },
    answerIn: { get: () => '' as const, set: vi.fn() }, nameOf: () => '', open: vi.fn(), follow: null, cut: () => null, rate: vi.fn(), ...change,
  } satisfies TalkHost;
  const view = new TalkView(host, true);
  const root = view.root as unknown as TinyElement;
  return { book, host, ask, view, root, text: (selector: string) => root.querySelector(selector)?.textContent ?? null };
}

beforeEach(() => setLang('zh-CN'));

describe('a talk', () => {
  it('begins with a greeting and questions to choose from, and says at all times that an AI speaks', () => {
    const { root, host, text } = talk();
    expect([text('.welcome .words'), text('.talk-label'), text('.state-words')]).toEqual(['您好', 'AI 生成合成', '随时可以提问']);
    root.querySelector('.suggestions .chip')!.click();
    expect(host.ask).toHaveBeenCalledExactlyOnceWith('租金多少？');
  });

  it('while an officer speaks the label is theirs', () => {
    const { text } = talk({ human: () => '王敏' });
    expect([text('.talk-label'), text('.state-words')]).toEqual(['人工 · 王敏', '王敏（工作人员）正在与您交谈']);
  });

  it('an answer can be stopped while it goes on, and the talk kept or deleted when it is over', async () => {
    const { book, view, root, host } = talk();
    book.apply(turnOf({ state: 'speaking' }));
    book.apply(sayOf());
    view.update();
    root.querySelector('.stop')!.click();
    expect(host.stop).toHaveBeenCalledOnce();
    expect(root.querySelector('.keeping')!.hidden).toBe(true);
    book.apply(turnOf({ state: 'done' }));
    view.update();
    expect([root.querySelector('.stop'), root.querySelector('.keeping')!.hidden]).toEqual([null, false]);
    expect(root.querySelector('.keeping a')!.getAttribute('href')).toBe('/api/v1/dialogues/own/token/summary?lang=zh-CN');
    root.querySelector('.keeping button')!.click();
    expect(host.forget).not.toHaveBeenCalled();
    root.querySelector('.danger')!.click();
    await vi.waitFor(() => expect(host.forget).toHaveBeenCalledOnce());
  });

  it('what is typed is asked by Enter; by Shift and Enter, or while words are being composed, it goes on', () => {
    const { root, ask } = talk();
    const input = root.querySelector('textarea')!;
    input.value = ' 有什么政策？ ';
    happen(input, 'keydown', { key: 'Enter', shiftKey: true });
    happen(input, 'keydown', { key: 'Enter', isComposing: true });
    expect(ask).not.toHaveBeenCalled();
    happen(input, 'keydown', { key: 'Enter' });
    happen(input, 'keydown', { key: 'Enter' });
    expect([ask.mock.calls, input.value]).toEqual([[['有什么政策？']], '']);
  });

  it('can be whispered, and says so', () => {
    const { root, text } = talk();
    root.querySelector('.whisper')!.click();
    expect([root.querySelector('.whisper')!.getAttribute('aria-pressed'), text('.options .fine')]).toEqual(['true', '仅自己能听到']);
  });

  it('hides the microphone where the park cannot listen; holding it stops whoever speaks', () => {
    expect(talk({ canListen: () => false }).root.querySelector('.mic')!.hidden).toBe(true);
    const { root, host } = talk();
    happen(root.querySelector('.mic')!, 'pointerdown', { pointerId: 1 });
    expect(host.bargeIn).toHaveBeenCalledOnce();
    // This page is not secure, and there is no microphone: that is said in words.
    expect(root.querySelector('.hearing')!.textContent).toContain('HTTPS');
  });

  it('follows the language', () => {
    const { text } = talk();
    setLang('en');
    expect([text('.talk-label'), text('.state-words')]).toEqual(['AI-generated · AI 生成', 'Ask anything about the park']);
  });

  it('says why a question could not be asked, and that sound waits for a touch', () => {
    const { text } = talk({ failure: () => '请稍候', soundWaits: () => true });
    expect([text('.state-words'), text('.talk-state .chip')]).toEqual(['这次没能回答：请稍候', '轻触开启声音']);
  });
});

it('who answers is said: a model by name, the records alone, a service abroad', () => {
  expect(madeBy({ model: 'qwen', abroad: true })).toBe('回答由语言模型 qwen 生成，并与园区资料核对 · 本讲解员使用境外模型服务');
  expect([madeBy({ model: '', abroad: false }), madeBy(null)]).toEqual(['回答由 AI 摘自园区资料', '']);
});

describe('how things stand', () => {
  const turn = (change: object) => ({ ...turnOf(), said: [], acts: [], silenced: false, ...change }) as never;
  it.each([
    [turn({ state: 'queued', place: 2 }), '', '', '前面还有 2 人在问，请稍候'], [turn({ state: 'thinking' }), '', '', '小境正在查园区资料…'],
    [turn({ state: 'speaking' }), '', '', '小境正在回答'], [null, '', '王工', '小境正在与王工交谈，您的问题会排队'],
    [turn({ state: 'speaking' }), '王敏', '', '王敏（工作人员）正在与您交谈'],
  ])('%#', (current, human, other, said) => expect(stateWords(current, '小境', human, other)).toBe(said));
});
