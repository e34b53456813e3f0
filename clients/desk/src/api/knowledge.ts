/** What guides know: documents in versions, and what would be found in them. */

import { ask, get, segment } from './http';
import type * as printed from './printed';

export const VISIBILITIES = ['public', 'investors', 'staff'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
export const LANGS = ['zh', 'en'] as const;
export type GuideLang = (typeof LANGS)[number];
/** Kinds that staff write; the park's own records are read from where they are kept. */
export const KINDS = ['document', 'policy'] as const;
export const RECORDS = ['exhibit', 'company', 'unit', 'park'] as const;
export type Kind = (typeof KINDS)[number] | (typeof RECORDS)[number];

export type Knowledge = printed.KnowledgeLine;
export type KnowledgePage = printed.KnowledgeList;
export type KnowledgeText = printed.KnowledgeText;
export type CitedQuestion = printed.CitedQuestion;
export type KnowledgePassage = printed.PassageList['passages'][number];
export type KnowledgeVersion = printed.KnowledgeVersion;
export type Hit = printed.HitShown;

/** What staff say of a document. */
export interface Facts {
  title: string;
  lang: GuideLang;
  kind: (typeof KINDS)[number];
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
/** The latest questions that it answered. */
export const getAnswered = async (id: string): Promise<CitedQuestion[]> => (await get<printed.CitedQuestions>(`${one(id)}/questions`)).questions;
export const teach = (body: printed.KnowledgeNew): Promise<KnowledgeText> => ask('POST', '/knowledge', { body });
export const changeDocument = (id: string, body: printed.KnowledgeChange): Promise<KnowledgeText> => ask('PATCH', one(id), { body });
export const deleteDocument = (id: string, version: number): Promise<void> => ask('DELETE', `${one(id)}${asked({ version })}`);
export const findKnowledge = async (query: Query): Promise<Hit[]> => (await get<{ hits: Hit[] }>(`/knowledge/search${asked(query)}`)).hits;
