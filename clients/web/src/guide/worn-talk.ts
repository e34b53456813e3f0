/** A talk inside the headset: a card to choose a question from, to read the answer and its sources on; captions in sight. */

import { lang } from '../i18n';
import type { Stage, XrCard } from '../stage-api';
import type { GuideHere } from '../wire';
import { type GuideTurn, isOver } from '../world/guides';
import type { CaptionLine } from './captions';
import { answerCard, beginCard, sourcesCard } from './headset';
import { say } from './words';

export interface WornTalkHost {
  stage(): Stage | null;
  ask(text: string): void;
  stop(): void;
  turns(): readonly GuideTurn[];
  guide(): GuideHere | null;
  name(): string;
  canListen(): boolean;
  hold(on: boolean): void;
  closed(): void;
  whisper: { get(): boolean; set(on: boolean): void };
}

/** Buttons of these cards are told from others by this. */
export const MINE = 'g:';
/** How long the label of a new talk stands large. */
const OPENING_MS = 3000;

export class WornTalk {
  private view: 'begin' | 'answer' | 'sources' | null = null;
  private page = 0;
  private label = false;
  private asked = 0;

  constructor(private readonly host: WornTalkHost) {}

  get shown(): boolean {
    return this.view !== null;
  }

  open(): void {
    this.view = 'begin';
    this.page = 0;
    this.asked = this.host.turns().at(-1)?.turn ?? 0;
    this.update();
  }

  close(): void {
    if (!this.view) return;
    this.view = null;
    this.host.stage()?.xr.card(null);
    this.host.closed();
  }

  /** A talk begins: its label stands large for a while. */
  begins(): void {
    this.label = true;
    setTimeout(() => {
      this.label = false;
      this.update();
    }, OPENING_MS);
  }

  caption(line: CaptionLine | null): void {
    this.host.stage()?.xr.caption(line);
  }

  press(button: string): void {
    const [act, id = ''] = button.slice(MINE.length).split(/:(.*)/s);
    if (act === 'close') return this.close();
    if (act === 'ask') this.choose(id);
    if (act === 'staff') this.ask(say('xr.staff.question'));
    if (act === 'stop') this.host.stop();
    if (act === 'whisper') this.host.whisper.set(!this.host.whisper.get());
    if (act === 'again') this.view = 'begin';
    if (act === 'sources') this.view = 'sources';
    if (act === 'back') this.view = 'answer';
    if (act === 'page') this.page += 1;
    this.update();
  }

  /** Something of the talk changed. */
  update(): void {
    if (!this.view) return;
    const turn = this.host.turns().at(-1) ?? null;
    // A question asked aloud leads to its answer as one asked by a button does.
    if (this.view === 'begin' && turn && turn.turn !== this.asked && !isOver(turn)) this.view = 'answer';
    if (turn) this.asked = turn.turn;
    const card = this.cardOf(turn);
    this.host.stage()?.xr.card(card && marked(card));
  }

  private choose(at: string): void {
    const suggestion = this.host.guide()?.suggestions[Number(at)];
    const text = suggestion?.[lang() === 'en' ? 'en' : 'zh'] ?? suggestion?.['zh'];
    if (text) this.ask(text);
  }

  private ask(text: string): void {
    this.view = 'answer';
    this.host.ask(text);
  }

  private cardOf(turn: GuideTurn | null): XrCard {
    const { host } = this;
    const guide = host.guide(), name = host.name();
    if (this.view === 'sources' && turn) return sourcesCard(turn, this.page, lang());
    if (this.view === 'answer') return answerCard({ turn, name, human: guide?.human ?? '', label: this.label }, lang());
    return beginCard({ name, suggestions: guide?.suggestions ?? [], canListen: host.canListen(), whisper: host.whisper.get() }, lang());
  }
}

const marked = (card: XrCard): XrCard => ({
  ...card,
  buttons: card.buttons.map(({ id, label }) => ({ id: MINE + id, label })),
  list: (card.list ?? []).map(({ id, label }) => ({ id: MINE + id, label })),
});
