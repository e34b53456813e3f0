/** Text on a round plinth follows the plinth. */

import { Matrix4, Vector3 } from 'three';

export interface Round {
  /** The middle of its foot, in the hall. */
  foot: Vector3;
  radius: number;
  height: number;
}

/** How far from the surface a text may stand and still belong to it, metres. */
const NEAR = 0.1;
const ABOVE = 0.12;
const FACING = 0.9;

/** The radius that a text at `matrix` is bent to: that of the round thing it stands on, or 0. */
export function bendRadius(matrix: Matrix4, rounds: readonly Round[]): number {
  const at = new Vector3().setFromMatrixPosition(matrix);
  // A text faces -Z of its node.
  const facing = new Vector3(0, 0, -1).transformDirection(matrix);
  for (const { foot, radius, height } of rounds) {
    const outwards = new Vector3(at.x - foot.x, 0, at.z - foot.z);
    const away = outwards.length();
    if (Math.abs(away - radius) > NEAR || at.y < foot.y || at.y > foot.y + height + ABOVE) continue;
    if (outwards.normalize().dot(facing) > FACING) return away;
  }
  return 0;
}
