/** The form of an application as its reader wants it: by groups, each value in words, what was found beside it. */

import type { Application, Comment, FieldRule, Rules } from '@/api/registry';
import type { Finding } from '@/api/types';
import { lang, t, words } from '@/i18n';

export interface Line {
  name: string;
  pointer: string;
  label: string;
  /** Empty: nothing was filled in. */
  shown: string;
  sealed: boolean;
  findings: Finding[];
  comments: Comment[];
}
export interface Group {
  name: string;
  label: string;
  lines: Line[];
}

export const fieldPointer = (name: string): string => `/fields/${name}`;
export const paperPointer = (kind: string): string => `/documents/${kind}`;

/** Every field that was asked for or filled in, under its heading. */
export function grouped(form: Rules, application: Application): Group[] {
  return form.groups.map(({ name, label }) => ({
    name, label: words(label), lines: form.fields.filter((field) => field.group === name && concerns(field, application)).map((field) => lineOf(field, application)),
  })).filter(({ lines }) => lines.length > 0);
}

/** Fields of the other case are left out, unless something stands in them. */
function concerns(field: FieldRule, { fields }: Application): boolean {
  const value = fields[field.name];
  if (value !== undefined && value !== null && value !== '') return true;
  const which = fields['case'];
  return !field.cases?.length || typeof which !== 'string' || field.cases.includes(which);
}

function lineOf(field: FieldRule, { fields, findings, comments }: Application): Line {
  const pointer = fieldPointer(field.name);
  const shown = valueWords(field, fields[field.name]);
  return {
    name: field.name, pointer, label: words(field.label), shown, sealed: field.sealed,
    findings: findings.filter((one) => isAt(one.pointer, pointer)), comments: comments.filter((one) => isAt(one.pointer, pointer)),
  };
}

/** A finding at a thing, or within it. */
export const isAt = (pointer: string, at: string): boolean => pointer === at || pointer.startsWith(`${at}/`);

/** What stands in a field, in words. */
export function valueWords(field: FieldRule, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'registry.yes' : 'registry.no');
  if (field.kind === 'money' && typeof value === 'number') return money(value);
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).filter(Boolean).join(t('list.and'));
  const choice = field.choices?.find((one) => one.value === value);
  return choice ? words(choice.label) : String(value);
}

/** Integer fen as people read them: by ten thousand yuan in Chinese. */
export function money(fen: number): string {
  if (!Number.isFinite(fen)) return '';
  const yuan = fen / 100;
  if (lang() !== 'en' && yuan >= 10_000) return `${(yuan / 10_000).toLocaleString('zh-CN', { maximumFractionDigits: 6 })} 万元`;
  return lang() === 'en' ? `CNY ${yuan.toLocaleString('en')}` : `${yuan.toLocaleString('zh-CN')} 元`;
}

/** Where a pointer stands in the form: fields first, in their order, then papers. */
export function orderOf(form: Rules): (pointer: string) => number {
  const places = [...form.fields.map(({ name }) => fieldPointer(name)), ...form.documents.map(({ kind }) => paperPointer(kind))];
  return (pointer) => {
    const at = places.findIndex((one) => isAt(pointer, one));
    return at < 0 ? places.length : at;
  };
}

/** What a pointer is called. */
export function nameOf(form: Rules, pointer: string): string {
  const field = form.fields.find(({ name }) => isAt(pointer, fieldPointer(name)));
  if (field) return words(field.label);
  const paper = form.documents.find(({ kind }) => isAt(pointer, paperPointer(kind)));
  return paper ? words(paper.name) : t('registry.whole');
}
