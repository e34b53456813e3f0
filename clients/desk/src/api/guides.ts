/** Guides: who they are, how they are tried and tested, what came of it. */

import { ask, get, segment } from './http';
import { asked, type GuideLang, type Hit, type Query } from './knowledge';
import type * as printed from './printed';
import type { Localised } from './types';

export const TONES = ['warm', 'formal', 'lively'] as const;
export type Tone = (typeof TONES)[number];
export interface Persona extends Omit<printed.PersonaAnswer, 'name' | 'greeting' | 'suggestions' | 'brief'> {
  name: Localised;
  greeting: Localised;
  suggestions: Localised[];
  brief: Localised;
}
export type PersonaBody = Omit<Persona, 'id' | 'version' | 'used'>;
export interface Personas extends Omit<printed.PersonaList, 'personas' | 'bodies'> {
  personas: Persona[];
  bodies: (Omit<printed.BodyShown, 'name'> & { name: Localised })[];
}
const persona = (id: string): string => `/personas/${segment(id)}`;
export const getPersonas = (): Promise<Personas> => get('/personas');
export const addPersona = (body: PersonaBody): Promise<Persona> => ask('POST', '/personas', { body });
export const changePersona = (id: string, body: Partial<PersonaBody> & { version: number }): Promise<Persona> => ask('PATCH', persona(id), { body });
export const deletePersona = (id: string): Promise<void> => ask('DELETE', persona(id));

export type Citation = printed.CitationBody;
export type ClauseKind = 'answer' | 'ask_back' | 'unknown' | 'notice';
export interface ClausePiece {
  type: 'clause';
  text: string;
  lang: GuideLang;
  kind: ClauseKind;
  citations: Citation[];
}
export interface ActionPiece {
  type: 'action';
  name: string;
  args: Record<string, unknown>;
}
export interface FinishPiece {
  type: 'finish';
  why: string;
  brain: string;
}
export type Piece = ClausePiece | ActionPiece | FinishPiece;
export interface Trial {
  pieces: Piece[];
  hits: Hit[];
  ms: number;
}
export type TrialBody = Required<printed.TrialNew>;
export const tryGuide = (body: TrialBody, signal?: AbortSignal): Promise<Trial> => ask('POST', '/guide-trials', signal ? { body, signal } : { body });

export type GuideTest = printed.TestAnswer;
export type TestRun = printed.RunAnswer;
export type RunSum = printed.RunLine;
export type TestBody = Pick<GuideTest, 'question' | 'lang' | 'persona' | 'sources' | 'facts'>;
const test = (id: string): string => `/guide-tests/${segment(id)}`;
export const getTests = (): Promise<printed.TestList> => get('/guide-tests');
export const addTest = (body: TestBody): Promise<GuideTest> => ask('POST', '/guide-tests', { body });
export const changeTest = (id: string, body: Partial<TestBody>): Promise<GuideTest> => ask('PATCH', test(id), { body });
export const deleteTest = (id: string): Promise<void> => ask('DELETE', test(id));
export const runTests = (): Promise<TestRun> => ask('POST', '/guide-tests/run');

export interface OpenQuestion extends Omit<printed.OpenQuestionAnswer, 'lang'> {
  lang: GuideLang;
}
export const getQuestions = (query: Query): Promise<{ questions: OpenQuestion[]; next: string | null; counts: Record<string, number> }> => get(`/open-questions${asked(query)}`);
export const settleQuestion = (id: string, body: { state: OpenQuestion['state']; document?: string }): Promise<OpenQuestion> => ask('PATCH', `/open-questions/${segment(id)}`, { body });

/** What guides think, speak and listen with. */
export const SERVICES = ['model', 'embeddings', 'speech', 'transcribe'] as const;
export type Service = printed.ServiceShown;
export interface GuideStatus extends Omit<printed.GuideStatus, 'services'> {
  services: Record<(typeof SERVICES)[number], Service>;
}
export const getStatus = (): Promise<GuideStatus> => get('/guides/status');

export type GuideDay = printed.StatisticsDay;
export type GuideStatistics = printed.GuideStatistics;
export const getStatistics = (days: number): Promise<GuideStatistics> => get(`/guides/statistics?days=${days}`);
