/** A screen in a showroom: it tours by itself, invites, is anybody's who touches it, and comes back. */

import './kiosk.css';

import type { Connection } from '../net/connection';
import { type Gaze, standBefore } from '../gaze';
import { lang, onLang, setLang } from '../i18n';
import type { Names } from '../names';
import type { Travel } from '../travel';
import type { Hud } from '../ui/hud';
import { closeSheet } from '../ui/sheet';
import type { Wanted } from '../wanted';
import type { Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { stayAwake, stayHere } from './awake';
import { type Phase, Phases } from './phases';
import { Screen } from './screen';
import { type Stop, stopsOf } from './stops';
import { Tour } from './tour';

export interface KioskHost {
  world: World;
  viewer: Viewer;
  travel: Travel;
  gaze: Gaze;
  hud: Hud;
  names: Names;
  connection: Connection;
  wanted: Wanted;
  closeCard(): void;
}

const ATTRACT_MS = 9000;
const WARNING_MS = 15_000;
const BEAT_MS = 250;
/** Radians a second that the view turns while a tour looks from a viewpoint. */
const PAN = 0.035;
const FADE_MS = 420;

export class Kiosk {
  private readonly home: string;
  private readonly language = lang();
  private readonly phases: Phases;
  private readonly screen: Screen;
  private readonly tour: Tour;
  private panning = false;

  constructor(private readonly host: KioskHost) {
    const { world, names, wanted } = host;
    this.home = world.hall!.id;
    const now = performance.now();
    this.phases = new Phases({ attract: ATTRACT_MS, idle: wanted.idle * 1000, warning: WARNING_MS }, now, (phase) => this.enter(phase));
    this.screen = new Screen({
      park: () => names.ofPark(), hall: () => names.ofHere(), path: `/h/${this.home}`,
      begin: () => this.phases.touch(performance.now()), done: () => this.phases.done(performance.now()),
    });
    this.tour = new Tour({
      stops: () => stopsOf(world, host.viewer.feet),
      go: (stop, arrived) => this.go(stop, arrived),
      caption: (stop, index, count) => this.screen.say(stop, index, count),
      lap: () => this.phases.lap(performance.now()),
    }, wanted.stay * 1000);
    stayAwake();
    stayHere();
    this.listen();
    this.screen.show('attract');
    setInterval(() => this.beat(), BEAT_MS);
  }

  private listen(): void {
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const) {
      addEventListener(type, () => this.phases.phase === 'visitor' && this.phases.touch(performance.now()), { passive: true, capture: true });
    }
    onLang(() => this.screen.translate());
    this.host.connection.on('joined', () => this.screen.translate());
    let last = performance.now();
    const pan = (now: number): void => {
      if (this.panning) this.host.viewer.yaw += (PAN * Math.min(100, now - last)) / 1000;
      last = now;
      requestAnimationFrame(pan);
    };
    requestAnimationFrame(pan);
  }

  private beat(): void {
    const now = performance.now();
    this.phases.update(now);
    if (this.phases.phase === 'tour') this.tour.update(now);
    this.screen.warn(this.phases.countdown(now));
  }

  private enter(phase: Phase): void {
    const { hud, travel } = this.host;
    this.screen.show(phase);
    this.panning = false;
    if (phase === 'visitor') {
      this.tour.stop();
      travel.forget();
      hud.show();
      return;
    }
    hud.root.classList.remove('shown');
    if (phase === 'attract') void this.goHome();
    else this.tour.start(performance.now());
  }

  /** Put everything back as the next one should find it. */
  private async goHome(): Promise<void> {
    const { world, travel } = this.host;
    closeSheet();
    this.host.closeCard();
    if (lang() !== this.language) setLang(this.language);
    if (world.hall?.id !== this.home) await travel.enter(this.home);
    const view = world.hall?.viewpoints?.[0];
    if (view && this.phases.phase === 'attract') this.lookFrom(view, () => undefined);
  }

  private go(stop: Stop, arrived: () => void): boolean {
    this.panning = false;
    if (stop.kind === 'view') {
      this.lookFrom(stop.view, arrived);
      return true;
    }
    const { world, viewer, travel, gaze } = this.host;
    if (!world.nodes.has(stop.node)) return false;
    const goal = travel.land(standBefore(world, stop.node, viewer.feet), Infinity);
    if (!goal) return false;
    void travel.goTo(goal, () => {
      gaze.atNode(stop.node);
      arrived();
    });
    return true;
  }

  private lookFrom(view: Parameters<Travel['view']>[0], then: () => void): void {
    const { hud, travel } = this.host;
    hud.setFade(true);
    setTimeout(() => {
      travel.view(view);
      hud.setFade(false);
      this.panning = this.phases.phase !== 'visitor';
      then();
    }, FADE_MS);
  }
}
