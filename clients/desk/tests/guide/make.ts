/** Things of the guide's desk, for tests. */

import type { Dialogue, Said, TurnSaid } from '@/api/dialogues';
import type { Citation, GuideTest, Persona, Trial } from '@/api/guides';
import type { KnowledgeText } from '@/api/knowledge';

export const citation = (more: Partial<Citation> = {}): Citation => ({ document: 'rents', version: 1, title: '租金', start: 0, end: 8, quote: '二楼 45 元', ...more });
export const said = (more: Partial<Said> = {}): Said => ({ text: '二楼租金 45 元。', lang: 'zh', kind: 'answer', by: 'ai', citations: [], ...more });
export const turn = (number: number, more: Partial<TurnSaid> = {}): TurnSaid => ({ turn: number, at: 1, question: '租金?', lang: '', why: '', brain: '', ms: 0, heard: null, rating: 0, words: '', clauses: [], ...more });
export const dialogue = (id: string, more: Partial<Dialogue> = {}): Dialogue => ({
  id, persona: 'xiaojing', hall: 'main', guide: 'g', lang: 'zh', began: 1, last: 1, turns: 0, unknown: 0, rating: 0, handed: false, live: true, taken_by: '', taken_name: '', first: '', ...more,
});
export const trial = (pieces: Trial['pieces']): Trial => ({ pieces, hits: [], ms: 4 });
export const test = (id: string, passed: boolean | null): GuideTest =>
  ({ id, question: id, lang: '', persona: '', sources: [], facts: [], last: passed === null ? null : { test: id, passed, reasons: [], answer: '', at: 1, ms: 1 } });
export const persona = (more: Partial<Persona> = {}): Persona => ({
  id: 'xiaojing', version: 3, name: { zh: '小境', en: 'Jing' }, greeting: { zh: '您好', en: 'Hello' }, suggestions: [{ zh: '租金?', en: 'Rent?' }], voice: 'alloy', body: 'xiaojing', lang: 'zh', tone: 'warm', knowledge: [], never: [], brief: { zh: '', en: '' }, used: [], ...more,
});
export const knowledge = (more: Partial<KnowledgeText> = {}): KnowledgeText => ({
  id: 'rents', version: 1, title: '租金', lang: 'zh', kind: 'document', visibility: 'public', valid_from: null, valid_until: null, regions: [], source: 'rents.md', characters: 8, passages: 1, author: 'a', author_name: 'A', at: 1, text: '二楼 45 元', notes: [], pages: null, ...more,
});
