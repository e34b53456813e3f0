/** Moves the viewer's feet: as wished by keys or stick, or along a way to somewhere. */

import type { Vec3, Viewer } from './world/viewer';
import type { WalkGround } from './walk';

/** What hands ask for: along the view and to its right, -1..1. */
export interface Wish {
  forward: number;
  right: number;
  fast: boolean;
}

/** Metres a second. */
export interface Pace {
  walk: number;
  fast: number;
}

export const PACE: Record<'outdoor' | 'indoor', Pace> = {
  outdoor: { walk: 4.4, fast: 9.5 },
  indoor: { walk: 2.7, fast: 5 },
};

/** Seconds until four fifths of a change of speed or height have happened. */
const EASE = 0.11;
const ARRIVED = 0.15;
const MOST_DT = 0.1;
const TURN_RATE = 3.2;

export class Walker {
  readonly wish: Wish = { forward: 0, right: 0, fast: false };
  pace: Pace = PACE.outdoor;
  private velocity: [x: number, z: number] = [0, 0];
  private route: Vec3[] = [];
  private arrived: (() => void) | null = null;

  constructor(
    private readonly viewer: Viewer,
    private readonly ground: () => WalkGround | null,
  ) {}

  /** Walk along `points`; `arrived` is called at the end, not when stopped before. */
  go(points: Vec3[], arrived: () => void = () => undefined): void {
    this.route = points.map((point) => [...point]);
    this.arrived = arrived;
  }

  /** Forget where one was going. */
  stop(): void {
    this.route = [];
    this.arrived = null;
  }

  /** Stand still at once. */
  halt(): void {
    this.stop();
    this.velocity = [0, 0];
  }

  get walking(): boolean {
    return this.route.length > 0;
  }

  get wished(): boolean {
    return Math.hypot(this.wish.forward, this.wish.right) > 0.05;
  }

  /** Advance by `dt` seconds. `free`: nobody is turning the view, so it may follow the way. */
  update(dt: number, free: boolean): void {
    const step = Math.min(dt, MOST_DT);
    if (this.wished) this.stop();
    const target = this.wished ? this.wishedVelocity() : this.routeVelocity();
    const keep = Math.exp(-step / (EASE * 0.62));
    this.velocity = this.velocity.map((v, i) => target[i]! + (v - target[i]!) * keep) as [number, number];
    if (Math.hypot(...this.velocity) < 0.02) this.velocity = [0, 0];
    else this.move(step);
    if (this.walking && free) this.face(step);
  }

  private move(dt: number): void {
    const { feet } = this.viewer;
    const [dx, dz] = [this.velocity[0] * dt, this.velocity[1] * dt];
    const ground = this.ground();
    const [x, y, z] = ground ? ground.step(feet, dx, dz) : [feet[0] + dx, feet[1], feet[2] + dz];
    const moved = Math.hypot(x - feet[0], z - feet[2]);
    feet[0] = x;
    feet[2] = z;
    feet[1] += (y - feet[1]) * (1 - Math.exp(-dt / (EASE * 0.62)));
    if (Math.abs(y - feet[1]) < 0.001) feet[1] = y;
    if (this.walking && moved < Math.hypot(dx, dz) * 0.1) this.stop();
  }

  private wishedVelocity(): [number, number] {
    const { forward, right, fast } = this.wish;
    const length = Math.max(1, Math.hypot(forward, right));
    const speed = (fast ? this.pace.fast : this.pace.walk) / length;
    const sin = Math.sin(this.viewer.yaw), cos = Math.cos(this.viewer.yaw);
    return [(right * cos - forward * sin) * speed, (-right * sin - forward * cos) * speed];
  }

  private routeVelocity(): [number, number] {
    const [x, , z] = this.viewer.feet;
    while (this.route.length) {
      const [tx, , tz] = this.route[0]!;
      const metres = Math.hypot(tx - x, tz - z);
      if (metres > (this.route.length > 1 ? ARRIVED * 2 : ARRIVED)) {
        const speed = this.routeSpeed(metres);
        return [((tx - x) / metres) * speed, ((tz - z) / metres) * speed];
      }
      this.route.shift();
    }
    const { arrived } = this;
    this.arrived = null;
    arrived?.();
    return [0, 0];
  }

  /** Faster when it is far, slower for the last steps. */
  private routeSpeed(toNext: number): number {
    let metres = toNext;
    for (let i = 1; i < this.route.length; i++) {
      const [a, b] = [this.route[i - 1]!, this.route[i]!];
      metres += Math.hypot(b[0] - a[0], b[2] - a[2]);
    }
    const cruising = metres > 25 ? this.pace.fast : this.pace.walk;
    return Math.min(cruising, 0.8 + metres * 2.2);
  }

  private face(dt: number): void {
    const [vx, vz] = this.velocity;
    if (Math.hypot(vx, vz) < 0.5) return;
    const wanted = Math.atan2(-vx, -vz);
    const away = Math.atan2(Math.sin(wanted - this.viewer.yaw), Math.cos(wanted - this.viewer.yaw));
    const most = TURN_RATE * dt;
    this.viewer.yaw += Math.max(-most, Math.min(most, away * Math.min(1, dt * 4)));
    this.viewer.pitch *= Math.exp(-dt * 0.8);
  }
}
