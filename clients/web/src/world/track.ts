/** The recent poses of one person, and the smooth pose between them. */

import type { BodyPose } from './pose-codec';
import type { Pose, Quat, Vec3 } from './viewer';

/** A smoothed pose; the object is reused by the next sample of the same person. */
export interface RemotePose extends BodyPose {
  /** Metres a second over the floor. */
  speed: number;
  /** Counts jumps, as `Viewer.jumps` does. */
  jumps: number;
}

interface Snapshot {
  t: number;
  pose: BodyPose;
  /** Nobody walks this far: show no way between the one before and this. */
  jump: boolean;
  counted: boolean;
}

const KEEP = 24;
const MIN_DELAY = 80;
const MAX_DELAY = 400;
const MAX_EXTRAPOLATION = 100;
const JUMP_METRES = 2.5;
const JUMP_SPEED = 16;
const CORRECTION_MS = 120;
/** The playhead runs at most this much faster or slower than time. */
const SLEW = 0.1;

export class Track {
  private readonly snapshots: Snapshot[] = [];
  private interval = 50;
  private lag: number | null = null;
  private sampledAt = 0;
  private readonly correction: Vec3 = [0, 0, 0];
  private readonly out: RemotePose;
  private shown = false;

  constructor(first: BodyPose) {
    this.out = { ...clonePose(first), speed: 0, jumps: 0 };
  }

  /** Add the pose of server time `t`; older ones than the newest are dropped. */
  push(t: number, pose: BodyPose): void {
    const last = this.snapshots.at(-1);
    if (last && t <= last.t) return;
    const before: Vec3 = [...this.out.head.position];
    const wasAhead = this.shown && last !== undefined && this.playhead() > last.t;
    const jump = last !== undefined && isJump(last, t, pose);
    if (last) this.followInterval(last, t, jump);
    this.snapshots.push({ t, pose, jump, counted: false });
    if (this.snapshots.length > KEEP) this.snapshots.shift();
    if (wasAhead && !jump) this.absorb(before);
  }

  /** The pose at local milliseconds `now`, `base` and `jitter` as the arrival clock measures. */
  sample(now: number, base: number, jitter: number): RemotePose {
    const target = base + Math.min(MAX_DELAY, Math.max(MIN_DELAY, jitter + this.interval * 1.25));
    const elapsed = Math.max(0, now - this.sampledAt);
    const room = elapsed * SLEW;
    this.lag = this.lag === null || elapsed > 1000
      ? target
      : this.lag + Math.min(room, Math.max(-room, target - this.lag));
    this.sampledAt = now;
    const fade = Math.exp(-elapsed / CORRECTION_MS);
    for (let axis = 0; axis < 3; axis++) this.correction[axis]! *= fade;
    this.evaluate(this.playhead(), elapsed);
    this.shown = true;
    return this.out;
  }

  /** Milliseconds behind the server's newest possible frame that this person is shown. */
  delay(base: number): number {
    return (this.lag ?? base) - base;
  }

  private playhead(): number {
    return this.sampledAt - (this.lag ?? 0);
  }

  /** Learn how often this person's record comes; hold still over a pause. */
  private followInterval(last: Snapshot, t: number, jump: boolean): void {
    const gap = t - last.t;
    if (gap < 350) this.interval += (Math.min(gap, 300) - this.interval) * 0.1;
    else if (!jump) {
      const until = t - Math.min(gap / 2, this.interval);
      this.snapshots.push({ t: until, pose: last.pose, jump: false, counted: false });
    }
  }

  /** A late frame moved the picture: let the difference fade instead of jumping. */
  private absorb(before: Vec3): void {
    for (let axis = 0; axis < 3; axis++) this.correction[axis] = 0;
    this.evaluate(this.playhead(), 0);
    for (let axis = 0; axis < 3; axis++) {
      this.correction[axis] = before[axis]! - this.out.head.position[axis]!;
    }
  }

  private evaluate(t: number, elapsed: number): void {
    const list = this.snapshots;
    while (list.length > 2 && list[1]!.t <= t) list.shift();
    const [x, , z] = this.out.head.position;
    const a = list[0]!;
    const b = list[1];
    if (b && t >= b.t) this.extrapolate(a, b, t);
    else if (b && t > a.t && !b.jump) blend(a.pose, b.pose, (t - a.t) / (b.t - a.t), this.out);
    else blend(a.pose, a.pose, 0, this.out);
    this.countJumps(t);
    for (const pose of [this.out.head, this.out.left, this.out.right]) {
      if (pose) for (let axis = 0; axis < 3; axis++) pose.position[axis]! += this.correction[axis]!;
    }
    if (elapsed > 0) {
      const moved = Math.hypot(this.out.head.position[0] - x, this.out.head.position[2] - z);
      const speed = Math.min(JUMP_SPEED, (moved / elapsed) * 1000);
      this.out.speed += (speed - this.out.speed) * Math.min(1, elapsed / 120);
    }
  }

  /** Past the newest pose: carry on a little the way it went, then stand. */
  private extrapolate(a: Snapshot, b: Snapshot, t: number): void {
    const span = b.t - a.t;
    const ahead = Math.min(t - b.t, MAX_EXTRAPOLATION);
    if (b.jump || span > 350) return blend(b.pose, b.pose, 0, this.out);
    // Speed falls to nothing over the allowance, so that standing follows without a jerk.
    const reach = ahead - (ahead * ahead) / (2 * MAX_EXTRAPOLATION);
    blend(a.pose, b.pose, 1, this.out);
    for (const [from, to, out] of [
      [a.pose.head, b.pose.head, this.out.head],
      [a.pose.left, b.pose.left, this.out.left],
      [a.pose.right, b.pose.right, this.out.right],
    ] as const) {
      if (!from || !to || !out) continue;
      for (let axis = 0; axis < 3; axis++) {
        out.position[axis]! += ((to.position[axis]! - from.position[axis]!) / span) * reach;
      }
    }
  }

  private countJumps(t: number): void {
    for (const snapshot of this.snapshots) {
      if (!snapshot.jump || snapshot.counted || snapshot.t > t) continue;
      snapshot.counted = true;
      this.out.jumps += 1;
    }
  }
}

function isJump(last: Snapshot, t: number, pose: BodyPose): boolean {
  const [ax, ay, az] = last.pose.head.position;
  const [bx, by, bz] = pose.head.position;
  const metres = Math.hypot(bx - ax, by - ay, bz - az);
  return metres > JUMP_METRES && metres > (JUMP_SPEED * (t - last.t)) / 1000;
}

function clonePose(pose: BodyPose): BodyPose {
  return JSON.parse(JSON.stringify(pose)) as BodyPose;
}

function blend(a: BodyPose, b: BodyPose, u: number, out: RemotePose): void {
  blendPose(a.head, b.head, u, out.head);
  out.left = blendHand(a.left, b.left, u, out.left);
  out.right = blendHand(a.right, b.right, u, out.right);
  for (const side of [0, 1] as const) out.grip[side] = a.grip[side] + (b.grip[side] - a.grip[side]) * u;
  const nearer = u < 0.5 ? a : b;
  out.full = nearer.full;
  out.hands = nearer.hands;
  out.seated = nearer.seated;
  out.talking = nearer.talking;
}

function blendHand(a: Pose | null, b: Pose | null, u: number, out: Pose | null): Pose | null {
  if (!b) return null;
  const into = out ?? { position: [0, 0, 0], rotation: [0, 0, 0, 1] };
  blendPose(a ?? b, b, u, into);
  return into;
}

function blendPose(a: Pose, b: Pose, u: number, out: Pose): void {
  for (let axis = 0; axis < 3; axis++) {
    out.position[axis] = a.position[axis]! + (b.position[axis]! - a.position[axis]!) * u;
  }
  blendQuat(a.rotation, b.rotation, u, out.rotation);
}

/** Normalised linear blend along the shorter way: indistinguishable from slerp at tick steps. */
function blendQuat(a: Quat, b: Quat, u: number, out: Quat): void {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const sign = dot < 0 ? -1 : 1;
  let length = 0;
  for (let i = 0; i < 4; i++) {
    out[i] = a[i]! * (1 - u) + sign * b[i]! * u;
    length += out[i]! ** 2;
  }
  length = Math.sqrt(length) || 1;
  for (let i = 0; i < 4; i++) out[i]! /= length;
}
