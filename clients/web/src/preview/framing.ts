/** Where the camera stands so that something fills the picture. Pure. */

import type { Vec3 } from '../world/viewer';

export interface Framing {
  /** Vertical field of view, radians. */
  fov: number;
  /** Width over height. */
  aspect: number;
  /** How far round and how far up the camera stands, radians. */
  yaw: number;
  pitch: number;
  /** The share of the picture that stays free on each side. */
  margin: number;
}

/** What to look at, and from how far. */
export interface Stand {
  target: Vec3;
  distance: number;
}

const ROUNDS = 4;
const LEAST = 1e-3;

/** From the target towards the camera. */
export function direction(yaw: number, pitch: number): Vec3 {
  return [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
}

/**
 * The least distance at which all points are in the picture, and the target that puts them into its
 * middle. Points tell more than a box does: a flat or a leaning thing may come nearer.
 */
export function stand(points: readonly Vec3[], { fov, aspect, yaw, pitch, margin }: Framing): Stand {
  const back = direction(yaw, pitch);
  const right: Vec3 = [Math.cos(yaw), 0, -Math.sin(yaw)];
  const up = cross(back, right);
  const high = Math.tan(fov / 2) * (1 - margin * 2), wide = high * aspect;
  const placed = points.map((point): Vec3 => [dot(point, right), dot(point, up), dot(point, back)]);
  const eye = [0, 1, 2].map((axis) => middle(placed.map((point) => point[axis]!))) as Vec3;
  let distance = 0;
  for (let round = 0; round < ROUNDS; round++) {
    distance = LEAST;
    for (const [x, y, z] of placed) {
      const aside = Math.max(Math.abs(x - eye[0]) / wide, Math.abs(y - eye[1]) / high);
      distance = Math.max(distance, z - eye[2] + aside);
    }
    // What is nearer looks larger: the middle of the picture is not that of the box.
    for (const axis of [0, 1] as const) {
      const seen = placed.map((point) => (point[axis] - eye[axis]) / Math.max(LEAST, distance - point[2] + eye[2]));
      eye[axis] += middle(seen) * distance;
    }
  }
  const target = [0, 1, 2].map((axis) => right[axis]! * eye[0] + up[axis]! * eye[1] + back[axis]! * eye[2]) as Vec3;
  return { target, distance };
}

/** Half way between the least and the greatest of some values; 0 for none. */
function middle(values: readonly number[]): number {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return values.length ? (low + high) / 2 : 0;
}

function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
