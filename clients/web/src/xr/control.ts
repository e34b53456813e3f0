/** The way into and out of the headset. Everything else of it is fetched when there is one. */

import type { Ray, Scene, WebGLRenderer } from 'three';
import type { StageEnv, XrCaption, XrCard, XrControl } from '../stage-api';
import type { PickerHit } from '../stage/picking';
import type { Eye } from '../stage/view/eye';
import type { ModelView } from '../stage/view/model';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import type { Visit } from './visit';

/** What the headset needs of the stage. */
export interface XrHost {
  renderer: WebGLRenderer;
  scene: Scene;
  eye: Eye;
  world: World;
  viewer: Viewer;
  env: StageEnv;
  /** What a ray meets first; with `solid` false walls are left out. */
  pick(ray: Ray, solid: boolean): PickerHit | null;
  modelOf(node: string): ModelView | null;
  highlight(node: string | null, part: number | null): void;
}

export interface StageXr extends XrControl {
  /** Take in a headset's frame, before anything is drawn. */
  update(frame: XRFrame, dt: number): void;
}

export type Allowed = (target: Vec3) => Vec3 | null;

const SESSION: XRSessionInit = {
  requiredFeatures: ['local-floor'],
  optionalFeatures: ['hand-tracking'],
};

class Control implements StageXr {
  private visit: Visit | null = null;
  private code: Promise<typeof import('./visit')> | null = null;
  private allowed: Allowed = () => null;

  constructor(private readonly host: XrHost) {}

  async supported(): Promise<boolean> {
    const xr = navigator.xr;
    if (!xr || !window.isSecureContext) return false;
    const yes = await xr.isSessionSupported('immersive-vr').catch(() => false);
    // A press of the button must find the code there: browsers forget the press while it loads.
    if (yes) void this.load();
    return yes;
  }

  async enter(): Promise<void> {
    if (this.visit) return;
    const asked = navigator.xr!.requestSession('immersive-vr', SESSION);
    const [session, { Visit }] = await Promise.all([asked, this.load()]);
    const visit = new Visit(this.host, session, (target) => this.allowed(target));
    session.addEventListener('end', () => {
      this.visit = null;
      visit.end();
      this.host.env.report({ type: 'xr-end' });
    });
    await visit.begin();
    this.visit = visit;
    this.host.env.report({ type: 'xr-start' });
  }

  async leave(): Promise<void> {
    await this.visit?.session.end();
  }

  active(): boolean {
    return this.visit !== null;
  }

  onTeleport(allowed: Allowed): void {
    this.allowed = allowed;
  }

  card(card: XrCard | null): void {
    this.visit?.show(card);
  }

  caption(caption: XrCaption | null): void {
    this.visit?.caption(caption);
  }

  update(frame: XRFrame, dt: number): void {
    this.visit?.update(frame, dt);
  }

  private load(): Promise<typeof import('./visit')> {
    this.code ??= import('./visit');
    return this.code;
  }
}

export function createXr(host: XrHost): StageXr {
  return new Control(host);
}
