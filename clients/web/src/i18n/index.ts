/** Words in the visitor's language. Elements that carry `data-t…` follow a change by themselves. */

import { localise, type Language, type Localised } from '../world/scene';
import { recall, remember } from '../memory';
import { en } from './en';
import { type Key, zh } from './zh';

export type { Key } from './zh';
export type Params = Record<string, string | number>;

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
const listeners = new Set<() => void>();
let current: Language = initial();

function initial(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('lang');
  const isEnglish = asked ? asked.startsWith('en') : !navigator.language.toLowerCase().startsWith('zh');
  const closest = isEnglish ? 'en' : 'zh-CN';
  return offered().includes(closest) ? closest : offered()[0]!;
}

/** The languages that the park offers, as its page says; both where it says nothing. */
export function offered(): readonly Language[] {
  const said = globalThis.document?.documentElement.dataset?.['languages']?.split(' ') ?? [];
  const known = LANGUAGES.filter((each) => said.includes(each));
  return known.length ? known : LANGUAGES;
}

/** The language that one may change to, if there is one. */
export const otherLang = (): Language | null => offered().find((each) => each !== current) ?? null;

export const lang = (): Language => current;

/** Change the language everywhere and remember it; nothing happens for one that is not offered. */
export function setLang(next: Language): void {
  if (!offered().includes(next)) return;
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
