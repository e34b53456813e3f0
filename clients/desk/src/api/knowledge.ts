/** What guides know: documents in versions, and what would be found in them. */

import { ask, get, segment } from './http';

export const VISIBILITIES = ['public', 'investors', 'staff'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
export const LANGS = ['zh', 'en'] as const;
export type GuideLang = (typeof LANGS)[number];
/** Kinds that staff write; the park's own records are read from where they are kept. */
export const KINDS = ['document', 'policy'] as const;
export const RECORDS = ['exhibit', 'company', 'unit', 'park'] as const;
export type Kind = (typeof KINDS)[number] | (typeof RECORDS)[number];

export interface Knowledge {
  id: string;
  version: number;
  title: string;
  lang: GuideLang;
  kind: Kind;
  visibility: Visibility;
  valid_from: string | null;
  valid_until: string | null;
  regions: string[];
  /** The file that it was read from; empty when it was written in place. */
  source: string;
  characters: number;
  passages: number;
  author: string;
  author_name: string;
  at: number;
}
export interface KnowledgePage {
  documents: Knowledge[];
  next: string | null;
}
export interface KnowledgeText extends Knowledge {
  text: string;
  /** Codes of what was noticed while its file was read. */
  notes: string[];
  pages: number | null;
  /** The latest questions that it answered. */
  asked?: { dialogue: string; turn: number; question: string; at: number }[];
}
export interface KnowledgePassage {
  start: number;
  end: number;
  headings: string[];
}
export interface KnowledgeVersion {
  number: number;
  title: string;
  at: number;
  author: string;
  author_name: string;
  characters: number;
}
export interface Hit {
  document: string;
  version: number;
  title: string;
  start: number;
  end: number;
  text: string;
  headings: string[];
  score: number;
  expired: boolean;
}

/** What staff say of a document. */
export interface Facts {
  title: string;
  lang: GuideLang;
  kind: Kind;
  visibility: Visibility;
  valid_from: string | null;
  valid_until: string | null;
  regions: string[];
}

export type Query = Record<string, string | number | null | undefined>;
/** The part of an address after its `?`; what is empty is left out. */
export function asked(query: Query): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== '' && value !== null && value !== undefined) kept.set(name, String(value));
  return kept.size ? `?${kept}` : '';
}

const one = (id: string): string => `/knowledge/${segment(id)}`;
export const getKnowledge = (query: Query): Promise<KnowledgePage> => get(`/knowledge${asked(query)}`);
export const getDocument = (id: string, version?: number): Promise<KnowledgeText> => get(`${one(id)}${asked({ version })}`);
export const getPassages = async (id: string, version?: number): Promise<KnowledgePassage[]> =>
  (await get<{ passages: KnowledgePassage[] }>(`${one(id)}/passages${asked({ version })}`)).passages;
export const getVersions = async (id: string): Promise<KnowledgeVersion[]> => (await get<{ versions: KnowledgeVersion[] }>(`${one(id)}/versions`)).versions;
export const teach = (body: Partial<Facts> & ({ text: string } | { upload: string })): Promise<KnowledgeText> => ask('POST', '/knowledge', { body });
export const changeDocument = (id: string, body: Partial<Facts> & { version: number; text?: string; restore?: number }): Promise<KnowledgeText> => ask('PATCH', one(id), { body });
export const deleteDocument = (id: string, version: number): Promise<void> => ask('DELETE', `${one(id)}${asked({ version })}`);
export const findKnowledge = async (query: Query): Promise<Hit[]> => (await get<{ hits: Hit[] }>(`/knowledge/search${asked(query)}`)).hits;
