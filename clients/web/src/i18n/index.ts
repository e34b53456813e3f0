/** Words in the visitor's language. Elements that carry `data-t…` follow a change by themselves. */

import { localise, type Language, type Localised } from '../world/scene';
import { recall, remember } from '../memory';
import { en } from './en';
import { type Key, zh } from './zh';

export type { Key } from './zh';
export type Params = Record<string, string | number>;

const listeners = new Set<() => void>();
let current: Language = initial();

function initial(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('lang');
  if (asked) return asked.startsWith('en') ? 'en' : 'zh-CN';
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export const lang = (): Language => current;

/** Change the language everywhere and remember it. */
export function setLang(next: Language): void {
  current = next;
  remember('lang', next);
  apply();
  for (const fn of listeners) fn();
}

/** Call `fn` after each change of language. */
export function onLang(fn: () => void): void {
  listeners.add(fn);
}

/** The words of `key`, with `{names}` filled in. */
export function t(key: Key, params: Params = {}): string {
  const words: string = (current === 'en' ? en : zh)[key];
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The text of the scene in the visitor's language. */
export const words = (text: Localised | null | undefined): string => localise(text, current);

/** Write the words into every element that names a key: its text, its label, its placeholder. */
export function apply(root: ParentNode = document): void {
  document.documentElement.lang = current;
  for (const element of root.querySelectorAll<HTMLElement>('[data-t]')) {
    element.textContent = t(element.dataset['t'] as Key);
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-t-label]')) {
    label(element, t(element.dataset['tLabel'] as Key));
  }
  for (const element of root.querySelectorAll<HTMLInputElement>('[data-t-placeholder]')) {
    element.placeholder = t(element.dataset['tPlaceholder'] as Key);
  }
}

function label(element: HTMLElement, text: string): void {
  element.setAttribute('aria-label', text);
  element.title = text;
}
