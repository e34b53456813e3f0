/** Guides in the visitor's page: who offers what, who is heard when, beside what. */

import './guide.css';

import type { Business } from '../business/business';
import { isTouch } from '../device';
import { isNarrow } from '../gaze';
import { lang, onLang, words as wordsOf } from '../i18n';
import type { Self } from '../me/self';
import type { Connection } from '../net/connection';
import type { SettingsStore } from '../settings';
import type { GuideBodies, Stage } from '../stage-api';
import type { Hud } from '../ui/hud';
import type { ActMessage, GuideHere, HushedMessage, Shape } from '../wire';
import type { GuideTurn, Said } from '../world/guides';
import { worldCentre } from '../world/transform';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { GuideApi, type GuideFacts, type GuidesAnswer } from './api';
import { Approach } from './approach';
import { Captions } from './captions';
import { forwardOf } from './ears';
import { HallTalk } from './hall-talk';
import { listenForKeys } from './keys';
import type { Hearing } from './microphone';
import { isAskers, offerOf } from './offers';
import { Opener } from './opener';
import { Opening } from './opening';
import { People } from './people';
import { TalkPane } from './talk-pane';
import { type TalkHost, TalkView } from './talk-view';
import { Beginnings, mouthAt } from './timing';
import { Voice } from './voice';
import { say } from './words';
import { WornTalk } from './worn-talk';

export interface GuideHost {
  world: World;
  viewer: Viewer;
  hud: Hud;
  connection: Connection;
  settings: SettingsStore;
  /** Who one is. */
  self: Self;
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

export class Guide {
  private readonly api: GuideApi;
  private readonly people: People;
  private readonly beginnings: Beginnings;
  private readonly talkOf: HallTalk;
  private readonly voice: Voice;
  private readonly captions: Captions;
  private readonly opening: Opening;
  private readonly opener: Opener;
  private readonly approach: Approach;
  private readonly view: TalkView;
  private readonly pane: TalkPane;
  private readonly worn: WornTalk;
  private facts: GuidesAnswer | null = null;
  private readonly opened = new Set<string>();
  private looked = 0;

  constructor(private readonly host: GuideHost) {
    const { world, hud, settings, connection } = host;
    const now = (): number => connection.serverNow();
    this.api = new GuideApi(async () => (await host.self.ask())?.csrf ?? null);
    this.people = new People(world);
    this.approach = new Approach({
      world, viewer: host.viewer, people: this.people, open: (node) => this.open(node), busy: () => this.pane.open || this.inHeadset, nobody: () => hud.toast(say('none.near')),
    });
    this.beginnings = new Beginnings(now, () => performance.now());
    this.opening = new Opening(hud.root);
    this.opener = new Opener({ business: host.business, persona: () => this.talkOf.guide?.persona ?? '', inHeadset: () => this.inHeadset });
    this.talkOf = new HallTalk({
      world, connection, silence: (turn, guide) => this.silence(turn, guide), changed: () => this.changed(),
      refused: (why, code) => void ((this.inHeadset || !this.pane.open) && hud.toast(why, code)),
    });
    this.voice = new Voice({
      until: (said) => this.beginnings.until(said), volume: () => settings.get().guideVolume, mayUseSystem: () => settings.get().deviceVoice,
      mouthOf: (guide) => this.people.mouthOf(guide), changed: () => this.view.update(),
    });
    this.captions = new Captions({
      serverNow: now, shown: () => settings.get().captions, guideName: (guide) => this.people.nameOf(world.guides.at(guide)),
      askerName: (turn) => this.people.askerName(world.guides.turns.get(turn)?.asker ?? null),
    });
    this.view = new TalkView(this.talkHost(), false);
    this.pane = new TalkPane(hud.root, this.view, {
      name: () => this.name, escape: () => void this.escape(), hold: (on) => this.hold(on), closed: () => this.approach.update(),
    });
    this.worn = new WornTalk({
      stage: host.stage, ask: (text) => this.ask(text), stop: () => this.talkOf.stop(), turns: () => this.talkOf.turns(), guide: () => this.talkOf.guide ?? null,
      name: () => this.name, canListen: () => this.canListen, hold: (on) => this.hold(on), closed: () => (this.talkOf.node = null), whisper: this.whisper,
    });
    hud.root.append(this.captions.root, this.approach.chip.root);
    listenForKeys({ ask: () => this.approach.ask(), hold: (on) => this.hold(on), ready: () => this.pane.open || this.approach.offer !== null });
    this.follow();
    void this.api.guides().then((facts) => {
      this.facts = facts;
      this.view.composer.translate();
      this.view.translate();
    }, () => undefined);
  }

  /** Talk with a guide: in a panel, or on a card inside the headset. */
  open(node: string): void {
    const { host, talkOf } = this;
    if (!host.world.guides.at(node)) return;
    if (talkOf.node !== node) {
      talkOf.node = node;
      this.view.translate();
    }
    if (this.inHeadset) return this.worn.open();
    if (isNarrow()) host.closeCards();
    const { persona = '', portrait = '' } = this.offerOf(talkOf.guide) ?? { persona: talkOf.guide?.persona };
    this.pane.show();
    this.pane.portrait.show(persona, portrait && `/assets/${portrait}`);
    this.view.update();
    this.approach.update();
    const mouth = this.people.mouthOf(node);
    if (mouth) host.lookAt(mouth);
    // A keyboard that comes up by itself would cover a phone's screen.
    if (isTouch) this.pane.root.focus({ preventScroll: true });
    else this.view.composer.focus();
  }

  /** A button of a guide's card inside the headset. */
  press(id: string): void {
    this.worn.press(id);
  }

  /** Inside the headset a button of a controller is held for talking, or let go. */
  talk(held: boolean): void {
    if (held && !this.worn.shown) this.approach.ask();
    this.hold(held);
  }

  /** Stop what is said to one, else close the panel; true when there was something. */
  escape(): boolean {
    const { open } = this.pane;
    if (this.talkOf.current()) {
      this.talkOf.stop();
      return true;
    }
    this.pane.hide();
    return open;
  }

  /** The headset was put down. */
  unworn(): void {
    this.worn.close();
  }

  /** Each frame: ears and mouths; now and then, who is near and what is being said. */
  update(now: number): void {
    const { viewer, settings } = this.host;
    const head = viewer.xr?.head.position ?? [viewer.feet[0], viewer.feet[1] + viewer.eye, viewer.feet[2]];
    this.voice.listen(head as Vec3, forwardOf(viewer));
    if (this.pane.open) {
      const { shape, weight } = this.mouth();
      this.pane.portrait.speak(shape, weight);
    }
    if (now - this.looked < LOOK_MS) return;
    this.looked = now;
    const line = this.captions.update();
    if (this.inHeadset) this.worn.caption(settings.get().captions ? line : null);
    this.approach.update();
    if (this.pane.open) this.view.update();
  }

  /** What tests and support may read. */
  inspect() {
    const { voice, view: { composer } } = this;
    const { turns } = this.host.world.guides;
    const all = (): Said[] => [...turns.values()].flatMap(({ said }) => said);
    /** The mouth of whoever speaks, as its body has it, and as the marks want it now. */
    const mouth = () => {
      const wanted = this.mouth();
      const body = wanted.person === null ? null : this.host.stage()?.guides()?.mouth(wanted.person);
      return { ...(body ?? wanted), wanted };
    };
    return {
      turns, get said(): Said[] { return all(); }, get playing(): boolean { return voice.sounds; }, clips: voice.clips, samples: () => voice.level(), mouth,
      get hearing(): Hearing { return composer.microphone.state; },
      begins: (said: Said) => this.beginnings.of(said), caption: () => this.captions.root.textContent ?? '', open: (node: string) => this.open(node),
    };
  }

  // --- talking --------------------------------------------------------------------------------------

  private ask(text: string): void {
    const { node } = this.talkOf;
    if (node !== null && this.opening.begin(node)) this.worn.begins();
    void this.talkOf.ask(text);
  }

  /** The button for talking is held. */
  private hold(on: boolean): void {
    if (on && this.talkOf.node === null && this.approach.offer) this.open(this.approach.offer);
    if (!on || this.talkOf.node !== null) this.view.composer.hold(on);
  }

  private silence(turn: number, guide: string): void {
    this.voice.stop(turn);
    this.captions.stop(turn);
    this.body(guide, (bodies, person) => bodies.hush(person));
  }

  /** Have something done by the body of a guide, if it has one yet. */
  private body(guide: string, fn: (bodies: GuideBodies, person: number) => void): void {
    const person = this.host.world.guides.at(guide)?.person, bodies = this.host.stage()?.guides();
    if (person !== undefined && bodies) fn(bodies, person);
  }

  private follow(): void {
    const { world } = this.host;
    world.guides.on('guides', () => {
      for (const { node, state } of world.guides.here) this.body(node, (bodies, person) => bodies.state(person, state));
      this.changed();
    });
    world.guides.on('turn', (turn) => this.further(turn));
    world.guides.on('say', (said) => this.hear(said));
    world.guides.on('act', (act) => this.see(act));
    world.guides.on('hushed', (hushed) => this.hushed(hushed));
    world.on('hall', ({ fresh }) => fresh && this.moved());
    onLang(() => {
      this.approach.renew();
      this.pane.translate();
      this.worn.update();
    });
  }

  private further(turn: GuideTurn): void {
    // Whoever only stands near reads the label too; an officer's words do not get it.
    if (turn.state === 'speaking' && !turn.said.some(({ by }) => by === 'human') && !this.host.world.guides.at(turn.guide)?.human) this.opening.begin(turn.guide);
    this.changed();
  }

  private hear(said: Said): void {
    this.voice.say(said);
    this.captions.say(said);
    this.body(said.guide, (bodies, person) => bodies.say(person, said.marks, this.beginnings.of(said)));
    this.changed();
  }

  private see(act: ActMessage): void {
    const { world } = this.host;
    const key = `${act.turn}/${act.n}`, { node } = act.args;
    const mine = world.guides.turns.get(act.turn)?.asker === world.me;
    if (mine && isAskers(act) && !this.opened.has(key)) {
      this.opened.add(key);
      this.opener.offered(offerOf(act));
    }
    // Whoever talks with a guide looks where it leads.
    if (mine && act.state === 'begun' && this.pane.open && typeof node === 'string' && world.nodes.has(node)) this.host.lookAt(worldCentre(world, node));
    this.body(act.guide, (bodies, person) => bodies.act(person, act.action, act.args, act.state));
    this.changed();
  }

  private hushed({ turn, guide }: HushedMessage): void {
    const cut = this.host.world.guides.turns.get(turn);
    if (cut) this.talkOf.cut(cut);
    this.silence(turn, guide);
    this.changed();
  }

  private changed(): void {
    this.view.update();
    this.worn.update();
  }

  /** Another hall: whoever spoke is not here. */
  private moved(): void {
    this.voice.stopAll();
    this.captions.clear();
    this.pane.hide();
    this.worn.close();
    this.talkOf.node = null;
    this.approach.renew();
  }

  /** How the mouth of whoever speaks is to stand now. */
  private mouth(): { shape: Shape; weight: number; person: number | null } {
    const { guides } = this.host.world;
    const spoken = [...guides.turns.values()].flatMap(({ silenced, said }) => (silenced ? [] : said));
    const said = spoken.find((each) => -this.beginnings.until(each) >= 0 && -this.beginnings.until(each) < each.ms);
    if (!said) return { shape: 'sil', weight: 0, person: null };
    return { ...mouthAt(said.marks, -this.beginnings.until(said)), person: guides.at(said.guide)?.person ?? null };
  }

  // --- what the view asks for -----------------------------------------------------------------------

  private talkHost(): TalkHost {
    const { talkOf, people, host: { world } } = this;
    return {
      turns: () => talkOf.turns(), current: () => talkOf.current(), waiting: () => talkOf.asking, failure: () => talkOf.failure,
      name: () => this.name, human: () => talkOf.guide?.human ?? '', other: () => people.otherName(talkOf.guide),
      greeting: () => wordsOf(this.offerOf(talkOf.guide)?.greeting) || say('greeting', { name: this.name }),
      suggestions: () => (talkOf.guide?.suggestions ?? []).map((each) => each[lang() === 'en' ? 'en' : 'zh'] ?? each['zh'] ?? '').filter(Boolean),
      ask: (text) => this.ask(text), again: (text) => this.ask(text), stop: () => talkOf.stop(), bargeIn: () => talkOf.stop(),
      token: () => talkOf.token, forget: () => this.forget(), heard: (sound) => this.api.heard(sound), cut: (turn) => talkOf.cuts.get(turn) ?? null,
      soundWaits: () => this.voice.waits, facts: () => this.facts, canListen: () => this.canListen, whisper: this.whisper,
      answerIn: { get: () => talkOf.answerIn, set: (wanted) => (talkOf.answerIn = wanted) },
      nameOf: (node) => wordsOf(world.nodes.get(node)?.card?.title ?? world.nodes.get(node)?.name),
      follow: (node) => this.host.walkTo(node), open: (offer) => void this.opener.open(offer),
      rate: async (turn, value, words) => void (await this.api.rate(turn.dialogue, turn.turn, value, words)),
    };
  }

  private async forget(): Promise<void> {
    await this.api.forget(this.talkOf.token);
    this.talkOf.forget();
    this.host.hud.toast(say('deleted'));
  }

  private get whisper() {
    return { get: () => this.talkOf.whispers, set: (on: boolean) => (this.talkOf.whispers = on) };
  }

  private get name(): string {
    return this.people.nameOf(this.talkOf.guide);
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
}
