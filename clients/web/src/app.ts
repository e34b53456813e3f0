/** The visitor page: puts the world, the connection, the stage and the HUD together. */

import { hallOfAddress, liveUrl } from './address';
import { agentWord, inHeadset, isTouch } from './device';
import { Encounter } from './encounter';
import { Gaze, isNarrow, standBefore } from './gaze';
import { GuideDoor } from './guide/door';
import { Hands } from './hands';
import { HeadsetButton } from './headset';
import { Hover } from './hover';
import { lang, onLang, t, words } from './i18n';
import { mark, marks } from './marks';
import { Me } from './me/me';
import { Names } from './names';
import { Need } from './need';
import { Connection, type Identity } from './net/connection';
import { EarlyAssets } from './net/early';
import { WireError } from './net/requests';
import { doorwaysOf } from './portals';
import { SettingsStore } from './settings';
import { tick } from './sound';
import type { Stage, StageEvent } from './stage-api';
import { Travel } from './travel';
import { Trouble } from './trouble';
import { Hud } from './ui/hud';
import { Minimap } from './ui/minimap';
import { Panels } from './ui/panels';
import { closeSheet } from './ui/sheet';
import { Splash } from './ui/splash';
import type { Localised } from './world/scene';
import { standAt, wantedOf, withoutPlace } from './wanted';
import { createViewer } from './world/viewer';
import { World } from './world/world';

const [HINT_MS, SEEN_MS, STAGE_WAITS_MS] = [12_000, 6000, 1500];

export class App {
  private readonly world = new World();
  private readonly viewer = createViewer();
  private readonly settings = new SettingsStore();
  private readonly wanted = wantedOf(location.search);
  private readonly canvas = document.getElementById('stage') as HTMLCanvasElement;
  private readonly connection = new Connection(liveUrl(), this.world, this.viewer, () => this.identity(), undefined, (hall) => this.me.pass(hall));
  private readonly need = new Need(this.viewer, this.connection);
  private readonly early = new EarlyAssets();
  private letIn: () => void = () => undefined;
  /** Settles when one is in a hall for the first time. */
  private readonly entering = new Promise<void>((done) => (this.letIn = done));
  private readonly names = new Names(this.world);
  private readonly splash = new Splash();
  private readonly hud: Hud;
  private readonly trouble: Trouble;
  private readonly travel: Travel;
  private readonly gaze = new Gaze(this.viewer, this.world);
  private readonly me: Me;
  private readonly panels: Panels;
  private readonly guide: GuideDoor;
  private readonly encounter: Encounter;
  private readonly headset: HeadsetButton;
  private readonly minimap: Minimap;
  private readonly hands: Hands;
  private readonly hover: Hover;
  private stage: Stage | null = null;
  private loaded = false;
  private sat = false;
  private seen: (() => void)[] = [];

  constructor() {
    const { world, viewer, connection, settings, canvas, names } = this;
    this.hud = new Hud({
      people: () => void this.panels.people(),
      places: () => this.panels.places(),
      help: () => this.panels.help(),
      settings: () => this.panels.settings(),
      me: () => void this.me.open(),
      vr: () => void this.headset.press(),
    });
    const hud = this.hud;
    this.trouble = new Trouble(hud, this.splash);
    const failed = (error: unknown): void => this.trouble.failed(error);
    this.travel = new Travel({
      world, viewer, connection, failed,
      marker: (point) => this.stage?.marker(point),
      fade: (on) => hud.setFade(on),
      seen: () => this.whenSeen(),
      noWay: () => hud.toast(t('error.nopath')),
    });
    this.me = new Me({ hud, connection, failed, stage: () => this.stage });
    const travel = this.travel;
    this.panels = new Panels({
      world, viewer, settings, hud, travel, connection, names, gaze: this.gaze, self: this.me.self,
      stage: () => this.stage,
      me: () => void this.me.open(),
      act: (node, action) => this.encounter.act(node, action),
      walkTo: (node) => this.walkTo(node),
    });
    this.guide = new GuideDoor({
      world, viewer, hud, connection, settings, self: this.me.self, stage: () => this.stage,
      business: () => this.panels.open(), closeCards: () => this.panels.closeCards(),
      walkTo: (node) => this.walkTo(node), lookAt: (point) => this.gaze.at(point, true),
    });
    this.headset = new HeadsetButton(hud, this.panels);
    this.encounter = new Encounter({
      world, viewer, connection, travel, failed,
      hallName: (hall) => names.ofHall(hall),
      select: (node, part) => this.select(node, part),
      space: (node) => this.space(node),
      guide: (node) => this.guide.open(node),
    });
    this.minimap = new Minimap(world, viewer, { go: (x, z) => this.goOnMap(x, z) });
    hud.root.prepend(this.minimap.root);
    this.hover = new Hover(canvas, hud, this.encounter);
    this.hands = new Hands({
      canvas, viewer, hud: hud.root, wish: travel.walker.wish,
      click: (x, y) => this.click(x, y),
      hover: (at) => (this.hover.at = at),
      escape: () => this.escape(),
    });
  }

  /** Open the park: the socket and the stage's code are fetched side by side. */
  start(): void {
    this.splash.say('splash.connecting');
    this.listen();
    this.applySettings();
    this.showNames();
    mark('content');
    void this.enter(hallOfAddress());
    void this.openStage();
    void this.names.known.then(() => this.showNames());
  }

  private listen(): void {
    const { connection, world } = this;
    connection.on('status', ({ status, code, message }) => {
      this.showPeople();
      this.trouble.status(status, code, message);
    });
    connection.on('joined', ({ joined, asked }) => {
      mark('joined');
      if (asked) this.early.begin(joined.manifest);
      this.letIn();
      this.travel.arrive(joined, asked);
      if (asked && this.wanted.at && !this.splash.gone) standAt(this.wanted.at, this.inspect());
      if (asked) this.entered();
    });
    connection.on('moved', ({ hall, message }) => this.hud.toast(message || t('status.moved', { hall: this.names.ofHall(hall) })));
    connection.on('error', (error) => this.trouble.failed(error));
    world.on('people', () => this.showPeople());
    world.on('hall', () => this.showNames());
    onLang(() => this.translate());
    this.settings.onChange(() => this.applySettings());
    addEventListener('online', () => connection.hurry());
    document.addEventListener('visibilitychange', () => !document.hidden && connection.hurry());
    // Frames stop in a hidden tab; the pose of one who stands still must not.
    setInterval(() => document.hidden && connection.update(), 1000);
  }

  private async enter(hall: string): Promise<void> {
    try {
      await this.connection.join(hall);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (error.code === 'superseded') return;
      await this.names.known;
      const { start } = this.names;
      if (error.code === 'hall_unknown' && location.pathname === '/' && hall !== start) return this.enter(start);
      this.trouble.refused(error, () => void this.enter(hall), hall === start ? null : () => void this.enter(start));
    }
  }

  private async openStage(): Promise<void> {
    const { createStage } = await import('./stage/stage');
    // Making the stage holds the thread for long: first hear the hall, so that what it needs
    // travels meanwhile.
    await Promise.race([this.entering, new Promise((late) => setTimeout(late, STAGE_WAITS_MS))]);
    try {
      this.stage = createStage(this.canvas, this.world, this.viewer, {
        lang,
        serverNow: () => this.connection.serverNow(),
        now: () => performance.now(),
        fetchAsset: this.early.fetch,
        report: (event) => this.report(event),
        settings: () => this.settings.get(),
      });
    } catch {
      this.connection.close();
      const { showPlain } = await import('./plain/page');
      return showPlain(hallOfAddress());
    }
    mark('stage');
    this.stage.onFrame((dt) => this.frame(dt));
    this.stage.xr.onTeleport((target) => this.travel.land(target));
    Object.assign(window, { lingjing: this.inspect() });
    await this.headset.watch(this.stage.xr);
  }

  /** What tests and support may read, and a screen in a showroom is run by. */
  private inspect() {
    const { world, viewer, stage, connection, travel, gaze, hud, names, wanted } = this;
    const { guide } = this;
    const [open, closeCard] = [(node: string): void => this.select(node), (): void => this.panels.closeCard()];
    return { world, viewer, stage, marks, connection, travel, gaze, hud, names, wanted, open, closeCard, doorways: () => doorwaysOf(world), get guide() { return guide.inspect(); } };
  }

  private frame(dt: number): void {
    const { stage, travel, hands } = this;
    const presenting = stage!.xr.active();
    if (this.world.hall) {
      this.need.update();
      if (presenting) travel.watchDoors(this.viewer.feet);
      else {
        hands.update(dt);
        this.gaze.update(dt, !hands.free || travel.walker.wished);
        travel.update(dt, hands.free);
      }
    }
    this.connection.update();
    this.guide.update(performance.now());
    if (!presenting) this.showFrame(performance.now());
  }

  private showFrame(now: number): void {
    this.minimap.update(now);
    this.showProgress();
    this.hover.update(this.stage!, now, this.hands.looking);
    if (this.travel.walker.wished || this.travel.walker.walking) this.hud.setHint(null);
    if (this.viewer.seated !== this.sat) this.showSeat();
  }

  /** Whoever has sat down is told how to get up. */
  private showSeat(): void {
    this.sat = this.viewer.seated;
    this.hud.setHint(this.sat ? (isTouch ? 'hint.seated.touch' : 'hint.seated') : null);
  }

  private report(event: StageEvent): void {
    switch (event.type) {
      case 'first-view': return this.firstView();
      case 'loaded':
        this.loaded = true;
        this.hud.setProgress(1);
        return mark('loaded');
      case 'model-swapped': return this.panels.renew(event.node);
      case 'asset-failed': return this.trouble.assetFailed();
      case 'context-lost': return this.hud.toast(t('error.context'));
      case 'xr-pick': return this.encounter.use(event.pick, false);
      case 'xr-act': return this.encounter.act(event.node, event.action);
      case 'xr-talk': return this.guide.talk(event.held);
      case 'xr-menu': return void this.me.toggleInHeadset();
      case 'xr-card': return void this.pressed(event.id);
      case 'xr-start': return this.hud.setVr('active');
      case 'xr-end':
        void this.me.unworn();
        this.guide.unworn();
        return this.hud.setVr('ready');
    }
  }

  private firstView(): void {
    mark('firstView');
    for (const fn of this.seen.splice(0)) fn();
    if (this.splash.gone) return;
    this.splash.hide();
    this.canvas.classList.add('shown');
    if (this.wanted.kiosk) return void import('./kiosk/kiosk').then(({ Kiosk }) => new Kiosk(this.inspect()));
    this.hud.show();
    if (this.wanted.at && this.world.nodes.has(this.wanted.at)) this.select(this.wanted.at);
    this.hud.setHint(isTouch ? 'hint.touch' : 'hint.desktop');
    setTimeout(() => this.hud.setHint(null), HINT_MS);
    void this.panels.prepare(!this.settings.get().greeted);
    this.guide.prepare();
  }

  /** In a hall just now: the address says so, and a fresh order of need begins here. */
  private entered(): void {
    this.need.forget();
    this.loaded = false;
    this.panels.closeCard();
    this.splash.reopen();
    const { id, name } = this.world.hall!;
    const path = id === this.names.start ? '/' : `/h/${id}`;
    if (location.pathname !== path && !this.wanted.kiosk) history.replaceState(null, '', path + withoutPlace(location.search));
    if (this.splash.gone) this.hud.arrive(words(name));
    else this.splash.say('splash.scene');
  }

  private whenSeen(): Promise<void> {
    return new Promise((done) => {
      this.seen.push(done);
      setTimeout(done, SEEN_MS);
    });
  }

  private click(x: number, y: number): void {
    if (closeSheet()) return;
    this.sound();
    this.encounter.use(this.stage?.pick(x, y) ?? null);
  }

  private select(node: string, part: Localised | null = null): void {
    this.sound(1.25);
    this.hud.setHint(null);
    if (isNarrow()) this.gaze.atNode(node);
    void this.panels.openCard(node, part);
  }

  private space(node: string): void {
    this.sound(1.25);
    this.hud.setHint(null);
    void this.panels.space(node);
  }

  /** A button inside the headset: the park's own, or of the card about oneself. */
  private async pressed(id: string): Promise<void> {
    if (id.startsWith('g:')) return this.guide.press(id);
    if (!id.startsWith('b:')) return this.me.press(id);
    await this.me.unworn();
    await this.panels.press(id);
  }

  private escape(): void {
    if (closeSheet() || this.minimap.shrink() || this.guide.escape()) return;
    this.panels.escape();
    this.travel.forget();
  }

  private goOnMap(x: number, z: number): void {
    const goal = this.travel.land([x, this.viewer.feet[1], z], Infinity);
    this.sound();
    if (goal) void this.travel.goTo(goal);
  }

  private walkTo(node: string): void {
    const goal = this.travel.land(standBefore(this.world, node, this.viewer.feet), Infinity);
    if (goal) void this.travel.goTo(goal, () => this.gaze.atNode(node));
  }

  private identity(): Identity {
    const { name, color, measure } = this.settings.get();
    return { measure: measure && !this.wanted.kiosk, name: this.wanted.kiosk ? t('kiosk.name') : name, body: { color, figure: inHeadset ? 'headset' : 'plain' }, lang: lang(), agent: agentWord() };
  }

  private applySettings(): void {
    const { quality, reducedMotion } = this.settings.get();
    document.documentElement.dataset['quality'] = quality;
    document.documentElement.classList.toggle('calm', reducedMotion);
    this.stage?.refresh();
    if (this.connection.status === 'online') this.connection.introduce();
  }

  private translate(): void {
    this.hud.translate();
    this.showNames();
    this.panels.translate();
    this.applySettings();
  }

  private showNames(): void {
    const [park, hall] = [this.names.ofPark(), this.names.ofHere()];
    this.hud.setNames(park, hall);
    if (!this.splash.gone && this.connection.status !== 'refused') this.splash.setNames(park, hall);
  }

  private showPeople(): void {
    this.hud.setPeople(Math.max(1, this.world.total), this.connection.status === 'online');
  }

  private showProgress(): void {
    const { loaded, total } = this.stage!.progress();
    if (!total) return;
    if (this.splash.gone) this.hud.setProgress(this.loaded ? 1 : loaded / total);
    else this.splash.setProgress(loaded, total);
  }

  private sound(pitch = 1): void {
    if (this.settings.get().sound) tick(pitch);
  }
}
