/** Talking with a guide on a page of its own: for phones, and for browsers inside other programs. */

import '../guide.css';

import { apply, onLang, otherLang, setLang, words as wordsOf } from '../../i18n';
import { recall, remember } from '../../memory';
import { el } from '../../ui/dom';
import { footOf } from '../../ui/foot';
import type { AskMessage } from '../../wire';
import { Self } from '../../me/self';
import { GuideApi, type GuideFacts, type GuidesAnswer } from '../api';
import { applyPath, type Offer } from '../offers';
import { Opening } from '../opening';
import { Portrait } from '../portrait';
import { sign } from '../signs';
import { TalkView } from '../talk-view';
import { clauseAt, mouthAt, startsIn } from '../timing';
import { Voice } from '../voice';
import { say } from '../words';
import { PageTalk } from './page-talk';

const PATHS = { units: '/?show=units', companies: '/?show=companies', visit: '/?show=visit', contact: '/?show=contact', register: '/desk/apply', privacy: '/legal/privacy' } as const;

/** Show the page; a park that cannot be reached is said so, with a way to try again. */
export async function showGuide(root: HTMLElement): Promise<void> {
  root.replaceChildren(el('p', { class: 'page-note', text: say('page.loading'), attrs: { role: 'status' } }));
  const self = new Self(), api = new GuideApi(async () => (await self.ask())?.csrf ?? null);
  let facts: GuidesAnswer;
  try {
    facts = await api.guides();
  } catch {
    root.replaceChildren(el('div', { class: 'page-note' }, el('p', { text: say('page.failed') }),
      el('button', { class: 'primary', text: say('page.retry'), attrs: { type: 'button' }, onclick: () => void showGuide(root) })));
    return;
  }
  const wanted = new URLSearchParams(location.search).get('guide');
  const guide = facts.guides.find(({ persona }) => persona === wanted) ?? facts.guides[0];
  if (!guide) {
    root.replaceChildren(el('div', { class: 'page-note' }, el('p', { text: say('page.none') }), el('a', { class: 'primary', text: say('page.enter'), attrs: { href: '/' } })));
    return;
  }
  GuidePage.open(root, api, facts, guide);
}

class GuidePage {
  private readonly portrait = new Portrait();
  private readonly head = el('header', { class: 'page-head' });
  private readonly foot = el('div', { class: 'page-foot' });
  private readonly voice: Voice;
  private readonly opening: Opening;
  private readonly talk: PageTalk;
  private readonly view: TalkView;
  private answerIn: AskMessage['lang'] = '';
  private aloud = recall('guide-aloud') !== 'no';

  static open(...given: ConstructorParameters<typeof GuidePage>): GuidePage {
    return new GuidePage(...given);
  }

  constructor(root: HTMLElement, private readonly api: GuideApi, private readonly facts: GuidesAnswer, private readonly guide: GuideFacts) {
    const now = (): number => performance.now() / 1000;
    this.opening = new Opening(document.body);
    this.talk = new PageTalk(guide.persona, api, { now, changed: () => this.view.update(), aloud: () => this.aloud });
    this.voice = new Voice({
      until: (said) => startsIn(said, now()), volume: () => (this.aloud ? 1 : 0), mayUseSystem: () => this.aloud, mouthOf: () => null, changed: () => this.view.update(),
    });
    this.portrait.show(guide.persona, guide.portrait && `/assets/${guide.portrait}`);
    this.view = new TalkView(this.talkHost(), true);
    this.talk.book.on('say', (said) => this.voice.say(said));
    this.talk.book.on('hushed', ({ turn }) => this.voice.stop(turn));
    addEventListener('keydown', (event) => event.key === 'Escape' && this.stop());
    addEventListener('pagehide', () => {
      this.stop();
      this.talk.close();
    });
    root.replaceChildren(this.head, this.view.root, this.foot);
    this.translate();
    onLang(() => this.translate());
    const frame = (): void => {
      this.move(now());
      requestAnimationFrame(frame);
    };
    frame();
    Object.assign(window, { lingjing: { guide: this.inspect(now) } });
  }

  private inspect(now: () => number) {
    const { talk, voice } = this;
    const all = () => [...talk.book.turns.values()].flatMap(({ said }) => said);
    return {
      turns: talk.book.turns, get said() { return all(); }, get playing() { return voice.sounds; }, clips: voice.clips, samples: () => voice.level(),
      mouth: () => {
        const at = now(), said = clauseAt(all(), at);
        return said ? mouthAt(said.marks, (at - said.at) * 1000) : { shape: 'sil', weight: 0 };
      },
    };
  }

  private move(now: number): void {
    const turn = this.talk.current();
    const said = turn ? clauseAt(turn.said, now) : null;
    const { shape, weight } = said ? mouthAt(said.marks, (now - said.at) * 1000) : { shape: 'sil' as const, weight: 0 };
    this.portrait.speak(shape, weight);
    // An answer that has come whole is over when it has been said.
    if ((turn?.turn ?? 0) !== this.spoken) {
      this.spoken = turn?.turn ?? 0;
      this.view.update();
    }
  }

  private spoken = 0;

  private translate(): void {
    apply();
    const name = wordsOf(this.guide.name);
    document.title = say('title', { name });
    const language = otherLang();
    const others = this.facts.guides.filter(({ persona }) => persona !== this.guide.persona);
    const round = (picture: Element, words: string, onclick: () => void, pressed?: boolean): HTMLElement => el('button', {
      class: 'round', attrs: { type: 'button', 'aria-label': words, title: words, ...(pressed === undefined ? {} : { 'aria-pressed': String(pressed) }) }, onclick,
    }, picture);
    this.head.replaceChildren(
      this.portrait.root as unknown as HTMLElement,
      el('div', { class: 'page-names' }, el('h1', { text: name }), el('p', { class: 'fine' }, say('page.title'), ...others.flatMap((other) => [' · ', el('a', { text: wordsOf(other.name), attrs: { href: `/guide?guide=${encodeURIComponent(other.persona)}`, title: say('page.choose') } })]))),
      round(sign(this.aloud ? 'loud' : 'mute'), say(this.aloud ? 'page.voice.on' : 'page.voice.off'), () => this.hear(!this.aloud), this.aloud),
      ...(language ? [el('button', { class: 'round letter', text: language === 'en' ? 'EN' : '中', attrs: { type: 'button', title: language === 'en' ? 'English' : '中文', lang: language }, onclick: () => setLang(language) })] : []),
    );
    this.foot.replaceChildren(
      el('a', { class: 'page-enter', attrs: { href: '/' } }, sign('walk'), say('page.enter')),
      ...footOf(),
    );
  }

  private hear(on: boolean): void {
    this.aloud = on;
    remember('guide-aloud', on ? 'yes' : 'no');
    const turn = this.talk.current();
    if (!on && turn) this.voice.stop(turn.turn);
    this.translate();
  }

  private ask(text: string): void {
    this.opening.begin(this.guide.persona);
    void this.talk.ask(text, this.answerIn);
  }

  private stop(): void {
    this.talk.stop();
    this.view.update();
  }

  private open(offer: Offer): void {
    const path = offer.do === 'prefill' ? applyPath(offer.values) : offer.do === 'page' ? PATHS[offer.page] + (offer.page === 'visit' && offer.day ? `&day=${offer.day}` : '') : '/?show=contact';
    window.open(path, '_blank', 'noopener');
  }

  private talkHost(): ConstructorParameters<typeof TalkView>[0] {
    const { talk } = this;
    const name = (): string => wordsOf(this.guide.name);
    return {
      turns: () => [...talk.book.turns.values()],
      current: () => talk.current(),
      waiting: () => talk.waiting,
      failure: () => (talk.failure ? talk.failure.message || say(talk.failure.status ? 'failed.unknown' : 'failed.offline') : ''),
      name, human: () => talk.officer, other: () => '',
      greeting: () => wordsOf(this.guide.greeting) || say('greeting', { name: name() }),
      suggestions: () => this.guide.suggestions.map((each) => wordsOf(each)).filter(Boolean),
      ask: (text) => this.ask(text), again: (text) => this.ask(text), stop: () => this.stop(), bargeIn: () => this.stop(),
      token: () => talk.token, forget: () => talk.forget(), heard: (sound) => this.api.heard(sound),
      soundWaits: () => this.voice.waits, facts: () => this.facts,
      canListen: () => this.facts.can_listen, whisper: null,
      answerIn: { get: () => this.answerIn, set: (wanted) => (this.answerIn = wanted) },
      follow: null, nameOf: () => '', open: (offer) => this.open(offer), cut: (turn) => talk.cuts.get(turn) ?? null,
      rate: async (turn, value, words) => void (await this.api.rate(talk.token, turn.turn, value, words)),
    };
  }
}
