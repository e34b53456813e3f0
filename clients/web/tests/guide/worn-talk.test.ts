import '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { WornTalk } from '../../src/guide/worn-talk';
import { setLang } from '../../src/i18n';
import type { XrCard } from '../../src/stage-api';
import { GuideBook } from '../../src/world/guides';
import { guideHere, sayOf, turnOf } from './samples';

function worn() {
  const book = new GuideBook(), shown: (XrCard | null)[] = [];
  book.apply({ t: 'guides', guides: [guideHere()] });
  let whispers = false;
  const host = {
    stage: () => ({ xr: { card: (card: XrCard | null) => void shown.push(card), caption: vi.fn() } }) as never,
    ask: vi.fn(), stop: vi.fn(), turns: () => [...book.turns.values()], guide: () => book.here[0]!, name: () => '小境', canListen: () => true, hold: vi.fn(),
    closed: vi.fn(), whisper: { get: () => whispers, set: (on: boolean) => void (whispers = on) },
  };
  return { book, host, made: new WornTalk(host), now: () => shown.at(-1) ?? null };
}

beforeEach(() => setLang('zh-CN'));

describe('a talk inside the headset', () => {
  it('a question is chosen, its answer read, stopped, and its sources opened', () => {
    const { book, host, made, now } = worn();
    made.open();
    made.press(now()!.list![0]!.id);
    expect(host.ask).toHaveBeenCalledExactlyOnceWith('租金多少？');
    book.apply(turnOf({ state: 'speaking' }));
    book.apply(sayOf());
    made.update();
    expect([now()!.title, now()!.aside]).toEqual(['小境 · AI 生成合成', true]);
    made.press('g:stop');
    expect(host.stop).toHaveBeenCalledOnce();
    made.press('g:sources');
    expect(now()!.title).toBe('租金与物业');
    made.press('g:back');
    made.press('g:close');
    expect([now(), host.closed.mock.calls.length, made.shown]).toEqual([null, 1, false]);
  });

  it('a question asked aloud leads to its answer too', () => {
    const { book, made, now } = worn();
    made.open();
    book.apply(turnOf({ turn: 9, state: 'thinking' }));
    made.update();
    expect(now()!.lines.join()).toContain('租金多少？');
  });

  it('a human can be asked for without a word', () => {
    const { made, host } = worn();
    made.open();
    made.press('g:staff');
    expect(host.ask).toHaveBeenCalledExactlyOnceWith('请帮我找工作人员');
  });

  it('whispering is a button', () => {
    const { made, now } = worn();
    made.open();
    made.press('g:whisper');
    expect(now()!.buttons[0]!.label).toBe('悄悄问：开');
  });

  it('nothing is drawn while it is not open', () => {
    const { made, now } = worn();
    made.update();
    made.close();
    expect(now()).toBeNull();
  });
});
