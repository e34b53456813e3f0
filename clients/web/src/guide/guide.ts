/** Guides in the visitor's page: who offers what, who is heard when, beside what. */

import './guide.css';

import type { Business } from '../business/business';
import { isTouch } from '../device';
import { isNarrow } from '../gaze';
import { lang, onLang, words as wordsOf } from '../i18n';
import type { Self } from '../me/self';
import type { Names } from '../names';
import type { Connection } from '../net/connection';
import { WireError } from '../net/requests';
import type { SettingsStore } from '../settings';
import type { Stage } from '../stage-api';
import type { Hud } from '../ui/hud';
import type { AskMessage, GuideHere, Shape } from '../wire';
import { type GuideTurn, isOver, type Said } from '../world/guides';
import { worldCentre } from '../world/transform';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { forwardOf } from './ears';
import { GuideApi, type GuideFacts, type GuidesAnswer } from './api';
import { Captions } from './captions';
import { listenForKeys } from './keys';
import { nearestGuide, offered, CALLED } from './near';
import { applyPath, isAskers, type Offer, offerOf } from './offers';
import { OfferChip } from './offer-chip';
import { Opening } from './opening';
import { TalkPane } from './talk-pane';
import { TalkView } from './talk-view';
import { Beginnings, heardOf, mouthAt } from './timing';
import { Voice } from './voice';
import { say } from './words';
import { WornTalk } from './worn-talk';

export interface GuideHost {
  world: World;
  viewer: Viewer;
  hud: Hud;
  connection: Connection;
  /** Who one is. */
  self: Self;
  settings: SettingsStore;
  names: Names;
  stage(): Stage | null;
  /** Companies, space, visits and contacts. */
  business(): Promise<Business>;
  /** Go to a thing, and look at it. */
  walkTo(node: string): void;
  /** Look at a point of the hall. */
  lookAt(point: Vec3): void;
  /** Make room beside the park. */
  closeCards(): void;
}

const LOOK_MS = 200;
/** Of a guide whose place is not known yet, and how high its mouth is. */
const MOUTH = 1.5;

export class Guide {
  private readonly api: GuideApi;
  private readonly beginnings: Beginnings;
  private readonly voice: Voice;
  private readonly captions: Captions;
  private readonly opening: Opening;
  private readonly chip = new OfferChip(() => this.offer && this.open(this.offer));
  private readonly view: TalkView;
  private readonly pane: TalkPane;
  private readonly worn: WornTalk;
  /** The node of the guide that one talks with. */
  private node: string | null = null;
  private offer: string | null = null;
  private facts: GuidesAnswer | null = null;
  private whispers = false;
  private answerIn: AskMessage['lang'] = '';
  private readonly cuts = new Map<number, { heard: number; ms: number }>();
  private readonly opened = new Set<string>();
  private readonly forgotten = new Set<number>();
  private looked = 0;
  private asking = false;
  private failure = '';

  constructor(private readonly host: GuideHost) {
    const { world, hud, settings } = host;
    this.api = new GuideApi(async () => (await host.self.ask())?.csrf ?? null);
    this.beginnings = new Beginnings(() => this.now(), () => performance.now());
    this.opening = new Opening(hud.root);
    this.voice = new Voice({
      until: (said) => this.beginnings.until(said), volume: () => settings.get().guideVolume, mayUseSystem: () => settings.get().deviceVoice,
      mouthOf: (guide) => this.mouthOf(guide), changed: () => this.view.update(),
    });
    this.captions = new Captions({
      serverNow: () => this.now(), shown: () => settings.get().captions, guideName: (guide) => this.nameOf(world.guides.at(guide)),
      askerName: (turn) => this.askerName(world.guides.turns.get(turn)?.asker ?? null),
    });
    this.view = new TalkView(this.talkHost(), false);
    this.pane = new TalkPane(hud.root, this.view, {
      name: () => this.nameOf(this.here), escape: () => void this.escape(), hold: (on) => this.hold(on), closed: () => this.chooseOffer(),
    });
    this.worn = new WornTalk({
      stage: host.stage, ask: (text) => this.ask(text), stop: () => this.stop(), turns: () => this.turns(), guide: () => this.here ?? null,
      name: () => this.nameOf(this.here), canListen: () => this.canListen, hold: (on) => this.hold(on), closed: () => (this.node = null),
      whisper: { get: () => this.whispers, set: (on) => (this.whispers = on) },
    });
    hud.root.append(this.captions.root, this.chip.root);
    listenForKeys({ ask: () => this.askNearest(), hold: (on) => this.hold(on), ready: () => this.pane.open || this.offer !== null });
    this.follow();
    void this.api.guides().then((facts) => {
      this.facts = facts;
      this.view.composer.translate();
      this.view.translate();
    }, () => undefined);
  }

  /** Talk with a guide: in a panel, or on a card inside the headset. */
  open(node: string): void {
    if (!this.host.world.guides.at(node)) return;
    if (this.node !== node) {
      this.node = node;
      this.view.translate();
    }
    if (this.inHeadset) return this.worn.open();
    if (isNarrow()) this.host.closeCards();
    this.pane.show();
    const { persona = '', portrait = '' } = this.offerOf(this.here) ?? { persona: this.here?.persona };
    this.pane.portrait.show(persona, portrait && `/assets/${portrait}`);
    this.view.update();
    this.chip.show(null);
    const mouth = this.mouthOf(node);
    if (mouth) this.host.lookAt(mouth);
    // A keyboard that comes up by itself would cover a phone's screen.
    if (!isTouch) this.view.composer.focus();
    else this.pane.root.focus({ preventScroll: true });
  }

  /** A button of a guide's card inside the headset. */
  press(id: string): void {
    this.worn.press(id);
  }

  /** The button for talking is held, on a controller too. */
  hold(on: boolean): void {
    if (on && !this.node && this.offer) this.open(this.offer);
    if (on && this.node === null) return;
    this.view.composer.hold(on);
  }

  /** Inside the headset a button of a controller is held for talking, or let go. */
  talk(held: boolean): void {
    if (held && !this.worn.shown) this.askNearest();
    this.hold(held);
  }

  /** Stop what is said to one, else close the panel; true when there was something. */
  escape(): boolean {
    if (this.current()) {
      this.stop();
      return true;
    }
    const { open } = this.pane;
    this.pane.hide();
    return open;
  }

  /** The headset was put down. */
  unworn(): void {
    this.worn.close();
  }

  /** Each frame: ears and mouths; now and then, who is near and what is being said. */
  update(now: number): void {
    const { viewer } = this.host;
    const head = viewer.xr?.head.position ?? [viewer.feet[0], viewer.feet[1] + viewer.eye, viewer.feet[2]];
    this.voice.listen(head as Vec3, forwardOf(viewer));
    if (this.pane.open) {
      const { shape, weight } = this.mouth();
      this.pane.portrait.speak(shape, weight);
    }
    if (now - this.looked < LOOK_MS) return;
    this.looked = now;
    const line = this.captions.update();
    if (this.inHeadset) this.worn.caption(this.host.settings.get().captions ? line : null);
    this.chooseOffer();
  }

  /** What tests and support may read. */
  inspect() {
    const { host, voice } = this;
    const book = host.world.guides;
    const all = (): Said[] => [...book.turns.values()].flatMap(({ said }) => said);
    /** The mouth of whoever speaks, as its body has it, and as the marks want it now. */
    const mouth = () => {
      const wanted = this.mouth();
      const body = wanted.person === null ? null : host.stage()?.guides()?.mouth(wanted.person);
      return { ...(body ?? wanted), wanted };
    };
    return {
      turns: book.turns, get said(): Said[] { return all(); }, get playing(): boolean { return voice.sounds; },
      clips: voice.clips, samples: () => voice.level(), mouth, begins: (said: Said) => this.beginnings.of(said),
      caption: () => this.captions.root.textContent ?? '', open: (node: string) => this.open(node),
    };
  }

  // --- talking --------------------------------------------------------------------------------------

  private ask(text: string): void {
    void this.asked(text);
  }

  private async asked(text: string): Promise<void> {
    const { connection, hud } = this.host;
    const { node } = this;
    if (!node) return;
    this.stop();
    if (this.opening.begin(node)) this.worn.begins();
    this.asking = true;
    this.failure = '';
    this.view.update();
    try {
      await connection.ask(node, text, this.answerIn, this.whispers);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      const isCut = ['offline', 'disconnected', 'timeout'].includes(error.code);
      this.failure = isCut ? say('failed.offline') : error.message || say('failed.unknown');
      if (this.inHeadset || !this.pane.open) hud.toast(say('failed', { why: this.failure }), error.code);
    } finally {
      this.asking = false;
      this.view.update();
    }
  }

  /** Be silent here at once, then tell the park how much was heard. */
  private stop(): void {
    const turn = this.current();
    if (!turn) return;
    const cut = heardOf(turn.said, this.now());
    this.cuts.set(turn.turn, cut);
    this.silence(turn.turn, turn.guide);
    this.host.world.guides.silence(turn.turn);
    this.view.update();
    this.worn.update();
    this.host.connection.hush(turn.turn, cut.heard, cut.ms).catch(() => undefined);
  }

  private silence(turn: number, guide: string): void {
    this.voice.stop(turn);
    this.captions.stop(turn);
    const person = this.host.world.guides.at(guide)?.person;
    if (person !== undefined) this.host.stage()?.guides()?.hush(person);
  }

  /** The answer to oneself that goes on, if any. An answer that was sent whole is still being said. */
  private current(): GuideTurn | null {
    const now = this.now();
    const mine = [...this.host.world.guides.turns.values()].filter((turn) => turn.asker === this.host.world.me && !turn.silenced);
    return mine.reverse().find((turn) => !isOver(turn) || (turn.state === 'done' && turn.said.some((said) => said.at + said.ms / 1000 > now))) ?? null;
  }

  private turns(): GuideTurn[] {
    const { world } = this.host;
    return [...world.guides.turns.values()].filter(({ turn, guide, asker }) => guide === this.node && asker === world.me && !this.forgotten.has(turn));
  }

  private follow(): void {
    const { world } = this.host;
    const { guides } = world;
    guides.on('guides', () => this.changed());
    guides.on('turn', (turn) => {
      if (turn.state === 'speaking' && !turn.said.some(({ by }) => by === 'human')) this.opening.begin(turn.guide);
      this.changed();
    });
    guides.on('say', (said) => {
      this.voice.say(said);
      this.captions.say(said);
      const person = guides.at(said.guide)?.person;
      if (person !== undefined) this.host.stage()?.guides()?.say(person, said.marks, this.beginnings.of(said));
      this.changed();
    });
    guides.on('act', (act) => {
      const turn = guides.turns.get(act.turn);
      const key = `${act.turn}/${act.n}`;
      if (isAskers(act) && turn?.asker === world.me && !this.opened.has(key)) {
        this.opened.add(key);
        this.offered(offerOf(act));
      }
      const node = act.args['node'];
      // Whoever talks with a guide looks where it leads.
      if (act.state === 'begun' && this.pane.open && turn?.asker === world.me && typeof node === 'string' && world.nodes.has(node)) this.host.lookAt(worldCentre(world, node));
      const person = guides.at(act.guide)?.person;
      if (person !== undefined) this.host.stage()?.guides()?.act(person, act.action, act.args, act.state);
      this.changed();
    });
    guides.on('hushed', ({ turn, guide }) => {
      if (!this.cuts.has(turn)) this.cuts.set(turn, heardOf(guides.turns.get(turn)?.said ?? [], this.now()));
      this.silence(turn, guide);
      this.changed();
    });
    world.on('hall', ({ fresh }) => fresh && this.moved());
    onLang(() => {
      this.chip.translate();
      this.pane.translate();
      this.chooseOffer();
      this.worn.update();
    });
  }

  /** How the mouth of whoever speaks is to stand now. */
  private mouth(): { shape: Shape; weight: number; person: number | null } {
    const { guides } = this.host.world;
    const spoken = [...guides.turns.values()].flatMap(({ silenced, said }) => (silenced ? [] : said));
    const said = spoken.find((each) => -this.beginnings.until(each) >= 0 && -this.beginnings.until(each) < each.ms);
    if (!said) return { shape: 'sil', weight: 0, person: null };
    return { ...mouthAt(said.marks, -this.beginnings.until(said)), person: guides.at(said.guide)?.person ?? null };
  }

  private changed(): void {
    const { stage, world } = this.host;
    for (const { person, state } of world.guides.here) stage()?.guides()?.state(person, state);
    this.view.update();
    this.worn.update();
  }

  /** Another hall: whoever spoke is not here. */
  private moved(): void {
    this.voice.stopAll();
    this.captions.clear();
    this.pane.hide();
    this.worn.close();
    this.node = this.offer = null;
    this.chip.show(null);
  }

  // --- who is near ----------------------------------------------------------------------------------

  private askNearest(): void {
    const nearest = nearestGuide(this.host.world.guides.here, (guide) => this.placeOf(guide), this.host.viewer.feet);
    if (nearest && nearest.metres <= CALLED) this.open(nearest.guide.node);
    else this.host.hud.toast(say('none.near'));
  }

  private chooseOffer(): void {
    const { world, viewer } = this.host;
    const nearest = nearestGuide(world.guides.here, (guide) => this.placeOf(guide), viewer.feet);
    const guide = offered(nearest, this.offer);
    this.offer = guide?.node ?? null;
    this.chip.show(guide && !this.pane.open && !this.inHeadset ? this.nameOf(guide) : null);
  }

  private placeOf({ person, node }: GuideHere): Vec3 | null {
    const { world } = this.host;
    const pose = world.sample(person, performance.now());
    if (pose) return pose.head.position as Vec3;
    return world.nodes.has(node) ? worldCentre(world, node) : null;
  }

  private mouthOf(guide: string): Vec3 | null {
    const here = this.host.world.guides.at(guide);
    const pose = here && this.host.world.sample(here.person, performance.now());
    if (pose) return pose.head.position as Vec3;
    const place = here ? this.placeOf(here) : null;
    return place && [place[0], place[1] + MOUTH, place[2]];
  }

  // --- what is opened -------------------------------------------------------------------------------

  /** A guide has something opened: lists come up by themselves where there is room; the rest waits for a press. */
  private offered(offer: Offer | null): void {
    if (offer?.do !== 'page' || isNarrow() || this.inHeadset) return;
    if (offer.page === 'units' || offer.page === 'companies') void this.openOffer(offer);
  }

  private async openOffer(offer: Offer): Promise<void> {
    if (offer.do === 'prefill') return void window.open(applyPath(offer.values), '_blank', 'noopener');
    if (offer.do === 'staff') return;
    if (offer.page === 'register') return void window.open('/desk/apply', '_blank', 'noopener');
    if (offer.page === 'privacy') return void window.open(`/legal/privacy?lang=${lang()}`, '_blank', 'noopener');
    const business = await this.host.business();
    business.page(offer.page, { kind: 'guide', ref: this.here?.persona ?? '' }, offer.about);
  }

  // --- what the view asks for -----------------------------------------------------------------------

  private talkHost(): ConstructorParameters<typeof TalkView>[0] {
    const { host } = this;
    return {
      turns: () => this.turns(),
      current: () => this.current(),
      waiting: () => this.asking,
      failure: () => this.failure,
      name: () => this.nameOf(this.here),
      human: () => this.here?.human ?? '',
      greeting: () => wordsOf(this.offerOf(this.here)?.greeting) || say('greeting', { name: this.nameOf(this.here) }),
      suggestions: () => (this.here?.suggestions ?? []).map((each) => each[lang() === 'en' ? 'en' : 'zh'] ?? each['zh'] ?? '').filter(Boolean),
      other: () => this.otherName(),
      ask: (text) => this.ask(text), again: (text) => this.ask(text),
      stop: () => this.stop(), bargeIn: () => this.stop(),
      token: () => this.token,
      forget: () => this.forget(),
      heard: (sound) => this.api.heard(sound),
      soundWaits: () => this.voice.waits,
      abroad: () => this.facts?.abroad ?? false,
      canListen: () => this.canListen,
      whisper: { get: () => this.whispers, set: (on) => (this.whispers = on) },
      answerIn: { get: () => this.answerIn, set: (wanted) => (this.answerIn = wanted) },
      follow: (node) => host.walkTo(node),
      nameOf: (node) => wordsOf(host.world.nodes.get(node)?.card?.title ?? host.world.nodes.get(node)?.name),
      open: (offer) => void this.openOffer(offer),
      cut: (turn) => this.cuts.get(turn) ?? null,
      rate: async (turn, value, words) => void (await this.api.rate(turn.dialogue, turn.turn, value, words)),
    };
  }

  /** What opens the talk that one has here; empty before there is one. */
  private get token(): string {
    return this.turns().map(({ dialogue }) => dialogue).filter(Boolean).at(-1) ?? '';
  }

  private async forget(): Promise<void> {
    await this.api.forget(this.token);
    for (const { turn } of this.turns()) this.forgotten.add(turn);
    this.host.hud.toast(say('deleted'));
    this.view.update();
  }

  private get here(): GuideHere | undefined {
    return this.node === null ? undefined : this.host.world.guides.at(this.node);
  }

  /** What the park says of a guide. */
  private offerOf(guide: GuideHere | undefined): GuideFacts | undefined {
    return this.facts?.guides.find(({ persona }) => persona === guide?.persona);
  }

  private get canListen(): boolean {
    return this.facts?.can_listen ?? false;
  }

  private get inHeadset(): boolean {
    return this.host.stage()?.xr.active() ?? false;
  }

  private nameOf(guide: GuideHere | undefined): string {
    return guide ? (guide.name[lang() === 'en' ? 'en' : 'zh'] ?? guide.name['zh'] ?? '') : '';
  }

  private otherName(): string {
    const { world } = this.host;
    const addressee = this.here?.addressee ?? null;
    return addressee === null || addressee === world.me ? '' : this.askerName(addressee);
  }

  private askerName(id: number | null): string {
    const { world } = this.host;
    if (id === world.me) return say('you');
    return (id === null ? '' : world.people.get(id)?.name) || say('visitor');
  }

  private now(): number {
    return this.host.connection.serverNow();
  }
}
