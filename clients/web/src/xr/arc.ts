/** The throw of a teleport: a parabola from the hand to the floor. Pure. */

import { rayToFloor } from '../stage/floor';
import type { WalkArea } from '../world/scene';
import type { Vec3 } from '../world/viewer';

const SPEED = 8.5;
const GRAVITY = 9.8;
const STEP = 0.045;
const STEPS = 60;

export interface Throw {
  /** From the hand to the floor, or to where the throw fades. */
  points: Vec3[];
  /** Where it meets a walkable floor. */
  landing: Vec3 | null;
}

/** Follow a throw along `direction` (unit length) until it meets a floor from above. */
export function throwArc(areas: readonly WalkArea[], from: Vec3, direction: Vec3): Throw {
  const points: Vec3[] = [[...from]];
  let at: Vec3 = [...from];
  const velocity: Vec3 = [direction[0] * SPEED, direction[1] * SPEED, direction[2] * SPEED];
  for (let step = 0; step < STEPS; step++) {
    const move: Vec3 = [velocity[0] * STEP, velocity[1] * STEP, velocity[2] * STEP];
    const length = Math.hypot(...move) || 1;
    const unit: Vec3 = [move[0] / length, move[1] / length, move[2] / length];
    const hit = rayToFloor(areas, at, unit, length);
    if (hit) return { points: [...points, hit.point], landing: hit.point };
    at = [at[0] + move[0], at[1] + move[1], at[2] + move[2]];
    points.push(at);
    velocity[1] -= GRAVITY * STEP;
  }
  return { points, landing: null };
}
