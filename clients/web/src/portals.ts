/** Doorways to other halls: walking through one, rather than standing by it, leads there. */

import type { Portal } from './world/scene';
import { rotate, worldTransform } from './world/transform';
import type { Quat, Vec3 } from './world/viewer';
import type { World } from './world/world';

export interface Doorway {
  node: string;
  hall: string;
  spawn: string | null;
  at: Vec3;
  /** A place to stand before it. */
  front: Vec3;
  inverse: Quat;
  width: number;
  height: number;
}

const DEPTH_BEFORE = 0.55;
const DEPTH_BEHIND = 0.6;
/** One must have been this far from a doorway before it leads anywhere. */
const ARM_METRES = 1.2;
const FRONT_METRES = 2;

/** The doorways of the hall that the world mirrors. */
export function doorwaysOf(world: World): Doorway[] {
  const found: Doorway[] = [];
  for (const [node, { kind, portal }] of world.nodes) {
    if (kind === 'portal' && portal && world.value(node, 'visible')) found.push(doorway(world, node, portal));
  }
  return found;
}

function doorway(world: World, node: string, portal: Portal): Doorway {
  const { translation, rotation } = worldTransform(world, node);
  const [x, y, z, w] = rotation;
  const front = rotate(rotation, [0, 0, FRONT_METRES]).map((v, axis) => v + translation[axis]!) as Vec3;
  return {
    node, hall: portal.hall, spawn: portal.spawn, at: translation, front, inverse: [-x, -y, -z, w],
    width: portal.width ?? 2, height: portal.height ?? 2.6,
  };
}

export class PortalWatch {
  private doorways: Doorway[] = [];
  private readonly armed = new Set<string>();

  reset(doorways: Doorway[]): void {
    this.doorways = doorways;
    this.armed.clear();
  }

  /** The doorway that feet have just walked into, if any. */
  entered(feet: Vec3): Doorway | null {
    for (const door of this.doorways) {
      const offset = feet.map((v, axis) => v - door.at[axis]!) as Vec3;
      const [x, y, z] = rotate(door.inverse, offset);
      const beside = Math.abs(x) < door.width / 2 && y > -1 && y < door.height;
      if (beside && z < DEPTH_BEFORE && z > -DEPTH_BEHIND) {
        if (this.armed.delete(door.node)) return door;
      } else if (Math.hypot(x, z) > ARM_METRES || z > ARM_METRES) this.armed.add(door.node);
    }
    return null;
  }
}
