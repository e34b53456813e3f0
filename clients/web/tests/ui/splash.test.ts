import { put } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLang } from '../../src/i18n';
import { zh } from '../../src/i18n/zh';
import { Splash } from '../../src/ui/splash';

const root = put('div', 'splash');
const parts = Object.fromEntries(['text', 'park', 'hall', 'fill'].map((name) => [name, put('div', `splash-${name}`)]));
const text = (): string => parts['text']!.textContent;

beforeEach(() => {
  setLang('zh-CN');
  root.className = '';
  root.replaceChildren();
});

describe('the first picture', () => {
  it.each([
    [0, 2_500_000, '0.0 MB', '2.5 MB'],
    [99_000, 99_999, '99 KB', '100 KB'],
    [1_234_567, 20_000_000, '1.2 MB', '20.0 MB'],
  ])('of %i among %i bytes says so in words', (loaded, total, here, all) => {
    new Splash().setProgress(loaded, total);
    expect(text()).toContain(here);
    expect(text()).toContain(all);
  });

  it('keeps its bar within its frame, whatever it is told', () => {
    for (const [loaded, total] of [[5, 0], [0, 10], [10, 10], [30, 10]] as const) {
      new Splash().setProgress(loaded, total);
      const share = Number(/scaleX\((.*)\)/.exec(parts['fill']!.style['transform'] as string)![1]);
      expect(share).toBeGreaterThanOrEqual(0.1);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('says what it does in the language that is chosen later, too', () => {
    const splash = new Splash();
    splash.say('splash.connecting');
    expect(text()).toBe(zh['splash.connecting']);
    expect(parts['text']!.dataset['t']).toBe('splash.connecting');
  });

  it('goes, and is gone', () => {
    const splash = new Splash();
    expect(splash.gone).toBe(false);
    splash.hide();
    expect(splash.gone).toBe(true);
  });
});

describe('a refusal', () => {
  it('comes back over the park, says why and offers what can be done', () => {
    const splash = new Splash();
    splash.hide();
    const [again, home] = [vi.fn(), vi.fn()];
    splash.refuse('这里满了', [{ key: 'refused.home', run: home }, { key: 'refused.again', run: again, primary: true }]);
    expect([splash.gone, text()]).toEqual([false, '这里满了']);
    const [first, second] = root.querySelectorAll('.buttons button');
    second!.click();
    expect([first!.className, second!.className]).toEqual(['secondary', 'primary']);
    expect([home.mock.calls.length, again.mock.calls.length]).toEqual([0, 1]);
  });

  it('is not talked over by what is still loading, and does not pile up buttons', () => {
    const splash = new Splash();
    splash.refuse('一', [{ key: 'refused.again', run: () => undefined }]);
    splash.refuse('二', [{ key: 'refused.again', run: () => undefined }]);
    splash.setProgress(1, 10);
    expect(text()).toBe('二');
    expect(root.querySelectorAll('.buttons button')).toHaveLength(1);
  });

  it('is taken back when one is let in after all', () => {
    const splash = new Splash();
    splash.refuse('一', [{ key: 'refused.again', run: () => undefined }]);
    splash.reopen();
    splash.setProgress(1, 10);
    expect(root.querySelector('.buttons')).toBeNull();
    expect(text()).not.toBe('一');
  });
});
