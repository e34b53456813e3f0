import { page, type TinyElement } from '../tiny-dom';

import { describe, expect, it, vi } from 'vitest';

import { apply, lang, onLang, setLang, t } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { el, icon, iconButton, segmented, toggle } from '../../src/ui/dom';
import { ICONS } from '../../src/ui/icons';

const tiny = (element: unknown): TinyElement => element as TinyElement;

describe('an element', () => {
  it('carries what it was given', () => {
    const onclick = vi.fn();
    const made = tiny(el('button', { class: 'a b', id: 'x', text: '好', attrs: { type: 'button' }, onclick }, null));
    made.click();
    expect([made.className, made.id, made.textContent, made.getAttribute('type')]).toEqual(['a b', 'x', '好', 'button']);
    expect(onclick).toHaveBeenCalledOnce();
  });

  it('takes words as words, never as markup', () => {
    const made = tiny(el('p', { text: '<img src=x onerror=alert(1)>' }));
    expect(made.children).toHaveLength(0);
    expect(made.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('follows a change of language: its words, its label, its placeholder', () => {
    const made = tiny(el('div', {}, el('span', { t: 'close' }), el('input', { placeholder: 'welcome.placeholder' }), el('button', { label: 'bar.help' })));
    page.body.append(made);
    const heard = vi.fn();
    onLang(heard);
    setLang('en');
    const [words, field, button] = made.children as [TinyElement, TinyElement, TinyElement];
    expect([words.textContent, field.placeholder, button.title]).toEqual([en['close'], en['welcome.placeholder'], en['bar.help']]);
    expect(button.getAttribute('aria-label')).toBe(en['bar.help']);
    setLang('zh-CN');
    expect(words.textContent).toBe(zh['close']);
    expect([heard.mock.calls.length, lang(), page.documentElement.lang]).toEqual([2, 'zh-CN', 'zh-CN']);
    apply();
  });
});

describe('words with places in them', () => {
  it('are filled, and what is not known is left out', () => {
    expect(t('bar.people', { n: 3 })).toBe(zh['bar.people'].replace('{n}', '3'));
    expect(t('label.enter', {})).not.toContain('{');
    expect(t('label.enter', { hall: '{n}' })).toContain('{n}');
  });
});

describe('an icon', () => {
  it.each(Object.keys(ICONS) as (keyof typeof ICONS)[])('%s is drawn within its square and hidden from readers', (name) => {
    const drawn = tiny(icon(name));
    expect(drawn.getAttribute('aria-hidden')).toBe('true');
    expect(drawn.children.length).toBeGreaterThan(0);
    for (const path of drawn.children) expect(path.getAttribute('d')).toMatch(/^[Mm][\d\s.,\-a-zA-Z]+$/);
  });

  it('in a button says its name instead', () => {
    expect(tiny(iconButton('close', 'close', () => undefined)).getAttribute('aria-label')).toBe(zh['close']);
  });
});

describe('a choice of one', () => {
  it('shows the chosen, moves with a pick, and tells the value rather than its words', () => {
    const picked: number[] = [];
    const row = tiny(segmented([{ value: 30, label: '30°' }, { value: 0, label: '平滑' }], 30, (n) => picked.push(n), '转身'));
    const checked = (): (string | null)[] => row.children.map((child) => child.getAttribute('aria-checked'));
    expect(checked()).toEqual(['true', 'false']);
    row.children[1]!.click();
    expect(checked()).toEqual(['false', 'true']);
    expect(picked).toEqual([0]);
  });
});

describe('a switch', () => {
  it('tells each change and shows its state', () => {
    const heard: boolean[] = [];
    const input = tiny(toggle('settings.sound', true, (on) => heard.push(on))).querySelector('input')!;
    expect(input.checked).toBe(true);
    input.checked = false;
    input.dispatchEvent(new Event('change'));
    expect(heard).toEqual([false]);
  });
});
