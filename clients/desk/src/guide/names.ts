/** What things of the guide are called. */

import type { Dialogue } from '@/api/dialogues';
import type { GuideLang, Kind, Visibility } from '@/api/knowledge';
import { known, t } from '@/i18n';
import { session } from '@/session';
import { authorOf } from '@/ui/author';

/** The words of a key that was put together from a code, where there are any; else the code itself. */
export const coded = (key: string, code: string): string => (known(key) ? t(key) : code);

export const kindName = (kind: Kind): string => t(`know.kind.${kind}`);
export const visibilityName = (visibility: Visibility): string => t(`know.visibility.${visibility}`);
export const VISIBILITY_LOOKS: Record<Visibility, string> = { public: '', investors: 'warm', staff: 'bad' };
/** The language that guides speak of two that is meant by a tag such as `zh-CN`. */
export const spoken = (tag: string): GuideLang => (tag.startsWith('en') ? 'en' : 'zh');
export const langName = (tag: string): string => t(spoken(tag) === 'en' ? 'language.en' : 'language.zh');
/** What was noticed while a file was read. */
export const readWords = (code: string): string => coded(`know.note.${code}`, code);
export const actionName = (name: string): string => coded(`guide.action.${name}`, name);
export const whyName = (why: string): string => coded(`guide.why.${why}`, why);
export const brainName = (brain: string): string => coded(`guide.brain.${brain}`, brain);

/** Where the park's own records are kept, for those that documents are made of. */
const HOMES: readonly (readonly [prefix: string, path: string])[] = [['exhibit/', '/exhibits/'], ['company/', '/companies'], ['unit/', '/space'], ['park', '/site']];

/** The page of a source, at the place that is cited; records of the park are read there too. */
export const wayTo = (document: string, span?: { start: number; end: number; version?: number }): string =>
  `/knowledge/${encodeURIComponent(document)}${span ? `?at=${span.start}-${span.end}${span.version ? `&version=${span.version}` : ''}` : ''}`;

/** Where a record of the park is edited; null for what staff taught. */
export function homeOf(document: string): string | null {
  const found = HOMES.find(([prefix]) => document.startsWith(prefix));
  if (!found) return null;
  return found[0] === 'exhibit/' ? found[1] + document.slice(found[0].length) : found[1];
}


/** Why a test failed; a fact that was missing stands in its code. */
export const reasonName = (reason: string): string =>
  reason.startsWith('fact:') ? t('gtest.reason.missing', { fact: reason.slice('fact:'.length) }) : coded(`gtest.reason.${reason}`, reason);

/** Whoever speaks through a guide, as they are called. */
export const officerName = ({ taken_by: by, taken_name: name }: Pick<Dialogue, 'taken_by' | 'taken_name'>): string =>
  by === session.id ? t('dialogue.you') : authorOf(by, name === '—' ? '' : name);
