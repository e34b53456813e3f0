/** The stage: draws the world as it is, from where the viewer stands. */

import { Raycaster, Scene, Vector2, Vector3, type WebGLRenderer } from 'three';
import type { CreateStage, Part, Pick, Stage, StageEnv, StageEvent, StageStats } from '../stage-api';
import type { WalkArea } from '../world/scene';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { createXr, type StageXr } from '../xr/control';
import { createRenderer, describeDevice, fitCanvas } from './canvas';
import { Fittings } from './fittings';
import { createFrame, type Frame } from './frame';
import { Marker } from './marker';
import { Wardrobe } from './materials/dress';
import { Milestones } from './milestones';
import { People } from './people/people';
import { Picker } from './picking';
import { Governor, guessQuality, HIGH, isSoftware, LOW, type Quality } from './quality';
import { createAtmosphere } from './sky/atmosphere';
import { createNoiseTexture } from './sky/noise';
import { Streamer } from './stream/streamer';
import { SunShadow } from './sunshadow';
import { Surroundings } from './surroundings';
import { Warmup } from './warmup';
import { loadTextLayer, type TextLayer } from './text';
import { Eye } from './view/eye';
import { Outline } from './view/outline';
import { SceneView } from './view/sceneview';

const PLAN_SECONDS = 0.25;
class ThreeStage implements Stage {
  readonly xr: StageXr;
  private readonly scene = new Scene();
  private readonly device = describeDevice();
  private readonly renderer: WebGLRenderer;
  private readonly governor: Governor;
  private readonly fit: { fit(): void; stop(): void };
  private readonly eye: Eye;
  private readonly atmosphere = createAtmosphere();
  private readonly noise = createNoiseTexture();
  private readonly wardrobe: Wardrobe;
  private readonly warmup: Warmup;
  private readonly surroundings: Surroundings;
  private readonly shadow: SunShadow;
  private readonly streamer: Streamer;
  private readonly view: SceneView;
  private readonly fittings: Fittings;
  private readonly milestones: Milestones;
  private readonly outline = new Outline();
  private readonly marker_: Marker;
  private readonly people: People;
  private readonly picker: Picker;
  private text: TextLayer | null = null;
  private readonly listeners: ((dt: number) => void)[] = [];
  private readonly unsubscribe: (() => void)[];
  private readonly frame: Frame;
  private last = 0;
  private planned = Infinity;
  private lit = false;
  private compiling = false;
  private held: { node: string | null; part: number | null } = { node: null, part: null };

  constructor(
    private readonly canvas: HTMLCanvasElement, private readonly world: World,
    private readonly viewer: Viewer, private readonly env: StageEnv,
  ) {
    // Smooth edges are decided with the context: a processor that draws cannot afford them.
    const careful = env.settings().quality === 'auto' && isSoftware(this.device);
    this.renderer = createRenderer(canvas, !careful);
    this.governor = new Governor(this.chosenQuality(), careful);
    this.eye = new Eye(this.scene);
    this.wardrobe = new Wardrobe(this.atmosphere, this.noise);
    this.warmup = new Warmup(this.wardrobe);
    this.surroundings = new Surroundings(this.scene, this.renderer, this.atmosphere, this.wardrobe, this.noise);
    this.shadow = new SunShadow(this.surroundings.sun);
    this.streamer = this.createStreamer();
    this.view = new SceneView(this.scene, world, this.streamer, this.wardrobe);
    this.fittings = new Fittings(this.scene, this.atmosphere, this.noise);
    this.milestones = new Milestones(this.streamer, (event) => this.tell(event), () => this.settle());
    this.marker_ = new Marker(this.scene);
    this.people = new People(this.scene, world, this.atmosphere);
    this.picker = new Picker({
      view: this.view, areas: () => this.areas, person: (ray) => this.people.pick(ray),
    });
    this.frame = createFrame(this.governor.quality);
    this.fit = fitCanvas(this.renderer, this.governor, (width, height) => this.resized(width, height));
    this.xr = createXr({
      renderer: this.renderer, scene: this.scene, eye: this.eye, world, viewer, env,
      picker: this.picker, modelOf: (id) => this.view.entries.get(id)?.model ?? null,
      highlight: (node, part) => this.highlight(node, part),
    });
    this.unsubscribe = this.listen();
    if (world.hall) this.enterHall();
    this.renderer.setAnimationLoop((time, frame) => this.tick(time, frame));
  }

  pick(x: number, y: number): Pick | null {
    const { x: nx, y: ny } = this.eye.unproject(x, y);
    caster.setFromCamera(pointer.set(nx, ny), this.eye.camera);
    return this.picker.pick(caster.ray, true);
  }

  project(point: Vec3): { x: number; y: number; visible: boolean } {
    return this.eye.project(scratch.set(...point));
  }

  stats(): StageStats {
    const { calls, triangles } = this.renderer.info.render;
    const { gpuBytes, pending, loaded } = this.streamer;
    return { drawCalls: calls, triangles, gpuBytes, pending, loaded };
  }

  progress(): { loaded: number; total: number } {
    return this.streamer.progress();
  }

  parts(node: string): Part[] {
    const placed = this.view.entries.get(node)?.model?.placed;
    return placed ? placed.parts.map(({ name }) => ({ name })) : [];
  }

  highlight(node: string | null, part: number | null = null): void {
    this.held = { node, part };
    const placed = node ? this.view.entries.get(node)?.model?.placed : null;
    this.outline.around(placed ? placed.meshesOf(part) : []);
  }

  marker(point: Vec3 | null): void {
    this.marker_.set(point);
  }

  refresh(): void {
    const quality = this.chosenQuality();
    if (quality !== this.governor.quality) {
      this.governor.quality = quality;
      this.applyQuality();
    }
    this.text?.refresh();
  }

  onFrame(fn: (dt: number) => void): void {
    this.listeners.push(fn);
  }

  dispose(): void {
    this.renderer.setAnimationLoop(null);
    for (const stop of this.unsubscribe) stop();
    this.fit.stop();
    this.outline.dispose();
    for (const part of [
      this.text, this.people, this.marker_, this.fittings, this.view, this.streamer,
      this.surroundings, this.noise,
    ]) part?.dispose();
    this.renderer.dispose();
  }

  private get areas(): readonly WalkArea[] {
    return this.world.hall?.walk.areas ?? [];
  }

  private createStreamer(): Streamer {
    const host = {
      fetchAsset: this.env.fetchAsset.bind(this.env),
      failed: (asset: string, message: string) => this.env.report({ type: 'asset-failed', asset, message }),
      changed: () => {
        this.planned = Infinity;
        this.shadow.touch();
        if (this.held.node) this.highlight(this.held.node, this.held.part);
      },
    };
    const { budget, tolerance } = this.governor.quality;
    return new Streamer(host, this.wardrobe, { budget, tolerance, refine: false });
  }

  private listen(): (() => void)[] {
    const { canvas, world } = this;
    const lost = (event: Event): void => {
      event.preventDefault();
      this.env.report({ type: 'context-lost' });
    };
    const restored = (): void => {
      this.lit = false;
      this.surroundings.forgetReflections();
      this.env.report({ type: 'context-restored' });
    };
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', restored);
    return [
      world.on('hall', ({ fresh }) => (fresh ? this.enterHall() : this.applyEnvironment())),
      world.on('nodes', (changes) => {
        this.view.follow(changes);
        this.planned = Infinity;
        this.shadow.touch();
      }),
      world.on('manifest', () => this.order()),
      () => canvas.removeEventListener('webglcontextlost', lost),
      () => canvas.removeEventListener('webglcontextrestored', restored),
    ];
  }

  private enterHall(): void {
    this.people.clear();
    this.text?.clear();
    this.fittings.clear();
    this.highlight(null);
    this.marker(null);
    this.applyEnvironment();
    this.warmup.begin(this.renderer, this.scene, this.eye.camera, this.world.hall?.kind === 'outdoor');
    this.view.rebuild();
    this.order();
    this.milestones.reset();
    this.streamer.refine(false);
  }

  private applyEnvironment(): void {
    if (!this.world.hall) return;
    this.surroundings.apply(this.world.hall.environment);
    this.lit = false;
  }

  private order(): void {
    this.streamer.setOrder(this.world.manifest.map(({ node }) => node));
    this.planned = Infinity;
  }

  private chosenQuality(): Quality {
    const { quality } = this.env.settings();
    if (quality !== 'auto') return quality === 'high' ? HIGH : LOW;
    return guessQuality(this.device);
  }

  private applyQuality(): void {
    const { quality } = this.governor;
    Object.assign(this.streamer.limits, { budget: quality.budget, tolerance: quality.tolerance });
    this.lit = false;
    this.fit.fit();
  }

  private resized(width: number, height: number): void {
    this.eye.resize(width, height);
    const { width: w, height: h } = this.renderer.domElement;
    this.outline.resize(w, h);
  }

  private tick(time: number, xrFrame: XRFrame | undefined): void {
    const dt = Math.min(0.1, Math.max(0, (time - this.last) / 1000));
    this.last = time;
    for (const listener of this.listeners) listener(dt);
    if (!this.world.hall) return;
    if (xrFrame) this.xr.update(xrFrame, dt);
    else this.eye.follow(this.viewer, dt);
    this.readFrame(dt);
    if (this.milestones.isSettled) this.furnish();
    this.stream(dt);
    this.move();
    if (this.compiling && !xrFrame) return;
    this.renderer.render(this.scene, this.eye.camera);
    this.milestones.update(this.frame);
    if (this.milestones.isSettled) this.light();
    if (!xrFrame && this.env.settings().quality === 'auto' && this.governor.feed(dt)) this.applyQuality();
  }

  private readFrame(dt: number): void {
    const { frame, env } = this;
    const inHeadset = this.xr.active();
    const camera = inHeadset ? this.renderer.xr.getCamera() : this.eye.camera;
    frame.dt = dt;
    frame.time = env.serverNow();
    frame.now = env.now();
    frame.eye.setFromMatrixPosition(camera.matrixWorld);
    frame.forward.set(0, 0, -1).transformDirection(camera.matrixWorld);
    frame.pixelsPerRadian = inHeadset ? 1100 : this.eye.pixelsPerRadian;
    frame.quality = this.governor.quality;
    frame.lang = env.lang();
    frame.reducedMotion = env.settings().reducedMotion;
    frame.inHeadset = inHeadset;
    this.atmosphere.time.value = frame.reducedMotion ? 0 : (this.atmosphere.time.value + dt) % 3600;
  }

  private stream(dt: number): void {
    this.planned += dt;
    if (this.planned < PLAN_SECONDS) return;
    this.planned = 0;
    const { eye, forward, pixelsPerRadian } = this.frame;
    this.streamer.update({
      eye: [eye.x, eye.y, eye.z], forward: [forward.x, forward.y, forward.z], pixelsPerRadian,
    });
  }

  private move(): void {
    const { frame } = this;
    if (this.view.update(frame)) this.shadow.touch();
    this.fittings.update(frame);
    if (this.people.update(frame, this.areas)) this.shadow.touch();
    this.marker_.update(frame.dt);
    this.text?.update(frame);
    this.shadow.update(frame.eye, frame.forward, this.atmosphere.sunDirection.value, frame.dt);
  }

  private tell(event: StageEvent): void {
    if (event.type === 'first-view') this.warmup.finish();
    this.env.report(event);
  }

  /** The first view has been on the screen for some frames: now the rest may come. */
  private settle(): void {
    this.streamer.refine(true);
    this.planned = Infinity;
    this.furnish();
    void this.openText();
  }

  /** Doorways, glows and lamps have shaders of their own, which a first view does not wait for. */
  private furnish(): void {
    const indoor = this.world.hall?.kind === 'indoor';
    if (this.fittings.follow(this.view, indoor, this.governor.quality)) this.text?.refresh();
  }

  /** Make the costlier light once a hall's first view stands. */
  private light(): void {
    const { quality } = this.governor;
    // Outdoors nothing may be glossy, and then nothing needs an environment map.
    if (this.wardrobe.wantsReflections) this.surroundings.reflect(quality);
    if (this.lit) return;
    this.lit = true;
    const sunny = Boolean(this.world.hall?.environment.sun);
    this.shadow.enable(quality.shadows && sunny, quality.shadowSize);
    if (this.xr.active()) return;
    // Hold the picture while drivers compile, rather than the page.
    this.compiling = true;
    void this.renderer.compileAsync(this.scene, this.eye.camera).finally(() => (this.compiling = false));
  }

  private async openText(): Promise<void> {
    if (this.text) return;
    try {
      this.text = await loadTextLayer(this.scene, this.view, this.people);
    } catch (error) {
      this.env.report({ type: 'asset-failed', asset: 'text', message: String(error) });
    }
  }
}

const caster = new Raycaster();
const pointer = new Vector2();
const scratch = new Vector3();

/** Build the stage on a canvas; throws when the browser has no WebGL 2. */
export const createStage: CreateStage = (canvas, world, viewer, env) =>
  new ThreeStage(canvas, world, viewer, env);
