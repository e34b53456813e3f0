/** A unified social credit code (GB 32100-2015) as people read it: in groups, with what each says. */

import type { Localised } from '@/api/types';

import { PROVINCES } from './provinces';

export const LENGTH = 18;
/** Registrar and type; region; the organisation's own code with its check digit; check digit. */
const GROUPS = [2, 6, 9, 1];
const TYPES: Record<string, Localised> = {
  91: { zh: '企业', en: 'company' },
  92: { zh: '个体工商户', en: 'self-employed business' },
  93: { zh: '农民专业合作社', en: "farmers' cooperative" },
};

/** The characters of what was typed or pasted: no spaces or hyphens, ASCII, capitals. */
export const plain = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\-‐‑‒–—_·.]/gu, '').toUpperCase();

/** In groups of 2, 6, 9 and 1, as far as it has come; what is too much stays at the end, to be seen. */
export function grouped(text: string): string {
  const code = plain(text);
  const parts: string[] = [];
  let at = 0;
  for (const size of GROUPS) {
    if (at >= code.length) break;
    parts.push(code.slice(at, at + size));
    at += size;
  }
  if (at < code.length) parts[parts.length - 1] += code.slice(at);
  return parts.join(' ');
}

/** Where the caret stands in the grouped text after so many characters of the code. */
export function caretAfter(text: string, characters: number): number {
  let [seen, at] = [0, 0];
  for (; at < text.length && seen < characters; at++) if (text[at] !== ' ') seen += 1;
  return at;
}

export interface Meaning {
  type: Localised;
  region: Localised;
}

/** What a right code says of its holder; null where it says nothing that is known here. */
export function meaning(text: string): Meaning | null {
  const code = plain(text);
  const type = TYPES[code.slice(0, 2)];
  const region = code.slice(2, 8) === '100000' ? PROVINCES['10'] : PROVINCES[code.slice(2, 4)];
  return code.length === LENGTH && type && region ? { type, region } : null;
}
