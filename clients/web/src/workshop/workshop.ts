/** The workshop itself: the stage that visitors see, with hands that take hold of what stands on it. */

import { Vector3 } from 'three';
import { floorBelow } from '../stage/floor';
import { createStage } from '../stage/stage';
import type { Bench, Stage, StageEvent } from '../stage-api';
import { createViewer, type Vec3 } from '../world/viewer';
import type { World } from '../world/world';
import type { Extent, Grip, Marked, Picking, Polygon, Snap, ViewName, Workshop, WorkshopHost } from './api';
import { Bodies } from './bodies';
import { Eyes } from './eyes';
import { Flight } from './flight';
import { Frames } from './frames';
import { Gizmo } from './gizmo';
import { Grid } from './grid';
import { Hands, type HandsHost } from './hands';
import { Marquee, within } from './marquee';
import { Picker } from './picker';
import { Polygons } from './polygons';
import { roleOf } from './roles';
import { Signs } from './signs';

const POINT_SECONDS = 0.08;
const NUDGE_ORBIT = 0.12;

export class ThreeWorkshop implements Workshop {
  private readonly viewer = createViewer();
  private readonly stage: Stage;
  private readonly bench: Bench;
  private readonly bodies: Bodies;
  private readonly eyes: Eyes;
  private readonly picker: Picker;
  private readonly frames: Frames;
  private readonly signs: Signs;
  private readonly grid: Grid;
  private readonly polygonsDrawn: Polygons;
  private readonly gizmo: Gizmo;
  private readonly hands: Hands;
  private readonly flight = new Flight();
  private readonly marquee: Marquee;
  private mode: Grip = 'select';
  private axes: 'world' | 'local' = 'world';
  private snapping: Snap = { on: true, step: 0.25, angle: Math.PI / 12, floor: false };
  private locked = false;
  private pointed: { x: number; y: number } | null = null;
  private waited = 0;
  private readonly eye = new Vector3();

  constructor(private readonly canvas: HTMLCanvasElement, private readonly world: World, private readonly host: WorkshopHost) {
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const comfort = { vignette: false, snapTurn: 0, locomotion: 'teleport' } as const;
    this.stage = createStage(canvas, world, this.viewer, {
      lang: host.lang, serverNow: host.serverNow, now: () => performance.now(), fetchAsset: host.fetchAsset,
      report: (event) => this.report(event),
      settings: () => ({ ...comfort, quality: 'auto', reducedMotion: still.matches }),
    });
    this.bench = this.stage.bench();
    const { scene, camera, renderer, view } = this.bench;
    this.bodies = new Bodies(view, world);
    this.eyes = new Eyes(camera, renderer, canvas, this.viewer, world, () => still.matches);
    this.picker = new Picker(this.bodies, () => this.eyes.ceiling);
    this.frames = new Frames(scene, this.bodies);
    this.signs = new Signs(scene, this.bodies);
    this.grid = new Grid(scene);
    this.polygonsDrawn = new Polygons(scene);
    this.gizmo = new Gizmo(camera, canvas, scene, this.bodies, {
      dragging: host.dragging, dropped: host.dropped, floorAt: (x, y, z, without) => this.floorAt(x, y, z, without),
    });
    this.marquee = new Marquee(canvas);
    this.hands = new Hands(canvas, this.handsHost());
    this.stage.onFrame((dt) => this.tick(dt));
  }

  select(ids: readonly string[]): void {
    this.frames.select(ids);
    this.gizmo.select(ids);
  }

  mark(others: readonly Marked[]): void {
    this.frames.mark(others);
  }

  grip(grip: Grip): void {
    this.mode = grip;
    this.hold();
  }

  space(space: 'world' | 'local'): void {
    this.axes = space;
    this.hold();
  }

  snap(snap: Snap): void {
    this.snapping = { ...snap };
    this.hold();
  }

  lock(locked: boolean): void {
    this.locked = locked;
    this.hold();
  }

  focus(ids: readonly string[]): void {
    this.eyes.frame((ids.length ? this.bodies.sphere(ids) : null) ?? this.eyes.whole());
  }

  look(eye: Vec3, at: Vec3): void {
    this.eyes.rig.show(eye, at);
  }

  from(name: ViewName): void {
    this.eyes.from(name);
  }

  ahead(): Vec3 {
    return this.eyes.ahead();
  }

  project(point: Vec3): { x: number; y: number; visible: boolean } {
    return this.stage.project(point);
  }

  extent(id: string): Extent | null {
    return this.bodies.extent(id);
  }

  pan(right: number, forward: number): void {
    this.eyes.rig.walk(right, forward);
  }

  orbit(right: number, up: number): void {
    this.eyes.rig.orbit(right * NUDGE_ORBIT, up * NUDGE_ORBIT);
  }

  zoom(factor: number): void {
    this.eyes.rig.zoom(factor);
  }

  compass(): { right: Vec3; away: Vec3 } {
    return this.eyes.compass();
  }

  polygons(list: readonly Polygon[], change: (id: string, points: [number, number][]) => void): () => void {
    this.polygonsDrawn.show(list, change);
    return () => this.polygonsDrawn.show([], () => undefined);
  }

  removeCorner(): boolean {
    return this.mode === 'draw' && this.polygonsDrawn.remove();
  }

  escape(): boolean {
    return this.gizmo.escape();
  }

  handle(): { place: Vec3; axis: string | null } {
    return this.gizmo.handle;
  }

  refresh(): void {
    this.stage.refresh();
  }

  dispose(): void {
    for (const part of [this.hands, this.flight, this.marquee, this.gizmo, this.frames, this.signs, this.grid, this.polygonsDrawn]) part.dispose();
    this.stage.dispose();
  }

  private hold(): void {
    this.gizmo.set(this.mode, this.axes, this.snapping, this.locked);
  }

  private report(event: StageEvent): void {
    if (event.type === 'first-view') this.host.shown();
    else if (event.type === 'context-lost') this.host.lost(true);
    else if (event.type === 'context-restored') this.host.lost(false);
  }

  private tick(dt: number): void {
    const flown = this.flight.step(dt);
    if (flown) this.eyes.rig.fly(...flown);
    this.eyes.update(dt);
    if (!this.world.hall) return;
    this.eye.set(...this.viewer.feet);
    const { pixel, ceiling } = this.eyes;
    const [x, , z] = this.eyes.rig.view.target;
    this.grid.update(x, this.eyes.floor, z, this.eyes.rig.view.distance);
    this.gizmo.update();
    this.frames.update(this.eye, pixel);
    this.signs.update(this.eye, pixel, ceiling);
    this.polygonsDrawn.update(this.eye, pixel);
    this.pointAgain(dt);
  }

  /** See what lies under the pointer, now and then. */
  private pointAgain(dt: number): void {
    this.waited += dt;
    if (this.waited < POINT_SECONDS) return;
    this.waited = 0;
    const { pointed } = this;
    const hit = pointed && !this.gizmo.dragging ? this.under(pointed.x, pointed.y, 14, false) : null;
    this.frames.point(hit);
    this.canvas.style.cursor = hit && !this.gizmo.busy ? 'pointer' : '';
  }

  private under(x: number, y: number, reach: number, deep: boolean, ground = deep): string | null {
    const sign = this.signs.pick(x, y, reach, (at) => this.stage.project([at.x, at.y, at.z]));
    if (sign) return sign;
    const hit = this.picker.pick(this.eyes.ray(x, y), ground);
    return hit && (deep || hit.role === 'thing') ? hit.id : null;
  }

  private handsHost(): HandsHost {
    const { eyes, gizmo, polygonsDrawn } = this;
    const project = (at: Vector3): { x: number; y: number; visible: boolean } => this.stage.project([at.x, at.y, at.z]);
    return {
      orbit: (yaw, pitch) => eyes.rig.orbit(yaw, pitch),
      look: (yaw, pitch) => eyes.rig.look(yaw, pitch),
      slide: (dx, dy) => {
        const metres = eyes.pixel * eyes.rig.goal.distance;
        eyes.rig.slide(-dx * metres, dy * metres);
      },
      zoom: (factor, x, y) => this.zoomAt(factor, x, y),
      press: (x, y, how, deep, reach) => this.press(x, y, how, deep, reach),
      point: (x, y) => (this.pointed = x < 0 ? null : { x, y }),
      box: (from, to, how, done) => this.box(from, to, how, done),
      grasp: (x, y, reach) => this.mode === 'draw' && !this.locked && polygonsDrawn.take(x, y, reach, project),
      pull: (x, y) => {
        const at = eyes.onLevel(eyes.ray(x, y), polygonsDrawn.level);
        if (at) polygonsDrawn.drag(at, this.snapping.on ? this.snapping.step : 0);
      },
      release: () => polygonsDrawn.drop(),
      taken: () => gizmo.busy,
      flying: (on) => this.flight.allow(on),
    };
  }

  private zoomAt(factor: number, x: number, y: number): void {
    const { eyes } = this;
    const at = eyes.onLevel(eyes.ray(x, y), eyes.rig.goal.target[1]);
    const isNear = at && at.distanceTo(this.eye) < eyes.rig.goal.distance * 3;
    eyes.rig.zoom(factor, isNear ? at.toArray() : null);
  }

  private press(x: number, y: number, how: Picking, deep: boolean, reach: number): void {
    const hit = this.under(x, y, reach, deep, true);
    if (hit) this.host.picked([hit], how === 'add' ? 'toggle' : how);
    else if (how === 'only') this.host.picked([], how);
  }

  private box(from: { x: number; y: number }, to: { x: number; y: number }, how: Picking, done: boolean): void {
    this.marquee.show(done ? null : { from, to });
    if (!done) return;
    const ids: string[] = [];
    for (const [id, node] of this.world.nodes) {
      const extent = roleOf(node) === 'thing' && node.kind !== 'group' && this.bodies.extent(id);
      if (extent && within(this.middleOf(extent), from, to)) ids.push(id);
    }
    this.host.picked(ids, how === 'toggle' ? 'toggle' : 'add');
  }

  private middleOf({ min, max }: Extent): { x: number; y: number; visible: boolean } {
    return this.stage.project([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]);
  }

  private floorAt(x: number, y: number, z: number, without: ReadonlySet<string>): number | null {
    const level = floorBelow(this.world.hall?.walk.areas ?? [], x, y + 0.6, z);
    if (level !== null) return level;
    const ray = this.eyes.ray(0, 0);
    ray.origin.set(x, y + 0.6, z);
    ray.direction.set(0, -1, 0);
    return this.picker.surface(ray, without)?.y ?? null;
  }
}
