/** A persona as its form has it, and what of it has changed. */

import type { Persona, PersonaBody } from '@/api/guides';

export const MOST_SUGGESTIONS = 6;
/** Names and greetings are heard by everybody: they need words. */
const SPOKEN = ['name', 'greeting'] as const;

export function formOf(persona: Persona | null): PersonaBody {
  const blank: PersonaBody = {
    name: { zh: '', en: '' }, greeting: { zh: '', en: '' }, suggestions: [], voice: 'alloy', body: '', lang: 'zh', tone: 'warm', knowledge: [], never: [], brief: { zh: '', en: '' },
  };
  if (!persona) return blank;
  const { id: _id, version: _version, ...told } = persona;
  return structuredClone({ ...blank, ...told, brief: { zh: '', en: '', ...told.brief } });
}

/** What the server is told: without suggestions that nobody wrote. */
export function bodyOf(form: PersonaBody): PersonaBody {
  const brief = form.brief.zh || form.brief.en ? form.brief : {};
  return { ...form, brief, suggestions: form.suggestions.filter(({ zh, en }) => zh.trim() || en.trim()) };
}

/** Which parts differ from what is kept. */
export function changesOf(form: PersonaBody, persona: Persona): Partial<PersonaBody> {
  const [now, before] = [bodyOf(form), bodyOf(formOf(persona))];
  const names = Object.keys(now) as (keyof PersonaBody)[];
  return Object.fromEntries(names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name])).map((name) => [name, now[name]]));
}

export const isWhole = (form: PersonaBody): boolean => SPOKEN.every((name) => form[name].zh.trim() !== '' || form[name].en.trim() !== '');

/** Written lines as separate phrases, each once. */
export const phrasesOf = (text: string): string[] => [...new Set(text.split(/[\n;；]/).map((one) => one.trim()).filter(Boolean))];
