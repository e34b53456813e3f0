/** Everybody else in the hall, drawn from the poses that the world smooths. */

import { Color, Euler, Matrix4, Quaternion, type Ray, type Scene, Vector3 } from 'three';
import type { Body } from '../../wire';
import type { WalkArea } from '../../world/scene';
import { yawOf, type Pose, type Vec3 } from '../../world/viewer';
import type { RemotePose, World } from '../../world/world';
import { floorBelow } from '../floor';
import type { Frame } from '../frame';
import type { Atmosphere } from '../sky/atmosphere';
import { Crowd } from './crowd';
import { EYES, NECK } from './figure';
import { fitBody, type Motion, moveBody, startMotion } from './motion';

const SMALL_CROWD = 32;
const NEAR = 16;
/** Many people at once are drawn in full from closer by. */
const MANY = 40;
const NEAR_AMONG_MANY = 8;
const FAR = 260;
const PICKABLE = 60;
const STEP = 0.25;
const LIFT = 0.015;
const SEATED_NECK = EYES - NECK;

/** Somebody as last drawn: where a name plate hangs. */
export interface Shown {
  id: number;
  name: string;
  role: string;
  talking: boolean;
  /** The name of the member of staff who speaks through a guide; empty for everybody else. */
  officer: string;
  top: Vector3;
  distance: number;
  presence: number;
}

interface Figure {
  motion: Motion;
  pose: RemotePose;
  /** Still in the hall; otherwise on the way out. */
  here: boolean;
  color: Color;
  body: Body | null;
  floor: number | null;
  floorAt: Vec3;
  shown: Shown;
}

/** Where somebody stands, for who draws them better than the plain figure does. */
export interface Stand {
  pose: RemotePose;
  bodyYaw: number;
  /** How high the floor is there. */
  feet: number;
  distance: number;
  presence: number;
}

export class People {
  private crowd: Crowd | null = null;
  private readonly figures = new Map<number, Figure>();
  private readonly matrix = new Matrix4();
  private readonly place = new Vector3();
  private readonly turn = new Quaternion();
  private readonly size = new Vector3();
  private readonly euler = new Euler(0, 0, 0, 'YXZ');
  /** Who is drawn, for plates and picking. */
  readonly visible: Shown[] = [];
  /** Whose figure is not drawn: somebody else draws them. */
  readonly elsewhere = new Set<number>();

  constructor(
    private readonly scene: Scene, private readonly world: World, private readonly atmosphere: Atmosphere,
  ) {}

  /** Draw everybody; true when somebody is near enough to cast a shadow. */
  update(frame: Frame, areas: readonly WalkArea[]): boolean {
    this.visible.length = 0;
    for (const figure of this.figures.values()) figure.here = false;
    for (const id of this.world.poses.ids()) this.sample(id, frame);
    if (this.figures.size) this.makeRoom();
    for (const [id, figure] of this.figures) this.draw(id, figure, frame, areas);
    this.crowd?.finish();
    return this.visible.some(({ distance }) => distance < NEAR);
  }

  /** The nearest person whose upright capsule the ray crosses. */
  pick(ray: Ray): { id: number; distance: number } | null {
    let best: { id: number; distance: number } | null = null;
    for (const { id, top, distance } of this.visible) {
      if (distance > PICKABLE) continue;
      const foot = this.place.set(top.x, top.y - 1.75, top.z);
      const onRay = new Vector3();
      if (ray.distanceSqToSegment(foot, top, onRay) > 0.09) continue;
      const away = onRay.distanceTo(ray.origin);
      if (!best || away < best.distance) best = { id, distance: away };
    }
    return best;
  }

  /** How somebody in sight stands; null when nobody sees them. */
  standOf(id: number): Stand | null {
    const figure = this.figures.get(id);
    if (!figure?.here || figure.shown.distance > FAR) return null;
    const { pose, motion, floor, shown: { distance, presence } } = figure;
    const feet = floor ?? pose.head.position[1] - EYES;
    return { pose, bodyYaw: motion.bodyYaw, feet, distance, presence };
  }

  clear(): void {
    this.figures.clear();
    this.elsewhere.clear();
  }

  dispose(): void {
    this.crowd?.dispose();
  }

  /** An empty hall pays for nobody; a crowd that outgrows its room gets one twice as large. */
  private makeRoom(): void {
    if (this.crowd && this.figures.size <= this.crowd.capacity) return;
    this.crowd?.dispose();
    let capacity = SMALL_CROWD;
    while (capacity < this.figures.size) capacity *= 2;
    this.crowd = new Crowd(this.scene, this.atmosphere, capacity);
  }

  private sample(id: number, { now }: Frame): void {
    const pose = this.world.sample(id, now);
    if (!pose || id === this.world.me) return;
    let figure = this.figures.get(id);
    if (!figure) this.figures.set(id, (figure = createFigure(id, pose)));
    figure.pose = pose;
    figure.here = true;
    this.dressFigure(id, figure);
  }

  private dressFigure(id: number, figure: Figure): void {
    const person = this.world.people.get(id);
    if (!person || person.body === figure.body) return;
    figure.body = person.body;
    figure.color.set(person.body.color);
    figure.shown.name = person.name;
    figure.shown.role = person.role;
  }

  private draw(id: number, figure: Figure, frame: Frame, areas: readonly WalkArea[]): void {
    const { motion, pose, shown, here } = figure;
    moveBody(motion, yawOf(pose.head.rotation), pose.speed, pose.jumps, !here, frame.dt);
    if (!here && motion.presence === 0) return void this.figures.delete(id);
    const [x, y, z] = pose.head.position;
    shown.distance = this.place.set(x, y, z).distanceTo(frame.eye);
    if (shown.distance > FAR) return;
    this.findFloor(figure, pose, areas);
    shown.top.set(x, y + 0.30, z);
    shown.talking = pose.talking;
    const guide = this.world.guides.ofPerson(id);
    shown.officer = guide?.human ?? '';
    // Guides are called as the reader calls them.
    if (guide) shown.name = guide.name[frame.lang === 'en' ? 'en' : 'zh'] || shown.name;
    shown.presence = motion.presence;
    this.visible.push(shown);
    const near = this.figures.size > MANY ? NEAR_AMONG_MANY : NEAR;
    if (this.elsewhere.has(id)) this.drawShadow(figure, pose, figure.floor ?? y - EYES);
    else this.drawFigure(figure, pose, shown.distance < near);
  }

  private findFloor(figure: Figure, pose: RemotePose, areas: readonly WalkArea[]): void {
    const [x, y, z] = pose.head.position;
    const [fx, fy, fz] = figure.floorAt;
    if (Math.abs(x - fx) + Math.abs(z - fz) < STEP && Math.abs(y - fy) < STEP) return;
    figure.floorAt = [x, y, z];
    figure.floor = floorBelow(areas, x, y - 0.4, z);
  }

  private drawFigure(figure: Figure, pose: RemotePose, near: boolean): void {
    const { motion, color } = figure;
    const [x, y, z] = pose.head.position;
    const grow = motion.presence;
    const fit = pose.seated
      ? { scale: 1, feet: y - SEATED_NECK - NECK }
      : fitBody(y, figure.floor, EYES - NECK, NECK);
    const sway = pose.seated ? 0 : motion.lean;
    this.turn.setFromEuler(this.euler.set(-sway, motion.bodyYaw, 0));
    // The body hangs a little behind the eyes, as necks do.
    this.place.set(x + Math.sin(motion.bodyYaw) * 0.06, fit.feet, z + Math.cos(motion.bodyYaw) * 0.06);
    this.size.set(grow, fit.scale * grow, grow);
    this.matrix.compose(this.place, this.turn, this.size);
    this.crowd!.add(bodyPart(pose, near), this.matrix, color);
    this.drawShadow(figure, pose, fit.feet);
    if (near) this.drawHead(pose, figure, fit.feet);
  }

  private drawHead(pose: RemotePose, figure: Figure, feet: number): void {
    const { head, left, right, grip } = pose;
    const grow = figure.motion.presence;
    this.poseMatrix(head, grow, feet);
    this.crowd!.add('head', this.matrix);
    this.crowd!.add(figure.body?.figure === 'headset' ? 'headset' : 'eyes', this.matrix);
    if (left) this.crowd!.add('left', this.poseMatrix(left, grow, feet), null, grip[0]);
    if (right) this.crowd!.add('right', this.poseMatrix(right, grow, feet), null, grip[1]);
  }

  private poseMatrix({ position, rotation }: Pose, grow: number, feet: number): Matrix4 {
    this.place.set(position[0], feet + (position[1] - feet) * grow, position[2]);
    return this.matrix.compose(this.place, this.turn.set(...rotation), this.size.setScalar(grow));
  }

  private drawShadow({ floor, motion }: Figure, pose: RemotePose, feet: number): void {
    const [x, , z] = pose.head.position;
    const y = (floor ?? feet) + LIFT;
    const width = (pose.seated ? 0.5 : 0.42) * motion.presence;
    this.place.set(x + Math.sin(motion.bodyYaw) * 0.05, y, z + Math.cos(motion.bodyYaw) * 0.05);
    this.crowd!.add('shadow', this.matrix.compose(this.place, this.turn.identity(), this.size.set(width, 1, width)));
  }
}

function bodyPart(pose: RemotePose, near: boolean): 'body' | 'bodyHands' | 'sitter' | 'sitterHands' | 'distant' {
  if (!near && !pose.seated) return 'distant';
  const tracked = pose.left !== null || pose.right !== null;
  if (pose.seated) return tracked ? 'sitterHands' : 'sitter';
  return tracked ? 'bodyHands' : 'body';
}

function createFigure(id: number, pose: RemotePose): Figure {
  return {
    motion: startMotion(yawOf(pose.head.rotation), pose.jumps),
    pose, here: true, color: new Color('#4a7dbd'), body: null, floor: null, floorAt: [Infinity, 0, 0],
    shown: { id, name: '', role: '', talking: false, officer: '', top: new Vector3(), distance: 0, presence: 0 },
  };
}
