/** The words of guides; fetched with their code, never before the first view. */

import { lang } from '../i18n';
import type { Language } from '../world/scene';
import { en } from './words-en';
import { type GuideKey, zh } from './words-zh';

export type { GuideKey } from './words-zh';

/** The words of `key` in a language, with `{names}` filled in. */
export function wordsFor(language: Language, key: GuideKey, params: Record<string, string | number> = {}): string {
  const said: string = (language === 'en' ? en : zh)[key];
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The same in the visitor's language. */
export const say = (key: GuideKey, params: Record<string, string | number> = {}): string => wordsFor(lang(), key, params);
