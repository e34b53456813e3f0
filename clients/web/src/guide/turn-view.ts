/** One question and its answer, as it grows: words with their sources, deeds, what to do next. */

import { lang } from '../i18n';
import { el } from '../ui/dom';
import type { ActMessage } from '../wire';
import { type GuideTurn, isOver, type Said } from '../world/guides';
import { deedOf } from './deeds';
import { shortLabel } from './labels';
import { type Offer, offerOf, offerWords } from './offers';
import { Rating } from './rating';
import { type SignName, sign } from './signs';
import { Sources } from './sources';
import { heardText } from './timing';
import { say } from './words';

export interface TurnHost {
  /** What a node of the hall is called. */
  nameOf(node: string): string;
  open(offer: Offer): void;
  /** Go along to where the guide leads; null where nobody walks. */
  follow: ((node: string) => void) | null;
  /** How much of an answer was heard before it was cut here; null when it was not. */
  cut(turn: number): { heard: number; ms: number } | null;
  rate(turn: GuideTurn, value: 1 | -1, words: string): Promise<void>;
  again(question: string): void;
}

export class TurnView {
  readonly root = el('article', { class: 'turn' });
  private readonly answer = el('div', { class: 'answer' });
  private readonly deeds = el('ul', { class: 'deeds' });
  private readonly sources = new Sources();
  private readonly end = el('div', { class: 'turn-end' });
  private readonly clauses = new Map<number, { said: Said; words: HTMLElement }>();
  private group: { speaker: string; by: Said['by']; words: HTMLElement } | null = null;
  private drawnDeeds = '';
  private drawnEnd = '';

  constructor(readonly turn: GuideTurn, private readonly host: TurnHost) {
    const { question, whisper } = turn;
    const asked = el('p', { class: 'question', text: question });
    if (whisper) asked.prepend(el('span', { class: 'whispered', attrs: { title: say('whisper.on') } }, sign('whisper')));
    this.root.append(...(question ? [asked] : []), this.answer, this.deeds, this.sources.root, this.end);
    this.update();
  }

  update(): void {
    for (const said of this.turn.said) if (!this.clauses.has(said.n)) this.add(said);
    this.showDeeds();
    this.showEnd();
    this.showCut();
  }

  private add(said: Said): void {
    const { group } = this;
    const into = group && group.by === said.by && group.speaker === said.speaker ? group.words : this.begin(said);
    const words = el('span', { class: `clause is-${said.kind}`, attrs: { lang: said.lang === 'zh' ? 'zh-CN' : 'en' } }, said.text);
    // Chinese runs on; words of other languages want a gap between sentences.
    into.append(...(into.childElementCount && said.lang === 'en' ? [' '] : []), words, ...said.citations.map((cited) => this.sources.mark(cited)));
    this.clauses.set(said.n, { said, words });
  }

  /** Somebody else speaks from here on: the AI, which is labelled, or an officer by name. */
  private begin({ by, speaker }: Said): HTMLElement {
    const words = el('p', { class: 'words' });
    const label = by === 'ai'
      ? el('span', { class: 'ai-label', text: shortLabel(lang()) })
      : el('span', { class: 'human-label', text: say('human.name', { name: speaker || say('staff') }) });
    this.answer.append(el('div', { class: `speech ${by}` }, words, el('footer', {}, label)));
    this.group = { speaker, by, words };
    return words;
  }

  private showDeeds(): void {
    const key = JSON.stringify([lang(), this.turn.acts.map(({ n, state }) => [n, state])]);
    if (key === this.drawnDeeds) return;
    this.drawnDeeds = key;
    this.deeds.replaceChildren(...this.turn.acts.flatMap((act) => this.deed(act) ?? []));
  }

  private deed(act: ActMessage): HTMLElement | null {
    const offer = offerOf(act);
    if (offer?.do === 'staff') {
      return el('li', { class: 'staff-called' }, sign('talk'), el('span', { text: say('open.staff') }),
        el('button', { class: 'chip', text: say('open.staff.contact'), attrs: { type: 'button' }, onclick: () => this.host.open({ do: 'page', page: 'contact', about: '', day: '' }) }));
    }
    if (offer) return el('li', {}, this.offered(offer));
    const deed = deedOf(act);
    if (!deed) return null;
    const what = say(deed.key, { what: this.host.nameOf(deed.node) || say('act.there') });
    const more = act.state === 'refused' ? say('act.refused') : act.state === 'undone' ? say(undoneOf(act)) : '';
    const follow = act.action === 'lead_to' && act.state === 'begun' && this.host.follow !== null
      ? el('button', { class: 'chip follow', text: say('act.follow'), attrs: { type: 'button' }, onclick: () => this.host.follow?.(deed.node) }) : null;
    return el('li', { class: `deed ${act.state}` }, sign(SIGNS[act.action] ?? 'walk'), el('span', { text: what }), more ? el('small', { text: more }) : null, follow);
  }

  private offered(offer: Offer): HTMLElement {
    const what = offer.do === 'prefill'
      ? Object.entries(offer.values).map(([field, value]) => (value === true ? say(`field.${field}` as 'field.name') : `${say(`field.${field}` as 'field.name')} ${String(value)}`)).join(' · ') : '';
    return el('button', { class: 'offer', attrs: { type: 'button' }, onclick: () => this.host.open(offer) }, sign('take'),
      el('span', {}, say(offerWords(offer)), what ? el('small', { text: say('open.prefill.what', { what }) }) : null));
  }

  private showEnd(): void {
    const { state, code, said } = this.turn;
    const key = `${lang()} ${state} ${code} ${said.length > 0}`;
    if (key === this.drawnEnd) return;
    this.drawnEnd = key;
    this.root.dataset['state'] = state;
    const parts: HTMLElement[] = [];
    if (state === 'stopped') parts.push(el('p', { class: 'cut', text: say(said.length ? 'stopped.heard' : 'stopped') }));
    if (state === 'failed') parts.push(el('p', { class: 'cut bad', attrs: { role: 'alert' }, text: say('failed', { why: say('failed.unknown') }) }));
    if (state === 'failed' || (state === 'stopped' && !said.length)) parts.push(this.chip());
    if (isOver(this.turn) && said.some(({ by }) => by === 'ai') && this.turn.dialogue) {
      parts.push(new Rating((value, words) => this.host.rate(this.turn, value, words)).root);
    }
    this.end.replaceChildren(...parts);
  }

  private chip(): HTMLElement {
    return el('button', { class: 'chip', text: say('again'), attrs: { type: 'button' }, onclick: () => this.host.again(this.turn.question) });
  }

  /** Pale what was not heard any more. */
  private showCut(): void {
    const cut = this.host.cut(this.turn.turn);
    if (!cut) return;
    [...this.clauses.values()].sort((a, b) => a.said.n - b.said.n).forEach(({ said, words }, at) => {
      if (at < cut.heard || words.classList.contains('was-cut')) return;
      words.classList.add('was-cut');
      const heard = at === cut.heard ? heardText(said.text, cut.ms, said.ms) : '';
      words.replaceChildren(heard, el('span', { class: 'unheard', text: said.text.slice(heard.length) }));
    });
  }
}

/** What became of a deed that was not finished: nothing is put back where somebody only walked. */
function undoneOf({ action, code }: ActMessage): 'act.left' | 'act.halted' | 'act.undone' {
  if (code === 'addressee_left') return 'act.left';
  return WALKS.has(action) ? 'act.halted' : 'act.undone';
}

const WALKS = new Set(['go_to', 'lead_to', 'point_at', 'look_at']);
const SIGNS: Readonly<Record<string, SignName>> = { point_at: 'up', look_at: 'book', show_exhibit: 'book', explode_exhibit: 'new', set_variant: 'new', play_animation: 'new' };
