/** What was said between visitors and guides, and what is being said just now. */

import type { ClauseKind } from './guides';
import { ask, get, segment } from './http';
import { asked, type GuideLang, type Query } from './knowledge';
import type * as printed from './printed';

export interface Dialogue extends Omit<printed.DialogueLine, 'lang'> {
  lang: GuideLang;
}
export interface Said extends Omit<printed.SaidShown, 'lang' | 'kind'> {
  lang: GuideLang;
  kind: ClauseKind;
}
export interface TurnSaid extends Omit<printed.TurnShown, 'clauses'> {
  clauses: Said[];
}
export interface DialogueFile extends Dialogue {
  /** When it is deleted by itself. */
  expires: number;
  said: TurnSaid[];
}

const one = (id: string): string => `/dialogues/${segment(id)}`;
export const getDialogues = (query: Query): Promise<{ dialogues: Dialogue[]; next: string | null }> => get(`/dialogues${asked(query)}`);
export const getDialogue = (id: string): Promise<DialogueFile> => get(one(id));
export const deleteDialogue = (id: string): Promise<void> => ask('DELETE', one(id));
export const transcriptUrl = (id: string): string => `/api/v1${one(id)}/transcript.md`;
export const takeDialogue = (id: string): Promise<void> => ask('POST', `${one(id)}/take`);
export const speakIn = (id: string, text: string, lang: GuideLang): Promise<void> => ask('POST', `${one(id)}/words`, { body: { text, lang } });
export const giveBack = (id: string): Promise<void> => ask('POST', `${one(id)}/give-back`);
/** What goes on just now, as server-sent events. */
export const LIVE = '/api/v1/dialogues/live';
/** First all dialogues that go on (`dialogues`), then whatever changes, named as the event. */
export type LiveEvent =
  | { event: 'dialogues'; dialogues: Dialogue[] }
  | { event: 'dialogue'; dialogue: Dialogue }
  | { event: 'asked'; dialogue: string; turn: number; question: string; lang: GuideLang; at: number }
  | { event: 'said'; dialogue: string; turn: number; clause: Said; at: number }
  | { event: 'ended'; dialogue: string; turn: number; why: string; brain: string; ms: number; heard: string | null }
  | { event: 'over'; dialogue: string };
