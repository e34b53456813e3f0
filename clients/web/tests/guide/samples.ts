/** What a server says of a guide, for tests. */

import type { ActMessage, Cited, GuideHere, SayMessage, TurnMessage } from '../../src/wire';

export const CITED: Cited = { document: 'rent', version: 2, title: '租金与物业', start: 10, end: 24, quote: '二号楼厂房每月每平方米 38 元' };

export const guideHere = (change: Partial<GuideHere> = {}): GuideHere => ({
  node: 'guide-hall', person: 40, persona: 'xiaojing', name: { zh: '小境', en: 'Jing' }, body: '', state: 'idle', addressee: null,
  waiting: [], human: '', suggestions: [{ zh: '租金多少？', en: 'What is the rent?' }], ...change,
});

export const turnOf = (change: Partial<TurnMessage> = {}): TurnMessage => ({
  t: 'turn', id: null, turn: 1, guide: 'guide-hall', asker: 7, question: '租金多少？', whisper: false, state: 'thinking', place: 0, code: '',
  dialogue: 'token', ...change,
});

export const sayOf = (change: Partial<SayMessage> = {}): SayMessage => ({
  t: 'say', turn: 1, guide: 'guide-hall', n: 0, text: '二号楼厂房每月每平方米 38 元。', lang: 'zh', kind: 'answer', citations: [CITED],
  sound: null, marks: [[0, 'aa', 0.8], [120, 'oh', 0.6], [240, 'sil', 0]], ms: 2000, at: 100, by: 'ai', whisper: false, ...change,
});

export const actOf = (change: Partial<ActMessage> = {}): ActMessage => ({
  t: 'act', turn: 1, guide: 'guide-hall', n: 0, action: 'point_at', args: { node: 'pump' }, state: 'begun', code: '', ...change,
});
