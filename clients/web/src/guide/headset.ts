/** Cards of a talk inside the headset. Pure. */

import type { Language } from '../world/scene';
import type { XrCard } from '../stage-api';
import type { Cited } from '../wire';
import { type GuideTurn, isOver } from '../world/guides';
import { openingLabel, shortLabel } from './labels';
import { wordsFor } from './words';

const ROWS = 5;
const MOST_WORDS = { 'zh-CN': 150, en: 330 } as const;
const MOST_QUOTE = { 'zh-CN': 130, en: 280 } as const;

/** Beside the guide, who goes on being seen. */
const bare = (title: string): XrCard => ({ title, lines: [], code: '', note: '', qr: [], buttons: [], aside: true });
const short = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

export interface Begin {
  name: string;
  suggestions: readonly Record<string, string>[];
  canListen: boolean;
  whisper: boolean;
}

/** Where one begins: questions to choose from. */
export function beginCard({ name, suggestions, canListen, whisper }: Begin, lang: Language): XrCard {
  const key = lang === 'en' ? 'en' : 'zh';
  return {
    ...bare(`${wordsFor(lang, 'title', { name })} · ${shortLabel(lang)}`),
    list: suggestions.slice(0, ROWS).map((words, at) => ({ id: `ask:${at}`, label: words[key] ?? words['zh'] ?? '' })),
    note: wordsFor(lang, canListen ? 'xr.ask' : 'xr.ask.mute'),
    buttons: [{ id: 'whisper', label: wordsFor(lang, whisper ? 'xr.whisper.on' : 'xr.whisper.off') }, { id: 'staff', label: wordsFor(lang, 'xr.staff') }, { id: 'close', label: wordsFor(lang, 'close') }],
  };
}

export interface Answer {
  turn: GuideTurn | null;
  name: string;
  human: string;
  /** The label of a talk that begins stands large. */
  label: boolean;
}

/** An answer, as far as it has come. */
export function answerCard({ turn, name, human, label }: Answer, lang: Language): XrCard {
  const said = turn?.said ?? [];
  const officer = said.at(-1)?.by === 'human' || human !== '';
  const who = officer ? wordsFor(lang, 'human.name', { name: human || said.at(-1)?.speaker || wordsFor(lang, 'staff') }) : `${name} · ${shortLabel(lang)}`;
  const going = !turn || !isOver(turn);
  const waits = turn?.state === 'queued' ? wordsFor(lang, 'state.queued', { n: turn.place }) : wordsFor(lang, 'state.thinking', { name });
  const gap = lang === 'en' ? ' ' : '';
  const words = said.length ? short(said.map(({ text }) => text).join(gap), MOST_WORDS[lang]) : waits;
  return {
    ...bare(who), lines: [...(turn?.question ? [`“${turn.question}”`] : []), words],
    code: label && !officer ? openingLabel(lang) : '',
    note: turn?.state === 'stopped' ? wordsFor(lang, 'stopped') : '',
    buttons: [
      going ? { id: 'stop', label: wordsFor(lang, 'xr.stop') } : { id: 'again', label: wordsFor(lang, 'xr.again') },
      ...(citedIn(turn).length ? [{ id: 'sources', label: wordsFor(lang, 'xr.sources') }] : []),
      { id: 'close', label: wordsFor(lang, 'close') },
    ],
  };
}

/** What an answer rests on, one on a page. */
export function sourcesCard(turn: GuideTurn, page: number, lang: Language): XrCard {
  const all = citedIn(turn);
  const cited = all[page % Math.max(1, all.length)];
  return {
    ...bare(cited?.title ?? wordsFor(lang, 'sources')),
    lines: cited ? [wordsFor(lang, 'source.version', { n: cited.version }), `“${short(cited.quote, MOST_QUOTE[lang])}”`] : [],
    buttons: [
      ...(all.length > 1 ? [{ id: 'page', label: `${wordsFor(lang, 'more')} ${(page % all.length) + 1}/${all.length}` }] : []),
      { id: 'back', label: wordsFor(lang, 'back') }, { id: 'close', label: wordsFor(lang, 'close') },
    ],
  };
}

/** Each passage once, in the order in which it was cited. */
export function citedIn(turn: GuideTurn | null): Cited[] {
  const found = new Map<string, Cited>();
  for (const { citations } of turn?.said ?? []) for (const cited of citations) found.set(`${cited.document}#${cited.start}-${cited.end}`, cited);
  return [...found.values()];
}
