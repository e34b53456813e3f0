/** Guides: who they are, how they are tried and tested, what came of it. */

import { ask, get, segment } from './http';
import { asked, type GuideLang, type Hit, type Query, type Visibility } from './knowledge';
import type { Localised } from './types';

export const TONES = ['warm', 'formal', 'lively'] as const;
export type Tone = (typeof TONES)[number];
export interface Persona {
  id: string;
  version: number;
  name: Localised;
  greeting: Localised;
  suggestions: Localised[];
  voice: string;
  body: string;
  lang: GuideLang;
  tone: Tone;
  knowledge: string[];
  never: string[];
  brief: Localised;
  /** The guides of halls that are it. */
  used: { hall: string; node: string }[];
}
export type PersonaBody = Omit<Persona, 'id' | 'version' | 'used'>;
export interface Personas {
  personas: Persona[];
  bodies: { id: string; name: Localised; asset: string; picture: string }[];
  voices: string[];
}
const persona = (id: string): string => `/personas/${segment(id)}`;
export const getPersonas = (): Promise<Personas> => get('/personas');
export const addPersona = (body: PersonaBody): Promise<Persona> => ask('POST', '/personas', { body });
export const changePersona = (id: string, body: Partial<PersonaBody> & { version: number }): Promise<Persona> => ask('PATCH', persona(id), { body });
export const deletePersona = (id: string): Promise<void> => ask('DELETE', persona(id));

export interface Citation {
  document: string;
  version: number;
  title: string;
  start: number;
  end: number;
  quote: string;
}
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
export interface TrialBody {
  question: string;
  persona: string;
  lang: GuideLang | '';
  audience: Visibility;
  brain: 'extractive' | 'model' | '';
  history: { question: string; answer: string; citations?: Citation[] }[];
}
export const tryGuide = (body: TrialBody, signal?: AbortSignal): Promise<Trial> => ask('POST', '/guide-trials', signal ? { body, signal } : { body });

export interface GuideTest {
  id: string;
  question: string;
  lang: GuideLang | '';
  persona: string;
  sources: string[];
  facts: string[];
  last: TestResult | null;
}
export interface TestResult {
  test: string;
  passed: boolean;
  reasons: string[];
  answer: string;
  at: number;
  ms: number;
}
export interface TestRun {
  at: number;
  passed: number;
  failed: number;
  results: TestResult[];
}
export type RunSum = Omit<TestRun, 'results'>;
export type TestBody = Pick<GuideTest, 'question' | 'lang' | 'persona' | 'sources' | 'facts'>;
const test = (id: string): string => `/guide-tests/${segment(id)}`;
export const getTests = (): Promise<{ tests: GuideTest[]; runs: RunSum[] }> => get('/guide-tests');
export const addTest = (body: TestBody): Promise<GuideTest> => ask('POST', '/guide-tests', { body });
export const changeTest = (id: string, body: Partial<TestBody>): Promise<GuideTest> => ask('PATCH', test(id), { body });
export const deleteTest = (id: string): Promise<void> => ask('DELETE', test(id));
export const runTests = (): Promise<TestRun> => ask('POST', '/guide-tests/run');

export interface OpenQuestion {
  id: string;
  question: string;
  lang: GuideLang;
  count: number;
  state: 'open' | 'answered' | 'dismissed';
  first: number;
  last: number;
  document: string;
  dialogue: string;
}
export const getQuestions = (query: Query): Promise<{ questions: OpenQuestion[]; next: string | null; counts: Record<string, number> }> => get(`/open-questions${asked(query)}`);
export const settleQuestion = (id: string, body: { state: OpenQuestion['state']; document?: string }): Promise<OpenQuestion> => ask('PATCH', `/open-questions/${segment(id)}`, { body });

/** What guides think, speak and listen with. */
export const SERVICES = ['model', 'embeddings', 'speech', 'transcribe'] as const;
export interface Service {
  configured: boolean;
  healthy: boolean;
  /** Since when it is not. */
  since: number | null;
  host: string;
  model: string;
  abroad: boolean;
}
export interface GuideStatus {
  services: Record<(typeof SERVICES)[number], Service>;
  questions_today: number;
  tokens_today: number;
  tokens_per_day: number;
}
export const getStatus = (): Promise<GuideStatus> => get('/guides/status');

export interface GuideDay {
  at: number;
  answered: number;
  vague: number;
  unknown: number;
  refused: number;
  cut: number;
}
export interface GuideStatistics {
  days: GuideDay[];
  dialogues: number;
  questions: number;
  handed: number;
  up: number;
  down: number;
  /** Milliseconds from question to first clause, at the middle and at the 95th percentile. */
  first_ms: number | null;
  first_ms_p95: number | null;
  sources: { document: string; title: string; count: number }[];
  languages: Record<string, number>;
  brains: Record<string, number>;
}
export const getStatistics = (days: number): Promise<GuideStatistics> => get(`/guides/statistics?days=${days}`);
