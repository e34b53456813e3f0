/** The visitor page: puts the world, the connection, the stage and the HUD together. */

import { DEFAULT_HALL, hallOfAddress, liveUrl } from './address';
import { agentWord, inHeadset, isTouch } from './device';
import { listenForKeys } from './desktop/keys';
import { listenForMouse, toggleLock } from './desktop/mouse';
import { Encounter } from './encounter';
import { lang, onLang, t, words } from './i18n';
import { mark, marks } from './marks';
import { getPark, type Park } from './net/api';
import { fetchAsset } from './net/assets';
import { Connection } from './net/connection';
import { WireError } from './net/requests';
import { doorwaysOf } from './portals';
import { SettingsStore } from './settings';
import { tick } from './sound';
import type { Stage, StageEvent } from './stage-api';
import { listenForTouch } from './touch/gestures';
import { createStick } from './touch/stick';
import { Travel } from './travel';
import { Hud } from './ui/hud';
import { Minimap } from './ui/minimap';
import { Panels } from './ui/panels';
import { closeSheet } from './ui/sheet';
import { Splash } from './ui/splash';
import { createViewer, type Vec3 } from './world/viewer';
import { World } from './world/world';
import { worldCentre, worldTransform } from './world/transform';

const HINT_MS = 12_000;
const HOVER_MS = 110;
const SEEN_MS = 6000;
const ASSET_WORD_MS = 20_000;
const NEED_METRES = 70;
const TURN_RATE = 1.7;
const NARROW = '(max-width: 720px)';
/** On a narrow screen a card covers the lower half: look this much lower, radians. */
const CARD_PITCH = 0.32;

export class App {
  readonly world = new World();
  readonly viewer = createViewer();
  readonly settings = new SettingsStore();
  stage: Stage | null = null;
  private readonly canvas = document.getElementById('stage') as HTMLCanvasElement;
  private readonly connection: Connection;
  private readonly splash = new Splash();
  private readonly hud: Hud;
  private readonly travel: Travel;
  private readonly encounter: Encounter;
  private readonly minimap: Minimap;
  private readonly panels: Panels;
  private park: Park | null = null;
  private readonly whenPark: Promise<Park | null> = getPark(lang()).catch(() => null);
  private turning = 0;
  private looking = false;
  private gaze: { yaw: number; pitch: number } | null = null;
  private hover: { x: number; y: number } | null = null;
  private hoveredAt = 0;
  private neededAt: Vec3 | null = null;
  private seen: (() => void)[] = [];
  private wasCut = false;
  private loaded = false;
  private assetToldAt = -Infinity;
  private hintKey: 'hint.desktop' | 'hint.touch' = isTouch ? 'hint.touch' : 'hint.desktop';

  constructor() {
    const { world, viewer } = this;
    this.connection = new Connection(liveUrl(), world, viewer, () => this.identity());
    this.hud = new Hud({
      places: () => this.panels.places(),
      help: () => this.panels.help(),
      settings: () => this.panels.settings(),
      vr: () => this.toggleVr(),
    });
    this.travel = new Travel({
      world, viewer, connection: this.connection,
      marker: (point) => this.stage?.marker(point),
      fade: (on) => this.hud.setFade(on),
      seen: () => this.whenSeen(),
      failed: (error) => this.failed(error),
      noWay: () => this.hud.toast(t('error.nopath')),
    });
    this.panels = new Panels({
      world, settings: this.settings, hud: this.hud, travel: this.travel, connection: this.connection,
      stage: () => this.stage, park: () => this.park, parkName: () => this.parkName(),
      act: (node, action) => this.encounter.act(node, action),
      walkTo: (node) => this.walkTo(node),
    });
    this.encounter = new Encounter({
      world, viewer, connection: this.connection, travel: this.travel,
      hallName: (hall) => this.hallName(hall),
      select: (node) => this.select(node),
      failed: (error) => this.failed(error),
    });
    this.minimap = new Minimap(world, viewer, {
      now: () => performance.now(),
      go: (x, z) => this.goOnMap(x, z),
    });
    this.hud.root.prepend(this.minimap.root);
    this.hud.setHint(null);
  }

  /** Open the park: the socket and the stage's code are fetched side by side. */
  start(): void {
    this.splash.say('splash.connecting');
    mark('content');
    this.listen();
    void this.enter(hallOfAddress());
    void this.openStage();
    void this.whenPark.then((park) => {
      this.park = park;
      this.showNames();
    });
    this.showNames();
  }

  private async enter(hall: string): Promise<void> {
    try {
      await this.connection.join(hall);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      const start = error.code === 'hall_unknown' ? (await this.whenPark)?.start : undefined;
      if (start && hall === DEFAULT_HALL && start !== hall) return this.enter(start);
      this.refused(error, hall);
    }
  }

  private startHall(): string {
    return this.park?.start ?? DEFAULT_HALL;
  }

  private async openStage(): Promise<void> {
    const { createStage } = await import('./stage/stage');
    try {
      this.stage = createStage(this.canvas, this.world, this.viewer, {
        lang,
        serverNow: () => this.connection.serverNow(),
        now: () => performance.now(),
        fetchAsset,
        report: (event) => this.report(event),
        settings: () => this.settings.get(),
      });
    } catch {
      const { showPlain } = await import('./ui/plain');
      this.connection.close();
      return showPlain(hallOfAddress());
    }
    mark('stage');
    Object.assign(window, { lingjing: this.inspect() });
    this.stage.onFrame((dt) => this.frame(dt));
    this.stage.xr.onTeleport((target) => this.travel.land(target));
    await this.findHeadset();
  }

  /** What tests and support may read. */
  inspect(): Record<string, unknown> {
    const { world, viewer, stage, connection, travel } = this;
    const open = (node: string): void => this.select(node);
    return { world, viewer, stage, marks, connection, travel, open, doorways: () => doorwaysOf(world) };
  }

  private listen(): void {
    const { connection, world, canvas, viewer } = this;
    connection.on('status', ({ status, code, message }) => this.showStatus(status, code, message));
    connection.on('joined', ({ joined, asked }) => {
      mark('joined');
      this.travel.arrive(joined, asked);
      if (asked) this.entered();
    });
    connection.on('moved', ({ hall, message }) => this.hud.toast(message || t('status.moved', { hall: this.hallName(hall) })));
    connection.on('error', (error) => this.failed(error));
    world.on('people', () => this.showPeople());
    world.on('hall', () => this.showNames());
    onLang(() => this.translate());
    this.settings.onChange(() => this.applySettings());
    this.applySettings();
    listenForKeys(this.travel.walker.wish, {
      turn: (rate) => (this.turning = rate),
      escape: () => this.escape(),
      lock: () => toggleLock(canvas),
    });
    listenForMouse(canvas, viewer, {
      click: (x, y) => this.click(x, y),
      hover: (at) => (this.hover = at),
      look: (active) => this.look(active),
    });
    listenForTouch(canvas, viewer, {
      tap: (x, y) => this.click(x, y),
      look: (active) => this.look(active),
    });
    if (isTouch) this.hud.root.append(createStick(this.travel.walker.wish));
    addEventListener('online', () => connection.hurry());
    document.addEventListener('visibilitychange', () => !document.hidden && connection.hurry());
    // Frames stop in a hidden tab; the pose of one who stands still must not.
    setInterval(() => document.hidden && connection.update(), 1000);
  }

  private frame(dt: number): void {
    const now = performance.now();
    const inside = this.stage!.xr.active();
    if (this.world.hall) {
      if (inside) this.travel.watchDoors(this.viewer.feet);
      else {
        this.viewer.yaw += this.turning * TURN_RATE * dt;
        this.followGaze(dt);
        this.travel.update(dt, !this.looking && this.turning === 0);
      }
      this.needAgain();
    }
    this.connection.update();
    if (inside) return;
    this.minimap.update(now);
    this.showProgress();
    this.showHover(now);
    if (this.travel.walker.wished || this.travel.walker.walking) this.hud.setHint(null);
  }

  /** Far from where the order of need was last asked for, ask again. */
  private needAgain(): void {
    const { feet } = this.viewer;
    this.neededAt ??= [...feet];
    if (Math.hypot(feet[0] - this.neededAt[0], feet[2] - this.neededAt[2]) < NEED_METRES) return;
    this.neededAt = [...feet];
    this.connection.need([...feet]).catch(() => undefined);
  }

  private report(event: StageEvent): void {
    switch (event.type) {
      case 'first-view': return this.firstView();
      case 'loaded':
        this.loaded = true;
        this.hud.setProgress(1);
        return mark('loaded');
      case 'asset-failed': return this.assetFailed();
      case 'context-lost': return this.hud.toast(t('error.context'));
      case 'context-restored': return;
      case 'xr-pick': return this.encounter.use(event.pick, false);
      case 'xr-act': return this.encounter.act(event.node, event.action);
      case 'xr-start': return this.hud.setVr('active');
      case 'xr-end': return this.hud.setVr('ready');
    }
  }

  /** One word about what is missing is enough for a while. */
  private assetFailed(): void {
    const now = performance.now();
    if (now - this.assetToldAt > ASSET_WORD_MS) this.hud.toast(t('error.asset'));
    this.assetToldAt = now;
  }

  private firstView(): void {
    mark('firstView');
    for (const fn of this.seen.splice(0)) fn();
    if (this.splash.gone) return;
    this.splash.hide();
    this.canvas.classList.add('shown');
    this.hud.show();
    this.hud.setHint(this.hintKey);
    setTimeout(() => this.hud.setHint(null), HINT_MS);
    void this.panels.prepare(!this.settings.get().greeted);
  }

  /** In a hall just now: the address says so, and a fresh order of need begins here. */
  private entered(): void {
    this.neededAt = null;
    this.loaded = false;
    this.panels.closeCard();
    this.splash.reopen();
    const { id } = this.world.hall!;
    const path = id === this.startHall() ? '/' : `/h/${id}`;
    if (location.pathname !== path) history.replaceState(null, '', path + location.search);
    if (!this.splash.gone) this.splash.say('splash.scene');
    else this.hud.arrive(words(this.world.hall!.name));
  }

  private whenSeen(): Promise<void> {
    return new Promise((done) => {
      this.seen.push(done);
      setTimeout(done, SEEN_MS);
    });
  }

  private click(x: number, y: number): void {
    if (closeSheet()) return;
    const pick = this.stage?.pick(x, y) ?? null;
    this.sound();
    this.encounter.use(pick);
  }

  private look(active: boolean): void {
    this.looking = active;
    this.canvas.classList.toggle('looking', active);
  }

  private select(node: string): void {
    this.sound(1.25);
    if (matchMedia(NARROW).matches) this.lookAt(worldCentre(this.world, node));
    void this.panels.openCard(node);
  }

  private escape(): void {
    if (closeSheet() || this.minimap.shrink()) return;
    this.panels.closeCard();
    this.travel.walker.stop();
    this.stage?.marker(null);
  }

  private goOnMap(x: number, z: number): void {
    const goal = this.travel.land([x, this.viewer.feet[1], z], Infinity);
    this.sound();
    if (goal) void this.travel.goTo(goal);
  }

  /** Stand before an exhibit and look at it. */
  private walkTo(node: string): void {
    const centre = worldCentre(this.world, node);
    const { translation } = worldTransform(this.world, node);
    const { feet } = this.viewer;
    const away = Math.hypot(feet[0] - translation[0], feet[2] - translation[2]) || 1;
    const near = standOff(this.world, node) / away;
    const wanted: Vec3 = [
      translation[0] + (feet[0] - translation[0]) * near, feet[1],
      translation[2] + (feet[2] - translation[2]) * near,
    ];
    const goal = this.travel.land(wanted, Infinity);
    if (goal) void this.travel.goTo(goal, () => this.lookAt(centre));
  }

  /** Turn, without haste, until a point is in the middle of what is not covered. */
  private lookAt([x, y, z]: Vec3): void {
    const { feet, eye } = this.viewer;
    const metres = Math.hypot(x - feet[0], z - feet[2]);
    const below = matchMedia(NARROW).matches ? CARD_PITCH : 0;
    this.gaze = {
      yaw: Math.atan2(feet[0] - x, feet[2] - z), pitch: Math.atan2(y - feet[1] - eye, metres) - below,
    };
  }

  private followGaze(dt: number): void {
    const { viewer, gaze } = this;
    if (!gaze) return;
    const share = 1 - Math.exp(-dt * 7);
    const away = Math.atan2(Math.sin(gaze.yaw - viewer.yaw), Math.cos(gaze.yaw - viewer.yaw));
    viewer.yaw += away * share;
    viewer.pitch += (gaze.pitch - viewer.pitch) * share;
    const there = Math.abs(away) < 0.004 && Math.abs(gaze.pitch - viewer.pitch) < 0.004;
    if (there || this.looking || this.turning || this.travel.walker.wished) this.gaze = null;
  }

  private async toggleVr(): Promise<void> {
    const { xr } = this.stage ?? {};
    if (!xr) return;
    if (xr.active()) return xr.leave();
    if (!window.isSecureContext) return this.panels.explainVr('insecure');
    if (!(await xr.supported())) return this.panels.explainVr('none');
    await xr.enter().catch((error: unknown) =>
      this.hud.toast(t('vr.failed', { reason: error instanceof Error ? error.message : String(error) })));
  }

  private async findHeadset(): Promise<void> {
    const look = async (): Promise<void> => {
      const ready = await this.stage!.xr.supported();
      this.hud.setVr(ready ? 'ready' : window.isSecureContext ? 'none' : 'insecure');
    };
    navigator.xr?.addEventListener('devicechange', () => void look());
    await look();
  }

  private identity() {
    const { name, color } = this.settings.get();
    const figure = inHeadset ? 'headset' as const : 'plain' as const;
    return { name, body: { color, figure }, lang: lang(), agent: agentWord() };
  }

  private applySettings(): void {
    const { quality, reducedMotion } = this.settings.get();
    const root = document.documentElement;
    root.dataset['quality'] = quality;
    root.classList.toggle('calm', reducedMotion);
    this.stage?.refresh();
    if (this.connection.status === 'online') this.connection.introduce();
  }

  private translate(): void {
    this.hud.translate();
    this.showNames();
    this.panels.translate();
    this.applySettings();
  }

  private parkName(): string {
    return words(this.park?.name) || t('park.default');
  }

  private hallName(hall: string): string {
    if (this.world.hall?.id === hall) return words(this.world.hall.name);
    return words(this.park?.halls.find(({ id }) => id === hall)?.name) || hall;
  }

  private showNames(): void {
    const hall = this.world.hall ? words(this.world.hall.name) : '';
    this.hud.setNames(this.parkName(), hall);
    if (!this.splash.gone && this.connection.status !== 'refused') this.splash.setNames(this.parkName(), hall);
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

  private showHover(now: number): void {
    if (now - this.hoveredAt < HOVER_MS) return;
    this.hoveredAt = now;
    const at = this.looking ? null : this.hover;
    const pick = at ? this.stage!.pick(at.x, at.y) : null;
    const text = this.encounter.describe(pick);
    this.hud.setLabel(text, at?.x, at?.y);
    this.canvas.classList.toggle('over', text !== null && pick?.person === null);
  }

  private showStatus(status: Connection['status'], code: string, message: string): void {
    this.showPeople();
    const cut = status === 'reconnecting' || status === 'offline';
    if (status === 'online' && this.wasCut) this.hud.toast(t('status.back'));
    if (cut || status === 'online') this.wasCut = cut;
    this.hud.setBanner(
      status === 'reconnecting' ? 'status.reconnecting' : status === 'offline' ? 'status.offline' : null,
      status === 'offline',
    );
    if (status === 'connecting' && !this.splash.gone) this.splash.say('splash.retrying');
    if (status === 'ended' && code !== 'left') {
      this.splash.refuse(message || t('status.ended'), [
        { key: 'status.reload', run: () => location.reload(), primary: true },
      ]);
    }
  }

  private refused(error: WireError, hall: string): void {
    const known = { hall_full: 'refused.hall_full', hall_closed: 'refused.hall_closed', hall_unknown: 'refused.hall_unknown' } as const;
    const key = known[error.code as keyof typeof known];
    const again = (to: string) => () => {
      this.splash.reopen();
      this.splash.say('splash.connecting');
      void this.enter(to);
    };
    this.splash.refuse(key ? t(key) : t('refused.other', { message: error.message }), [
      ...(hall === this.startHall() ? [] : [{ key: 'refused.home' as const, run: again(this.startHall()) }]),
      { key: 'refused.again' as const, run: again(hall), primary: true },
    ]);
  }

  private failed(error: unknown): void {
    const code = error instanceof WireError ? error.code : 'unexpected';
    const own = code === 'timeout' ? t('error.timeout')
      : code === 'offline' || code === 'disconnected' ? t('error.offline') : null;
    const message = error instanceof Error ? error.message : String(error);
    this.hud.toast(own ?? t('error.action', { message }), code);
  }

  private sound(pitch = 1): void {
    if (this.settings.get().sound) tick(pitch);
  }
}

/** How far from an exhibit one sees it whole, metres. */
function standOff(world: World, node: string): number {
  const { min, max } = world.nodes.get(node)?.model?.bounds ?? { min: [0, 0, 0], max: [0, 0, 0] };
  return Math.max(2.4, 1.5 * Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]));
}
