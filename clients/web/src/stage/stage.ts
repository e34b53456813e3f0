/** The stage: draws the world as it is, from where the viewer stands. */

import { Raycaster, Scene, Vector2, Vector3, type WebGLRenderer } from 'three';
import type { Bench, CreateStage, GuideBodies, Part, Pick, Stage, StageEnv, StageEvent, StageStats, UnitsShown } from '../stage-api';
import type { WalkArea } from '../world/scene';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { createXr, type StageXr } from '../xr/control';
import { createRenderer, describeDevice, fitCanvas } from './canvas';
import { Extras } from './extras';
import { createFrame, type Frame } from './frame';
import { Wardrobe } from './materials/dress';
import { Milestones } from './milestones';
import { People } from './people/people';
import { Governor, guessQuality, HIGH, isSoftware, LOW, type Quality } from './quality';
import { createAtmosphere } from './sky/atmosphere';
import { createNoiseTexture } from './sky/noise';
import { SunShadow } from './sunshadow';
import { Supply } from './supply';
import { Surroundings } from './surroundings';
import { Warmup } from './warmup';
import { Eye } from './view/eye';
import { SceneView } from './view/sceneview';

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
  private readonly supply: Supply;
  private readonly view: SceneView;
  private readonly milestones: Milestones;
  private readonly people: People;
  private readonly extras: Extras;
  private readonly listeners: ((dt: number) => void)[] = [];
  private readonly unsubscribe: (() => void)[];
  private readonly frame: Frame;
  private last = 0;
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
    this.supply = this.createSupply();
    this.view = new SceneView(this.scene, world, this.supply.streamer, this.wardrobe);
    this.view.swapped = (node) => env.report({ type: 'model-swapped', node });
    this.milestones = new Milestones(this.supply.streamer, (event) => this.tell(event), () => this.settle());
    this.people = new People(this.scene, world, this.atmosphere);
    const { scene, view, people, atmosphere, noise } = this;
    this.extras = new Extras({ scene, view, people, atmosphere, noise, world, env, ready: () => this.pointed() });
    this.frame = createFrame(this.governor.quality);
    this.fit = fitCanvas(this.renderer, this.governor, (width, height) => this.resized(width, height));
    this.xr = createXr({
      renderer: this.renderer, scene: this.scene, eye: this.eye, world, viewer, env,
      pick: (ray, solid) => this.extras.pointing?.pick(ray, solid) ?? null,
      modelOf: (id) => this.view.entries.get(id)?.model ?? null,
      highlight: (node, part) => this.highlight(node, part),
    });
    this.unsubscribe = this.listen();
    if (world.hall) this.enterHall();
    this.renderer.setAnimationLoop((time, frame) => this.tick(time, frame));
  }

  pick(x: number, y: number): Pick | null {
    const { x: nx, y: ny } = this.eye.unproject(x, y);
    caster.setFromCamera(pointer.set(nx, ny), this.eye.camera);
    return this.extras.pointing?.pick(caster.ray, true) ?? null;
  }

  project(point: Vec3): { x: number; y: number; visible: boolean } {
    return this.eye.project(scratch.set(...point));
  }

  stats(): StageStats {
    const { calls, triangles } = this.renderer.info.render;
    const { gpuBytes, pending, loaded } = this.supply.streamer;
    return { drawCalls: calls, triangles, gpuBytes, pending, loaded };
  }

  progress(): { loaded: number; total: number } {
    return this.supply.streamer.progress();
  }

  parts(node: string): Part[] {
    const placed = this.view.entries.get(node)?.model?.placed;
    return placed ? placed.parts.map(({ name }) => ({ name })) : [];
  }

  highlight(node: string | null, part: number | null = null): void {
    this.held = { node, part };
    const placed = node ? this.view.entries.get(node)?.model?.placed : null;
    this.extras.pointing?.highlight(placed ?? null, part);
  }

  isolate(node: string, part: number | null): void {
    this.view.entries.get(node)?.model?.isolate(part);
    this.shadow.touch();
  }

  marker(point: Vec3 | null): void {
    this.extras.pointing?.mark(point);
  }

  units(shown: UnitsShown | null): void {
    this.frame.units = shown;
  }

  guides(): GuideBodies | null {
    return this.extras.guides;
  }

  refresh(): void {
    const quality = this.chosenQuality();
    if (quality !== this.governor.quality) {
      this.governor.quality = quality;
      this.applyQuality();
    }
    this.extras.refresh();
  }

  onFrame(fn: (dt: number) => void): void {
    this.listeners.push(fn);
  }

  bench(): Bench {
    const { scene, renderer, view, eye: { camera } } = this;
    return { scene, renderer, view, camera };
  }

  dispose(): void {
    this.renderer.setAnimationLoop(null);
    for (const stop of this.unsubscribe) stop();
    this.fit.stop();
    for (const part of [
      this.extras, this.people, this.view, this.supply,
      this.surroundings, this.noise,
    ]) part?.dispose();
    this.renderer.dispose();
  }

  private get areas(): readonly WalkArea[] {
    return this.world.hall?.walk.areas ?? [];
  }

  private createSupply(): Supply {
    const { renderer, scene, wardrobe, device, env } = this;
    return new Supply({
      renderer, scene, wardrobe, device, env, camera: this.eye.camera,
      inHeadset: () => this.xr.active(),
      changed: () => {
        this.shadow.touch();
        if (this.held.node) this.highlight(this.held.node, this.held.part);
      },
    }, this.governor.quality);
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
        this.supply.soon();
        this.shadow.touch();
      }),
      world.on('manifest', () => this.order()),
      () => canvas.removeEventListener('webglcontextlost', lost),
      () => canvas.removeEventListener('webglcontextrestored', restored),
    ];
  }

  private enterHall(): void {
    this.people.clear();
    this.extras.clear();
    this.highlight(null);
    this.marker(null);
    this.applyEnvironment();
    this.warmup.begin(this.renderer, this.scene, this.eye.camera, this.world.hall?.kind === 'outdoor');
    this.view.rebuild();
    this.order();
    this.milestones.reset();
    this.supply.streamer.refine(false);
  }

  private applyEnvironment(): void {
    if (!this.world.hall) return;
    this.surroundings.apply(this.world.hall.environment);
    this.lit = false;
  }

  private order(): void {
    this.supply.streamer.setOrder(this.world.manifest.map(({ node }) => node));
    this.supply.soon();
  }

  private chosenQuality(): Quality {
    const { quality } = this.env.settings();
    if (quality !== 'auto') return quality === 'high' ? HIGH : LOW;
    return guessQuality(this.device);
  }

  private applyQuality(): void {
    this.supply.limit(this.governor.quality);
    this.lit = false;
    this.fit.fit();
  }

  private resized(width: number, height: number): void {
    this.eye.resize(width, height);
    this.sizeLines();
  }

  private sizeLines(): void {
    const { width, height } = this.renderer.domElement;
    this.extras?.pointing?.resize(width, height);
  }

  /** The code for pointing has come. */
  private pointed(): void {
    this.sizeLines();
    this.highlight(this.held.node, this.held.part);
  }

  private tick(time: number, xrFrame: XRFrame | undefined): void {
    const dt = Math.min(0.1, Math.max(0, (time - this.last) / 1000));
    this.last = time;
    for (const listener of this.listeners) listener(dt);
    if (!this.world.hall) return;
    if (xrFrame) this.xr.update(xrFrame, dt);
    else this.eye.follow(this.viewer, dt);
    this.readFrame(dt);
    if (this.milestones.isSettled) this.extras.furnish(this.frame);
    this.supply.update(this.frame);
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
    this.wardrobe.setClear(frame.quality.clear && !inHeadset);
    this.atmosphere.time.value = frame.reducedMotion ? 0 : (this.atmosphere.time.value + dt) % 3600;
  }

  private move(): void {
    const { frame } = this;
    if (this.view.update(frame)) this.shadow.touch();
    if (this.people.update(frame, this.areas)) this.shadow.touch();
    this.extras.update(frame);
    this.shadow.update(frame.eye, frame.forward, this.atmosphere.sunDirection.value, frame.dt);
  }

  private tell(event: StageEvent): void {
    if (event.type === 'first-view') this.warmup.finish();
    this.env.report(event);
  }

  /** The first view has been on the screen for some frames: now the rest may come. */
  private settle(): void {
    this.supply.streamer.refine(true);
    this.supply.soon();
    this.extras.open();
  }

  /** Make the costlier light once a hall's first view stands. */
  private light(): void {
    const { quality } = this.governor;
    // Outdoors nothing may be glossy, and then nothing needs an environment map.
    if (this.wardrobe.wantsReflections) this.surroundings.reflect(quality);
    // Lamps change every material's program: what is to come is awaited, and compiled once.
    if (this.lit || !this.extras.furnished) return;
    this.lit = true;
    const sunny = Boolean(this.world.hall?.environment.sun);
    this.shadow.enable(quality.shadows && sunny, quality.shadowSize);
    if (this.xr.active()) return;
    // Hold the picture while drivers compile, rather than the page.
    this.compiling = true;
    void this.renderer.compileAsync(this.scene, this.eye.camera).finally(() => (this.compiling = false));
  }
}

const caster = new Raycaster();
const pointer = new Vector2();
const scratch = new Vector3();

/** Build the stage on a canvas; throws when the browser has no WebGL 2. */
export const createStage: CreateStage = (canvas, world, viewer, env) =>
  new ThreeStage(canvas, world, viewer, env);
