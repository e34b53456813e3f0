/** Dialogues that go on now: what is said in them appears as it is said. */

import { reactive } from 'vue';

import { type Dialogue, getDialogue, LIVE, type LiveEvent, type TurnSaid } from '@/api/dialogues';

import { listen, type Stream } from './stream';

export interface LiveTalk {
  dialogue: Dialogue;
  said: TurnSaid[];
  /** What was said before the page listened has been read. */
  known: boolean;
}
export interface Live {
  talks: LiveTalk[];
  /** The list has come once. */
  known: boolean;
  open: boolean;
}

export const EVENTS = ['dialogues', 'dialogue', 'asked', 'said', 'ended', 'over'] as const;
export const blank = (): Live => ({ talks: [], known: false, open: false });

const blankTurn = (turn: number, question: string, at: number): TurnSaid =>
  ({ turn, at, question, lang: '', why: '', brain: '', ms: 0, heard: null, rating: 0, words: '', clauses: [] });

const find = (live: Live, id: string): LiveTalk | undefined => live.talks.find(({ dialogue }) => dialogue.id === id);

function put(live: Live, dialogue: Dialogue, known = false): LiveTalk {
  const had = find(live, dialogue.id);
  if (had) {
    had.dialogue = dialogue;
    return had;
  }
  live.talks.push({ dialogue, said: [], known });
  return live.talks.at(-1)!;
}

function turnOf(talk: LiveTalk, turn: number, at: number): TurnSaid {
  const known = talk.said.find((one) => one.turn === turn);
  if (known) return known;
  talk.said.push(blankTurn(turn, '', at));
  return talk.said.at(-1)!;
}

/** What an event changes. */
export function hear(live: Live, told: LiveEvent): void {
  if (told.event === 'dialogues') {
    const ids = new Set(told.dialogues.map(({ id }) => id));
    live.talks = live.talks.filter(({ dialogue }) => ids.has(dialogue.id));
    for (const one of told.dialogues) put(live, one);
    live.known = true;
    return;
  }
  // One that begins now has nothing before it that would have to be read.
  if (told.event === 'dialogue') return void put(live, told.dialogue, told.dialogue.turns <= 1);
  const talk = find(live, told.dialogue);
  if (!talk) return;
  if (told.event === 'over') talk.dialogue.live = false;
  else if (told.event === 'asked') {
    Object.assign(turnOf(talk, told.turn, told.at), { question: told.question });
    Object.assign(talk.dialogue, { last: told.at, lang: told.lang });
  } else if (told.event === 'said') {
    turnOf(talk, told.turn, told.at).clauses.push(told.clause);
    talk.dialogue.last = told.at;
  } else Object.assign(turnOf(talk, told.turn, talk.dialogue.last), { why: told.why, brain: told.brain, ms: told.ms, heard: told.heard });
}

/** What was said before, as it is kept; what has been heard since stays. */
export function recalled(talk: LiveTalk, before: readonly TurnSaid[]): void {
  const heard = new Map(talk.said.map((one) => [one.turn, one]));
  const older = before.map((one) => {
    const now = heard.get(one.turn);
    heard.delete(one.turn);
    return now && now.clauses.length > one.clauses.length ? { ...one, ...now, question: now.question || one.question } : one;
  });
  talk.said = [...older, ...heard.values()].sort((a, b) => a.turn - b.turn);
  talk.known = true;
}

/** Those that want somebody first, then those where something was said last. */
export const urgent = (talks: readonly LiveTalk[]): LiveTalk[] =>
  talks.filter(({ dialogue }) => dialogue.live).sort((a, b) => Number(b.dialogue.handed && !b.dialogue.taken_by) - Number(a.dialogue.handed && !a.dialogue.taken_by) || b.dialogue.last - a.dialogue.last);

export const live = reactive(blank());
let stream: Stream | null = null;
let listeners = 0;

/** Listen while anybody looks; the answer ends that. */
export function watchLive(): () => void {
  listeners += 1;
  stream ??= listen(LIVE, EVENTS, {
    event: (event, data) => {
      if (data && typeof data === 'object') hear(live, { ...data, event } as LiveEvent);
    },
    line: (open) => (live.open = open),
  });
  let over = false;
  return () => {
    if (over) return;
    over = true;
    listeners -= 1;
    if (listeners) return;
    stream?.close();
    stream = null;
    Object.assign(live, blank());
  };
}

/** Read what was said in one before this page listened. */
export async function recall(id: string): Promise<void> {
  const file = await getDialogue(id);
  const talk = find(live, id);
  if (talk) recalled(talk, file.said);
}
