/** What guides say, written over the park for everybody near, as long as it is being said. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import type { Said } from '../world/guides';
import { shortLabel } from './labels';
import { clauseAt, endOf } from './timing';
import { say } from './words';

/** Seconds that a caption stands after its clause. */
const STAYS = 1.6;

export interface CaptionHost {
  serverNow(): number;
  shown(): boolean;
  guideName(guide: string): string;
  /** With whom a turn is. */
  askerName(turn: number): string;
}

/** A caption: whose words, to whom, and what they are. */
export interface CaptionLine {
  who: string;
  text: string;
  /** The AI label, or that a human speaks. */
  label: string;
  human: boolean;
}

/** The clause whose caption stands at a moment: the one being said, else the one just said. Pure. */
export function standing(said: readonly Said[], serverNow: number): Said | null {
  const now = clauseAt(said, serverNow);
  if (now) return now;
  const last = said.filter((clause) => clause.at <= serverNow).at(-1);
  return last && serverNow < endOf(last) + STAYS ? last : null;
}

export class Captions {
  readonly root = el('div', { class: 'captions', attrs: { 'aria-live': 'polite' } });
  private said: Said[] = [];
  private drawn = '';

  constructor(private readonly host: CaptionHost) {
    this.root.hidden = true;
  }

  say(said: Said): void {
    this.said = [...this.said.slice(-40), said].sort((a, b) => a.at - b.at);
  }

  /** Nothing more of an answer is said. */
  stop(turn: number): void {
    this.said = this.said.filter((clause) => clause.turn !== turn);
    this.update();
  }

  clear(): void {
    this.said = [];
    this.update();
  }

  /** Call now and then: shows what is being said; the line it shows, if any. */
  update(): CaptionLine | null {
    const now = this.host.serverNow();
    const clause = standing(this.said, now);
    const line = clause && this.lineOf(clause);
    const key = line && this.host.shown() ? `${clause.turn}/${clause.n} ${lang()}` : '';
    if (key !== this.drawn) {
      this.drawn = key;
      this.root.hidden = !key;
      if (key) this.draw(line!, clause!.lang);
      else this.root.replaceChildren();
    }
    return line;
  }

  private lineOf(clause: Said): CaptionLine {
    const human = clause.by === 'human';
    return {
      who: say('caption.to', { guide: human ? clause.speaker || say('staff') : this.host.guideName(clause.guide), who: this.host.askerName(clause.turn) }),
      text: clause.text, label: human ? say('human') : shortLabel(lang()), human,
    };
  }

  private draw({ who, text, label, human }: CaptionLine, spoken: 'zh' | 'en'): void {
    this.root.replaceChildren(el('div', { class: 'caption' },
      el('p', { class: 'caption-who' }, el('span', { text: who }), el('span', { class: human ? 'human-label' : 'ai-label', text: label })),
      el('p', { class: 'caption-text', text, attrs: { lang: spoken === 'zh' ? 'zh-CN' : 'en' } })));
  }
}
