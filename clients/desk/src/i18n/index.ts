/** Words in the reader's language; what is drawn with them follows a change by itself. */

import { ref } from 'vue';

import { recall, remember } from '@web/memory';

import type { Localised } from '@/api/types';

import { en } from './en';
import { type Key, zh } from './zh';

export type { Key } from './zh';
export type Language = 'zh-CN' | 'en';
export type Params = Record<string, string | number>;

const current = ref<Language>(initial());

function initial(): Language {
  const known = recall('lang') ?? globalThis.navigator?.language ?? 'zh-CN';
  return known.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export const lang = (): Language => current.value;

/** Change the language everywhere and remember it, for the park's pages too. */
export function setLang(next: Language): void {
  current.value = next;
  remember('lang', next);
}

/** The words of `key`, with `{names}` filled in. */
export function t(key: Key, params: Params = {}): string {
  const said: string = (current.value === 'en' ? en : zh)[key];
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Whether there are words for a key that was put together from a code. */
export const known = (key: string): key is Key => key in zh;

/** A text in the reader's language, or in the other where it has none. */
export function words(text: Localised | null | undefined): string {
  if (!text) return '';
  return current.value === 'en' ? text.en || text.zh : text.zh || text.en;
}
