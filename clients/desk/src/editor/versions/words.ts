/** Differences as people say them: which property, what it was, what it is. */

import type { Difference, NodeDifference, PastEdit } from '@/api/halls';
import type { Localised } from '@/api/types';
import { type Key, known, t, words } from '@/i18n';

import { anglesOf, round } from '../panels/angles';
import { hexOf } from '../panels/colours';

export interface Told {
  what: string;
  before: string;
  after: string;
  /** CSS colours of both, where the property is one. */
  colours: readonly [string, string] | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isColour = (key: string): boolean => /(^|\/)(color|background|sky|ground)$/.test(key) && key !== 'environment/sky';
const isTurn = (key: string): boolean => key === 'rotation';
const inRadians = (key: string): boolean => /(^|\/)(yaw|pitch|angle|turn)$/.test(key);
const inMetres = (key: string): boolean => /(^|\/)(translation|size|width|height|radius|range|position|fog)$/.test(key) && !/pages/.test(key);

/** What a property is called; one that has no words of its own by its key. */
export function nameOf(key: string): string {
  const parts = key.split('/');
  // The whole of it, then what it ends with, then what holds it.
  const ends = parts.map((_, from) => parts.slice(from));
  const holders = parts.map((_, less) => parts.slice(0, parts.length - less));
  const name = [...ends, ...holders].map((some) => `key.${some.join('.')}`).find(known);
  return name ? t(name) : key;
}

/** A value in words. */
export function valueOf(key: string, value: unknown): string {
  if (value === null || value === undefined) return t('diff.none');
  if (typeof value === 'boolean') return t(value ? 'diff.yes' : 'diff.no');
  if (typeof value === 'number') return numberOf(key, value);
  if (typeof value === 'string') return choiceOf(key, value);
  if (Array.isArray(value)) return listOf(key, value);
  if (isRecord(value)) {
    if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return words(value as unknown as Localised) || t('diff.none');
    if (isRecord(value['title'])) return words(value['title'] as unknown as Localised);
  }
  return t('diff.something');
}

function numberOf(key: string, value: number): string {
  if (inRadians(key)) return `${round((value * 180) / Math.PI, 1)}°`;
  return `${round(value)}${inMetres(key) ? ' m' : ''}`;
}

function choiceOf(key: string, value: string): string {
  const name = `diff.${key.split('/').at(-1)}.${value}`;
  return known(name) ? t(name) : value || t('diff.none');
}

function listOf(key: string, value: readonly unknown[]): string {
  if (!value.every((each) => typeof each === 'number')) return t('diff.items', { n: value.length });
  const numbers = value as number[];
  if (isTurn(key) && numbers.length === 4) return anglesOf(numbers as [number, number, number, number]).map((angle) => `${round(angle, 1)}°`).join(', ');
  if (isColour(key)) return hexOf(numbers);
  return `${numbers.map((each) => round(each)).join(', ')}${inMetres(key) ? ' m' : ''}`;
}

/** One property that differs. */
export function told({ key, before, after, told: isTold }: Difference): Told {
  const what = nameOf(key);
  if (!isTold) return { what, before: '', after: '', colours: null };
  const both = [before, after].map((value) => (Array.isArray(value) ? hexOf(value as number[]) : 'transparent')) as [string, string];
  return { what, before: valueOf(key, before), after: valueOf(key, after), colours: isColour(key) ? both : null };
}

/** A node by its name, the hall as such. */
export const subjectOf = ({ node, name, kind }: Pick<NodeDifference, 'node' | 'kind'> & { name: Partial<Localised> | null }): string =>
  node === '' ? t('diff.hall') : words(name as Localised | null) || (known(`kind.${kind}`) ? t(`kind.${kind}` as Key) : node);

/** How many things differ, in one line; empty when nothing does. */
export function summary(counts: { added: number; removed: number; changed: number }, hall: boolean): string {
  const parts = (['added', 'changed', 'removed'] as const).filter((how) => counts[how]).map((how) => t(`diff.count.${how}`, { n: counts[how] }));
  return [...parts, ...(hall ? [t('diff.count.hall')] : [])].join(t('list.comma'));
}

/** What an edit came from and was about: “撤销 · 调整了 3 个物体”. */
export function edited({ note, touched, nodes }: PastEdit): string {
  const [how = '', ...rest] = note.split(':');
  const about = rest.join(':');
  const from = known(`past.${how}`) ? t(`past.${how}` as Key, { words: about ? t('past.quote', { words: about }) : '' }) : '';
  const first = touched[0];
  if (!first) return from || t('past.nothing');
  const hows = new Set(touched.map((one) => one.how));
  const act = hows.size === 1 ? [...hows][0]! : 'changed';
  const names = nodes > 2 ? t('past.several', { name: subjectOf({ ...first, kind: first.kind ?? '' }), n: nodes }) : touched.map((one) => subjectOf({ ...one, kind: one.kind ?? '' })).join(t('list.and'));
  const keys = nodes === 1 && act === 'changed' ? [...new Set(first.keys.map(nameOf))].slice(0, 3).join(t('list.and')) : '';
  const done = keys ? t('past.did.property', { name: names, keys }) : t(`past.did.${act}`, { name: names });
  return from ? `${from} · ${done}` : done;
}

