/** From where one looks: the rig moved by commands, and the viewer that the stage's camera follows. */

import { Box3, type PerspectiveCamera, Plane, Ray, Raycaster, Sphere, Vector2, Vector3, type WebGLRenderer } from 'three';
import { floorBelow } from '../stage/floor';
import { STANDING_EYE, type Vec3, type Viewer } from '../world/viewer';
import type { World } from '../world/world';
import type { ViewName } from './api';
import { eyeOf, Rig } from './rig';

/** Under the sky one looks down from a little above; in a hall from below its ceiling. */
const FIRST = { outdoor: { distance: 15, pitch: -0.48 }, indoor: { distance: 8.5, pitch: -0.27 }, ahead: 6, height: 1.1 };
/** Roofs are cut away this far below their top once one looks from above them, metres. */
const ROOF = 0.7;
/** What hangs below the roof is cut away with it: this far above the floor, seen from right above lower. */
const HEADROOM = 4.5;
const LOW_HEADROOM = 3;
const STEEP = -1.1;
const NEVER = 1e6;
const FARTHEST_AHEAD = 60;

const VIEWS: Readonly<Record<Exclude<ViewName, 'person'>, [yaw: number, pitch: number]>> = {
  top: [0, -Math.PI / 2], front: [0, -0.12], right: [Math.PI / 2, -0.12],
};

export class Eyes {
  readonly rig: Rig;
  /** Nothing above this is drawn, metres. */
  ceiling = NEVER;
  private readonly cut = new Plane(new Vector3(0, -1, 0), NEVER);
  private readonly caster = new Raycaster();
  private readonly pointer = new Vector2();

  constructor(
    private readonly camera: PerspectiveCamera, renderer: WebGLRenderer, private readonly canvas: HTMLCanvasElement,
    private readonly viewer: Viewer, private readonly world: World, isStill: () => boolean,
  ) {
    // There from the beginning: a plane that comes later would compile every material anew.
    renderer.clippingPlanes = [this.cut];
    this.rig = new Rig(this.first(), isStill);
  }

  update(dt: number): void {
    this.rig.update(dt);
    this.rig.place(this.viewer);
    this.ceiling = this.ceilingNow();
    this.cut.constant = this.ceiling;
  }

  /** Metres that a pixel covers at a metre's distance. */
  get pixel(): number {
    return (2 * Math.tan((this.camera.fov * Math.PI) / 360)) / Math.max(1, this.canvas.clientHeight);
  }

  ray(x: number, y: number): Ray {
    const width = Math.max(1, this.canvas.clientWidth), height = Math.max(1, this.canvas.clientHeight);
    this.caster.setFromCamera(this.pointer.set((x / width) * 2 - 1, 1 - (y / height) * 2), this.camera);
    return this.caster.ray.clone();
  }

  /** Where a ray meets the level `y`, or null. */
  onLevel(ray: Ray, y: number): Vector3 | null {
    return ray.intersectPlane(new Plane(new Vector3(0, 1, 0), -y), new Vector3());
  }

  /** A point on the floor where one looks. */
  ahead(): Vec3 {
    const ray = this.ray(this.canvas.clientWidth / 2, this.canvas.clientHeight / 2);
    const level = this.floor;
    const met = this.onLevel(ray, level);
    if (met && met.distanceTo(ray.origin) < FARTHEST_AHEAD) return [round(met.x), level, round(met.z)];
    const [x, , z] = this.rig.goal.target;
    return [round(x), level, round(z)];
  }

  /** The level of the floor below what is looked at. */
  get floor(): number {
    const [x, y, z] = this.rig.goal.target;
    return floorBelow(this.world.hall?.walk.areas ?? [], x, y + 0.5, z) ?? this.lowest;
  }

  frame(sphere: Sphere): void {
    const tall = (this.camera.fov * Math.PI) / 180;
    const wide = 2 * Math.atan(Math.tan(tall / 2) * this.camera.aspect);
    this.rig.frame(sphere.center.toArray() as Vec3, sphere.radius, Math.min(tall, wide));
  }

  /** The whole hall, as far as one walks in it. */
  whole(): Sphere {
    const box = new Box3();
    for (const { polygon, y } of this.world.hall?.walk.areas ?? []) {
      for (const [x, z] of polygon) box.expandByPoint(new Vector3(x, y, z));
    }
    return box.isEmpty() ? new Sphere(new Vector3(), 20) : box.getBoundingSphere(new Sphere());
  }

  from(name: ViewName): void {
    if (name !== 'person') return this.rig.turnTo(...VIEWS[name]);
    const [x, y, z] = this.ahead();
    const { goal } = this.rig;
    goal.target = [x, y + STANDING_EYE, z];
    goal.distance = 3;
    goal.pitch = 0;
  }

  /** Which way right and away are on the floor, to the nearest axis. */
  compass(): { right: Vec3; away: Vec3 } {
    const quarter = Math.round(this.rig.goal.yaw / (Math.PI / 2)) * (Math.PI / 2);
    const [sin, cos] = [Math.round(Math.sin(quarter)), Math.round(Math.cos(quarter))];
    return { right: [cos + 0, 0, -sin + 0], away: [-sin + 0, 0, -cos + 0] };
  }

  private get lowest(): number {
    const levels = (this.world.hall?.walk.areas ?? []).map(({ y }) => y);
    return levels.length ? Math.min(...levels) : 0;
  }

  private first(): { target: Vec3; distance: number; yaw: number; pitch: number } {
    const spawn = [...this.world.nodes.values()].find(({ kind }) => kind === 'spawn');
    const [x, y, z] = spawn?.translation ?? [0, 0, 0];
    const [, qy, , qw] = spawn?.rotation ?? [0, 0, 0, 1];
    const yaw = 2 * Math.atan2(qy, qw);
    const target: Vec3 = [x - Math.sin(yaw) * FIRST.ahead, y + FIRST.height, z - Math.cos(yaw) * FIRST.ahead];
    return { target, yaw: yaw + 0.35, ...FIRST[this.world.hall?.kind ?? 'indoor'] };
  }

  /** Indoors the roof is cut away while one looks from above it. */
  private ceilingNow(): number {
    const { hall } = this.world;
    if (hall?.kind !== 'indoor') return NEVER;
    const top = hall.bounds.max[1] - ROOF;
    if (eyeOf(this.rig.view)[1] <= top) return NEVER;
    return Math.min(top, this.floor + (this.rig.view.pitch < STEEP ? LOW_HEADROOM : HEADROOM));
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;
