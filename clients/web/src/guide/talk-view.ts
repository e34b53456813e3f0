/** A talk with a guide, wherever it is held: who speaks, what was said, where one asks. */

import { lang, onLang } from '../i18n';
import { el } from '../ui/dom';
import { type GuideTurn, isOver } from '../world/guides';
import type { GuidesAnswer } from './api';
import { Composer, type ComposerHost } from './composer';
import { Keeping } from './keeping';
import { shortLabel } from './labels';
import { sign } from './signs';
import { TurnView, type TurnHost } from './turn-view';
import { say } from './words';

export interface TalkHost extends TurnHost, ComposerHost {
  /** Questions and answers of this talk, oldest first. */
  turns(): readonly GuideTurn[];
  /** The answer that is being looked up or said. */
  current(): GuideTurn | null;
  /** A question is on its way. */
  waiting(): boolean;
  /** Why the last question could not be asked; empty when it could. */
  failure(): string;
  name(): string;
  /** The officer who speaks through the guide; empty for the AI. */
  human(): string;
  greeting(): string;
  suggestions(): readonly string[];
  /** With whom the guide talks instead of with oneself; empty for nobody. */
  other(): string;
  /** Stop the answer to oneself. */
  stop(): void;
  /** The talk's token, once there is one. */
  token(): string;
  /** Have the talk deleted; rejects when that cannot be done. */
  forget(): Promise<void>;
  /** Sound waits for a touch. */
  soundWaits(): boolean;
  /** What is known of who answers. */
  facts(): Pick<GuidesAnswer, 'model' | 'abroad'> | null;
}

/** Pixels that stay free above a question. */
const ABOVE = 8;

export class TalkView {
  readonly root = el('div', { class: 'talk' });
  readonly composer: Composer;
  private readonly label = el('p', { class: 'talk-label' });
  private readonly log = el('div', { class: 'talk-log', attrs: { role: 'log', tabindex: '0' } });
  private readonly welcome = el('div', { class: 'welcome' });
  private readonly state = el('div', { class: 'talk-state', attrs: { role: 'status' } });
  private readonly keeping: Keeping;
  private readonly views = new Map<number, TurnView>();
  private drawnState = '';

  /** `aloud`: what is said is read out by screen readers from here, as there are no captions. */
  constructor(private readonly host: TalkHost, aloud: boolean) {
    this.composer = new Composer(host);
    this.keeping = new Keeping(() => host.token(), () => host.forget());
    this.log.setAttribute('aria-live', aloud ? 'polite' : 'off');
    this.root.append(this.label, this.log, this.state, this.composer.root);
    this.translate();
    onLang(() => this.translate());
  }

  translate(): void {
    this.log.setAttribute('aria-label', this.host.name());
    for (const view of this.views.values()) view.root.remove();
    this.views.clear();
    this.drawnState = '';
    this.log.replaceChildren(this.welcome);
    this.greet();
    this.update();
  }

  /** Something of the talk changed. */
  update(): void {
    const { host, log } = this;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    const turns = host.turns();
    for (const turn of turns) {
      const known = this.views.get(turn.turn);
      if (known) known.update();
      else this.views.set(turn.turn, this.add(turn));
    }
    for (const [number, view] of this.views) {
      if (turns.some(({ turn }) => turn === number)) continue;
      view.root.remove();
      this.views.delete(number);
    }
    this.welcome.classList.toggle('small', turns.length > 0);
    this.keeping.show(turns.length > 0 && turns.every(isOver));
    if (this.keeping.root.parentElement !== log || log.lastElementChild !== this.keeping.root) log.append(this.keeping.root);
    this.showState();
    if (atEnd) this.follow(turns.at(-1));
  }

  /** Show what is new, as long as the question that it answers stays in sight. */
  private follow(last: GuideTurn | undefined): void {
    const { log } = this, end = log.scrollHeight - log.clientHeight;
    const root = last && this.views.get(last.turn)?.root;
    const top = root ? log.scrollTop + root.getBoundingClientRect().top - log.getBoundingClientRect().top - ABOVE : end;
    log.scrollTop = Math.max(0, Math.min(end, top));
  }

  private add(turn: GuideTurn): TurnView {
    const view = new TurnView(turn, this.host);
    this.log.append(view.root);
    requestAnimationFrame(() => view.root.scrollIntoView({ block: 'start', behavior: 'smooth' }));
    return view;
  }

  private greet(): void {
    const { host } = this;
    this.welcome.replaceChildren(
      el('div', { class: 'speech ai' }, el('p', { class: 'words', text: host.greeting() }), el('footer', {}, el('span', { class: 'ai-label', text: shortLabel(lang()) }))),
      el('div', { class: 'chips suggestions' }, ...host.suggestions().map((text) => el('button', {
        class: 'chip', text, attrs: { type: 'button' }, onclick: () => host.ask(text),
      }))),
      el('p', { class: 'fine made-by', text: madeBy(host.facts()) }),
    );
  }

  private showState(): void {
    const { host } = this;
    const current = host.current(), waiting = host.waiting(), failure = host.failure();
    const human = host.human();
    const text = failure ? say('failed', { why: failure }) : waiting ? say('state.thinking', { name: host.name() }) : stateWords(current, host.name(), human, host.other());
    const key = JSON.stringify([text, waiting, current?.state, host.soundWaits(), human, lang()]);
    if (key === this.drawnState) return;
    this.drawnState = key;
    // The label stands as long as the AI speaks; an officer's words are not an AI's.
    this.label.className = human ? 'talk-label human-label' : 'talk-label ai-label';
    this.label.textContent = human ? say('human.name', { name: human }) : shortLabel(lang());
    this.root.dataset['state'] = current?.state === 'done' ? 'speaking' : (current?.state ?? (waiting ? 'thinking' : 'idle'));
    this.state.classList.toggle('bad', failure !== '');
    this.state.replaceChildren(
      el('span', { class: 'dots', attrs: { 'aria-hidden': 'true' } }), el('span', { class: 'state-words', text }),
      ...(host.soundWaits() ? [el('button', { class: 'chip', text: say('sound.touch'), attrs: { type: 'button' } })] : []),
      ...(current || waiting ? [el('button', { class: 'chip stop', attrs: { type: 'button', title: say('stop.key') }, onclick: () => host.stop() }, sign('stop'), say('stop'))] : []),
    );
  }
}

/** Who answers, in words: a model by name, or the records alone; whether anything of it is abroad. */
export function madeBy(facts: Pick<GuidesAnswer, 'model' | 'abroad'> | null): string {
  if (!facts) return '';
  return [facts.model ? say('model', { model: facts.model }) : say('model.none'), ...(facts.abroad ? [say('abroad')] : [])].join(' · ');
}

/** How things stand, in words. */
export function stateWords(current: GuideTurn | null, name: string, human: string, other: string): string {
  if (human) return say('state.human', { name: human });
  if (current?.state === 'queued') return say('state.queued', { n: Math.max(1, current.place) });
  if (current?.state === 'thinking') return say('state.thinking', { name });
  if (current) return say('state.speaking', { name });
  return other ? say('state.other', { name, who: other }) : say('state.idle');
}
