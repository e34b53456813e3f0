/** A persona as its form has it, and what of it has changed. */

import type { Persona, PersonaBody, Personas } from '@/api/guides';

export const MOST_SUGGESTIONS = 12;

/** A copy that shares nothing with what it is of: pages hand proxies around, which cannot be cloned. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function formOf(persona: Persona | null): PersonaBody {
  const blank: PersonaBody = {
    name: { zh: '', en: '' }, greeting: { zh: '', en: '' }, suggestions: [], voice: 'alloy', body: '', lang: 'zh', tone: 'warm', knowledge: [], never: [], brief: { zh: '', en: '' },
  };
  if (!persona) return blank;
  const { id: _id, version: _version, used: _used, ...told } = persona;
  return plain({ ...blank, ...told });
}

/** What the server is told: without suggestions that nobody wrote. */
export function bodyOf(form: PersonaBody): PersonaBody {
  return { ...form, suggestions: form.suggestions.filter(({ zh, en }) => zh.trim() || en.trim()) };
}

/** Which parts differ from what is kept. */
export function changesOf(form: PersonaBody, persona: Persona): Partial<PersonaBody> {
  const [now, before] = [bodyOf(form), bodyOf(formOf(persona))];
  const names = Object.keys(now) as (keyof PersonaBody)[];
  return Object.fromEntries(names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name])).map((name) => [name, now[name]]));
}

/** Whoever comes hears it in their own language: both are needed. */
export const isWhole = (form: PersonaBody): boolean =>
  [form.name, form.greeting, ...bodyOf(form).suggestions].every(({ zh, en }) => zh.trim() !== '' && en.trim() !== '');

/** Written lines as separate phrases, each once. */
export const phrasesOf = (text: string): string[] => [...new Set(text.split(/[\n;；]/).map((one) => one.trim()).filter(Boolean))];

/** Portraits by the names of bodies; those that are not drawn yet are left out. */
export const picturesOf = (bodies: Personas['bodies']): Record<string, string> =>
  Object.fromEntries(bodies.flatMap(({ id, picture }) => (picture ? [[id, picture]] : [])));
