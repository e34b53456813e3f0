/** "Take me there": before a booth, facing its sign; below a unit, looking up at it; through halls. */

import type { Gaze } from '../gaze';
import { isNarrow } from '../gaze';
import type { Travel } from '../travel';
import type { Hud } from '../ui/hud';
import { rotate, worldTransform } from '../world/transform';
import { STANDING_EYE, type Vec3, type Viewer } from '../world/viewer';
import type { World } from '../world/world';

export interface Place {
  hall: string;
  node: string;
}

export interface WayHost {
  world: World;
  viewer: Viewer;
  travel: Travel;
  gaze: Gaze;
  hud: Hud;
  /** One moves by jumps: in a headset, or because motion is unwanted. */
  calm(): boolean;
  /** A card covers the right of the view, and nothing the left. */
  beside(): boolean;
}

/** Where to stand, and at what to look. */
export interface Stance {
  feet: Vec3;
  look: Vec3;
}

const BEFORE_BOOTH = 4.3;
/** On a narrow screen the whole sign is seen from farther away. */
const BEFORE_BOOTH_NARROW = 7.2;
const BOOTH_EYE = 1.95;
/** Higher up than this a unit is looked at from farther away: tangent of the angle. */
const STEEPEST = 0.62;
const NEAR_UNIT = 2.6;
const FARTHEST = 110;
/** Farther than this one is not made to walk, metres. */
const WALK = 45;
const FADE_MS = 360;
/** On a narrow screen a card covers the lower half: look this much lower, radians. */
const BELOW_A_CARD = 0.32;
/** On a wide one it covers the right: look this much to the right, radians. */
const BESIDE_A_CARD = 0.24;

/** Where one stands before a booth, a unit or anything else of the hall; null when it is not here. */
export function stanceAt(world: World, node: string): Stance | null {
  const { booth, unit, desk } = world.nodes.get(node) ?? {};
  if (!world.nodes.has(node)) return null;
  const { translation, rotation } = worldTransform(world, node);
  const at = (offset: Vec3): Vec3 => rotate(rotation, offset).map((v, axis) => v + translation[axis]!) as Vec3;
  if (booth) return { feet: at([0, 0, booth.depth / 2 + (isNarrow() ? BEFORE_BOOTH_NARROW : BEFORE_BOOTH)]), look: at([0, BOOTH_EYE, 0]) };
  if (unit) {
    const [, height, depth] = unit.size;
    const look = at([0, height / 2, 0]);
    const above = Math.max(0, look[1] - (world.hall?.walk.areas[0]?.y ?? 0) - STANDING_EYE);
    const away = Math.min(FARTHEST, depth / 2 + Math.max(NEAR_UNIT, above / STEEPEST, Math.max(...unit.size) * 0.5));
    return { feet: at([0, 0, away]), look };
  }
  return { feet: at([0, 0, desk ? 2.4 : 2.8]), look: at([0, 1.1, 0]) };
}

export class Way {
  constructor(private readonly host: WayHost) {}

  /** Go there; false when there was no way. */
  async go({ hall, node }: Place): Promise<boolean> {
    const { world, viewer, travel } = this.host;
    if (world.hall?.id !== hall) return travel.enter(hall, null, () => this.jump(node));
    const stance = this.stance(node);
    if (!stance) return false;
    const far = Math.hypot(stance.feet[0] - viewer.feet[0], stance.feet[2] - viewer.feet[2]);
    if (this.host.calm()) this.jump(node);
    else if (far > WALK) await this.fade(() => this.jump(node));
    else await travel.goTo(stance.feet, () => this.host.gaze.at(stance.look));
    return true;
  }

  /** Whether one stands there already. */
  isThere({ hall, node }: Place): boolean {
    const { world, viewer } = this.host;
    const stance = world.hall?.id === hall ? this.stance(node) : null;
    return stance !== null && Math.hypot(stance.feet[0] - viewer.feet[0], stance.feet[2] - viewer.feet[2]) < 0.8;
  }

  private stance(node: string): Stance | null {
    const stance = stanceAt(this.host.world, node);
    if (!stance) return null;
    const feet = this.host.travel.land(stance.feet, Infinity) ?? stance.feet;
    return { feet, look: this.host.beside() ? turned(feet, stance.look, BESIDE_A_CARD) : stance.look };
  }

  private jump(node: string): void {
    const stance = this.stance(node);
    if (!stance) return;
    const { feet, look } = stance;
    const away = Math.hypot(look[0] - feet[0], look[2] - feet[2]);
    const pitch = Math.atan2(look[1] - feet[1] - STANDING_EYE, away) - (isNarrow() ? BELOW_A_CARD : 0);
    this.host.travel.jump(feet, Math.atan2(feet[0] - look[0], feet[2] - look[2]), pitch);
  }

  private async fade(then: () => void): Promise<void> {
    const { hud } = this.host;
    hud.setFade(true);
    await new Promise((done) => setTimeout(done, FADE_MS));
    then();
    hud.setFade(false);
  }
}

/** A point as seen from another, so much to its right. */
function turned([x, , z]: Vec3, [lx, ly, lz]: Vec3, angle: number): Vec3 {
  const [dx, dz] = [lx - x, lz - z], [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x + dx * cos - dz * sin, ly, z + dx * sin + dz * cos];
}
