import { type TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { TurnView } from '../../src/guide/turn-view';
import { setLang } from '../../src/i18n';
import { GuideBook, type GuideMessage } from '../../src/world/guides';
import { actOf, CITED, guideHere, sayOf, turnOf } from './samples';

function view(...messages: GuideMessage[]) {
  const book = new GuideBook();
  book.apply({ t: 'guides', guides: [guideHere({ human: '王敏' })] });
  book.apply(turnOf({ state: 'speaking' }));
  for (const message of messages) book.apply(message);
  const host = {
    nameOf: (node: string) => ({ pump: '真空泵' })[node] ?? '', open: vi.fn(), follow: vi.fn(), again: vi.fn(),
    cut: vi.fn((): { heard: number; ms: number } | null => null), rate: vi.fn(() => Promise.resolve()),
  };
  const made = new TurnView(book.turns.get(1)!, host);
  const root = made.root as unknown as TinyElement;
  const tell = (message: GuideMessage): void => {
    book.apply(message);
    made.update();
  };
  return { root, host, tell, text: (selector: string) => root.querySelectorAll(selector).map(({ textContent }) => textContent) };
}

beforeEach(() => setLang('zh-CN'));

describe('a question and its answer', () => {
  it('grows clause by clause under one label of the AI, each source once', () => {
    const { root, tell, text } = view(sayOf());
    tell(sayOf({ n: 1, text: '首年免租两个月。' }));
    tell(sayOf({ n: 2, text: '供电充足。', citations: [{ ...CITED, document: 'power', title: '供电' }] }));
    expect(text('.question')).toEqual(['租金多少？']);
    expect(text('.words')[0]).toBe('二号楼厂房每月每平方米 38 元。1首年免租两个月。1供电充足。2');
    expect(text('.ai-label')).toEqual(['AI 生成合成']);
    expect(text('.source summary')).toEqual(['1租金与物业第 2 版', '2供电第 2 版']);
    expect(text('blockquote')[0]).toBe(CITED.quote);
    root.querySelectorAll('.cite')[2]!.click();
    expect(root.querySelectorAll('details').map((each) => Boolean((each as unknown as { open?: boolean }).open))).toEqual([false, true]);
  });

  it('an officer’s words stand apart, by name, without the label of an AI', () => {
    const { root, text } = view(sayOf(), sayOf({ n: 1, by: 'human', citations: [], text: '您好，我是王敏。' }));
    expect(text('.human-label')).toEqual(['人工 · 王敏']);
    expect(root.querySelectorAll('.human')[0]!.textContent).not.toMatch(/AI|人工智能/);
  });

  it('says what the guide does, lets one follow, and tells what was refused or taken back', () => {
    const { root, host, tell, text } = view(actOf({ action: 'lead_to' }));
    root.querySelector('.follow')!.click();
    expect(host.follow).toHaveBeenCalledExactlyOnceWith('pump');
    tell(actOf({ action: 'lead_to', state: 'done' }));
    tell(actOf({ n: 1, action: 'explode_exhibit', args: { node: 'gone' }, state: 'refused', code: 'node_unknown' }));
    tell(actOf({ n: 2, action: 'set_variant', state: 'undone' }));
    expect(text('.deed')).toEqual(['带你去真空泵', '拆解那里没能做到', '切换真空泵的样式已复原']);
    expect(root.querySelector('.follow')).toBeNull();
  });

  it('opens for the asker what the guide offers', () => {
    const { root, host, text } = view(
      actOf({ action: 'prefill_registration', args: { values: { name: '云帆', wants_booth: true } } }), actOf({ n: 1, action: 'call_staff', args: {} }));
    expect(text('.offer')).toEqual(['带着刚才说的内容填写入驻申请将预填：企业名称 云帆 · 需要展位']);
    root.querySelector('.offer')!.click();
    root.querySelector('.staff-called .chip')!.click();
    expect(host.open.mock.calls.map(([offer]) => (offer as { do: string }).do)).toEqual(['prefill', 'page']);
  });

  it('pales what was not heard when it was cut', () => {
    const { root, host, tell, text } = view(sayOf({ text: '一二三四', ms: 1000 }), sayOf({ n: 1, text: '五六七八', ms: 1000 }));
    host.cut.mockReturnValue({ heard: 1, ms: 500 });
    tell(turnOf({ state: 'stopped' }));
    expect(text('.unheard')).toEqual(['七八']);
    expect(text('.cut')).toEqual(['讲到这里被打断']);
    expect(root.dataset['state']).toBe('stopped');
  });

  it('can be rated once it is over, with words when it did not help', async () => {
    const { root, host, tell } = view(sayOf());
    expect(root.querySelector('.thumb')).toBeNull();
    tell(turnOf({ state: 'done' }));
    root.querySelectorAll('.thumb')[1]!.click();
    await vi.waitFor(() => expect(root.querySelector('.why')).not.toBeNull());
    root.querySelector('.why')!.value = ' 价格不对 ';
    root.querySelector('.why-form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.waitFor(() => expect(root.querySelector('.rating')!.textContent).toContain('谢谢'));
    expect(host.rate.mock.calls.map((call) => (call as unknown[]).slice(1))).toEqual([[-1, ''], [-1, '价格不对']]);
  });

  it('a failed one can be asked again', () => {
    const { root, host, tell } = view();
    tell(turnOf({ state: 'failed', code: 'guide_busy' }));
    root.querySelector('.turn-end .chip')!.click();
    expect(host.again).toHaveBeenCalledExactlyOnceWith('租金多少？');
  });
});
