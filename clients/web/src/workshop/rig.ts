/** The eye of the workshop: goes round a point, along the floor, nearer and farther; softly. Pure. */

import type { Vec3, Viewer } from '../world/viewer';

export interface View {
  /** What is looked at, metres. */
  target: Vec3;
  /** Metres from it. */
  distance: number;
  /** Radians about +Y; 0 looks towards -Z. */
  yaw: number;
  /** Radians; positive looks up. */
  pitch: number;
}

const STEEPEST = Math.PI / 2 - 0.001;
const NEAREST = 0.25;
const FARTHEST = 1500;
const RATE = 14;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The direction of a look. */
export function lookOf({ yaw, pitch }: Pick<View, 'yaw' | 'pitch'>): Vec3 {
  const flat = Math.cos(pitch);
  return [-Math.sin(yaw) * flat, Math.sin(pitch), -Math.cos(yaw) * flat];
}

/** Where the eye of a view is. */
export function eyeOf(view: View): Vec3 {
  const look = lookOf(view);
  return view.target.map((value, axis) => value - look[axis]! * view.distance) as Vec3;
}

export class Rig {
  /** Where the view is going. */
  goal: View;
  /** Where it is. */
  view: View;

  constructor(view: View, private readonly isStill: () => boolean = () => false) {
    this.goal = copy(view);
    this.view = copy(view);
  }

  /** Go round the target by radians. */
  orbit(yaw: number, pitch: number): void {
    this.goal.yaw += yaw;
    this.goal.pitch = clamp(this.goal.pitch + pitch, -STEEPEST, STEEPEST);
  }

  /** Turn the head: the eye stays where it is. */
  look(yaw: number, pitch: number): void {
    const eye = eyeOf(this.goal);
    this.orbit(yaw, pitch);
    this.standAt(eye);
  }

  /** Move by metres in the picture's plane. */
  slide(right: number, up: number): void {
    const { yaw, pitch } = this.goal;
    const tilt = Math.sin(pitch);
    this.shift([
      Math.cos(yaw) * right + Math.sin(yaw) * tilt * up,
      Math.cos(pitch) * up,
      -Math.sin(yaw) * right + Math.cos(yaw) * tilt * up,
    ]);
  }

  /** Move over the floor by metres. */
  walk(right: number, forward: number, up = 0): void {
    const { yaw } = this.goal;
    this.shift([
      Math.cos(yaw) * right - Math.sin(yaw) * forward, up, -Math.sin(yaw) * right - Math.cos(yaw) * forward,
    ]);
  }

  /** Fly where one looks, by metres. */
  fly(right: number, forward: number, up: number): void {
    const look = lookOf(this.goal), { yaw } = this.goal;
    this.shift([look[0] * forward + Math.cos(yaw) * right, look[1] * forward + up, look[2] * forward - Math.sin(yaw) * right]);
  }

  /** Go nearer (below 1) or farther, towards a point when there is one. */
  zoom(factor: number, towards?: Vec3 | null): void {
    const { goal } = this;
    const distance = clamp(goal.distance * factor, NEAREST, FARTHEST);
    const share = 1 - distance / goal.distance;
    if (towards) goal.target = goal.target.map((value, axis) => value + (towards[axis]! - value) * share) as Vec3;
    goal.distance = distance;
  }

  /** Look at a ball of so many metres so that it fills the picture; `fov` is the narrower one, radians. */
  frame(centre: Vec3, radius: number, fov: number): void {
    this.goal.target = [...centre];
    this.goal.distance = clamp((Math.max(radius, 0.3) * 1.15) / Math.sin(fov / 2), NEAREST, FARTHEST);
  }

  /** Look at a point from another. */
  show(eye: Vec3, at: Vec3): void {
    const way = at.map((value, axis) => value - eye[axis]!) as Vec3;
    const distance = Math.max(NEAREST, Math.hypot(...way));
    this.goal = { target: [...at], distance, yaw: Math.atan2(-way[0], -way[2]), pitch: clamp(Math.asin(way[1] / distance), -STEEPEST, STEEPEST) };
  }

  turnTo(yaw: number, pitch: number): void {
    const turns = Math.round((this.goal.yaw - yaw) / (2 * Math.PI));
    this.goal.yaw = yaw + turns * 2 * Math.PI;
    this.goal.pitch = clamp(pitch, -STEEPEST, STEEPEST);
  }

  /** Move on towards the goal. */
  update(dt: number): void {
    const share = this.isStill() ? 1 : 1 - Math.exp(-RATE * dt);
    const ease = (from: number, to: number): number => from + (to - from) * share;
    const { view, goal } = this;
    view.target = view.target.map((value, axis) => ease(value, goal.target[axis]!)) as Vec3;
    view.distance = ease(view.distance, goal.distance);
    view.yaw = ease(view.yaw, goal.yaw);
    view.pitch = ease(view.pitch, goal.pitch);
  }

  /** Stand the viewer where the eye is. */
  place(viewer: Viewer): void {
    viewer.feet = eyeOf(this.view);
    viewer.eye = 0;
    viewer.yaw = this.view.yaw;
    viewer.pitch = this.view.pitch;
    viewer.jumps += 1;
  }

  private standAt(eye: Vec3): void {
    const look = lookOf(this.goal);
    this.goal.target = eye.map((value, axis) => value + look[axis]! * this.goal.distance) as Vec3;
  }

  private shift(by: Vec3): void {
    this.goal.target = this.goal.target.map((value, axis) => value + by[axis]!) as Vec3;
  }
}

const copy = (view: View): View => ({ ...view, target: [...view.target] });
