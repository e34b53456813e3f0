/** The words of companies, space to let and visits; fetched with their code, never before the first view. */

import { lang } from '../i18n';
import type { Language } from '../world/scene';
import { en } from './words-en';
import { type BusinessKey, zh } from './words-zh';

export type { BusinessKey } from './words-zh';

/** The words of `key` in a language, with `{names}` filled in. */
export function wordsFor(language: Language, key: BusinessKey, params: Record<string, string | number> = {}): string {
  const said: string = (language === 'en' ? en : zh)[key];
  return said.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The same in the visitor's language. */
export const say = (key: BusinessKey, params: Record<string, string | number> = {}): string => wordsFor(lang(), key, params);
