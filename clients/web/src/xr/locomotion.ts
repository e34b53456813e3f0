/** Moving inside the headset: turns in steps, teleports, and walking by stick for those who like it. */

import type { StageSettings } from '../stage-api';
import { yawOf, type Vec3 } from '../world/viewer';
import type { HandInput } from './inputs';
import type { Rig } from './rig';
import type { Vignette } from './vignette';

const PUSHED = 0.7;
const RELEASED = 0.35;
const WALK_SPEED = 2.2;
const DEAD = 0.15;

export interface Steps {
  settings(): StageSettings;
  allowed(target: Vec3): Vec3 | null;
  /** Aim a teleport from this hand. */
  aim(hand: HandInput): void;
  /** Let go: go where the aim is. */
  release(): void;
}

export class Locomotion {
  private turned = false;
  private aiming: 'left' | 'right' | null = null;

  constructor(private readonly rig: Rig, private readonly vignette: Vignette, private readonly steps: Steps) {}

  update(hands: readonly HandInput[], dt: number): void {
    const { snapTurn, locomotion } = this.steps.settings();
    const left = hands.find(({ side }) => side === 'left'), right = hands.find(({ side }) => side === 'right');
    const smooth = locomotion === 'smooth';
    this.turn((smooth ? right : strongest(left, right, 'x'))?.stick.x ?? 0, snapTurn, dt);
    this.teleport((smooth ? right : strongest(left, right, 'y')) ?? null);
    this.vignette.hold(smooth && left ? this.walk(left, dt) : false);
  }

  private turn(x: number, step: number, dt: number): void {
    if (step === 0) {
      if (Math.abs(x) > DEAD) this.rig.turnBy(-x * 1.6 * dt);
    } else if (Math.abs(x) > PUSHED && !this.turned && !this.aiming) {
      this.turned = true;
      this.rig.turnBy((-Math.sign(x) * step * Math.PI) / 180);
      this.vignette.pulse();
    } else if (Math.abs(x) < RELEASED) {
      this.turned = false;
    }
  }

  private teleport(hand: HandInput | null): void {
    if (hand && (this.aiming === hand.side ? hand.stick.y < -RELEASED : hand.stick.y < -PUSHED)) {
      this.aiming = hand.side;
      this.steps.aim(hand);
    } else if (this.aiming) {
      this.aiming = null;
      this.steps.release();
    }
  }

  /** Walk where the head looks; true while moving. */
  private walk({ stick: { x, y } }: HandInput, dt: number): boolean {
    if (Math.hypot(x, y) < DEAD) return false;
    const yaw = yawOf(this.rig.head.rotation), { feet } = this.rig;
    const ahead = -y * WALK_SPEED * dt, aside = x * WALK_SPEED * dt;
    const to = this.steps.allowed([
      feet[0] - Math.sin(yaw) * ahead + Math.cos(yaw) * aside, feet[1],
      feet[2] - Math.cos(yaw) * ahead - Math.sin(yaw) * aside,
    ]);
    if (to && Math.hypot(to[0] - feet[0], to[2] - feet[2]) < 0.5) this.rig.moveTo(to);
    return true;
  }
}

function strongest(a: HandInput | undefined, b: HandInput | undefined, axis: 'x' | 'y'): HandInput | undefined {
  if (!a || !b) return a ?? b;
  return Math.abs(a.stick[axis]) > Math.abs(b.stick[axis]) ? a : b;
}
