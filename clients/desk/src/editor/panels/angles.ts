/** Rotations as people set them: degrees about up, then across, then along; stored as quaternions. */

import type { Quat, Vec3 } from '../core/types';

const RADIANS = Math.PI / 180;
/** How near to straight up or down two of the three turns become one. */
const POLE = 0.9999995;

/** The quaternion that turns by `z`, then `x`, then `y` degrees about the axes (glTF 2.0: x, y, z, w). */
export function quaternionOf([x, y, z]: Vec3): Quat {
  const [a, b, c] = [x, y, z].map((angle) => (angle * RADIANS) / 2) as Vec3;
  const [c1, c2, c3, s1, s2, s3] = [Math.cos(a), Math.cos(b), Math.cos(c), Math.sin(a), Math.sin(b), Math.sin(c)];
  return [
    s1 * c2 * c3 + c1 * s2 * s3,
    c1 * s2 * c3 - s1 * c2 * s3,
    c1 * c2 * s3 - s1 * s2 * c3,
    c1 * c2 * c3 + s1 * s2 * s3,
  ];
}

/** The turns about x, y and z, in degrees, that make a unit quaternion; x within ±90. */
export function anglesOf([x, y, z, w]: Quat): Vec3 {
  const length = Math.hypot(x, y, z, w) || 1;
  const [qx, qy, qz, qw] = [x / length, y / length, z / length, w / length] as Quat;
  const sine = Math.min(1, Math.max(-1, 2 * (qw * qx - qy * qz)));
  const across = Math.asin(sine);
  const [up, along] = Math.abs(sine) < POLE
    ? [Math.atan2(2 * (qx * qz + qw * qy), 1 - 2 * (qx * qx + qy * qy)), Math.atan2(2 * (qx * qy + qw * qz), 1 - 2 * (qx * qx + qz * qz))]
    : [Math.atan2(2 * (qw * qy - qx * qz), 1 - 2 * (qy * qy + qz * qz)), 0];
  return [across, up, along].map((angle) => round(angle / RADIANS)) as Vec3;
}

/** Whether two quaternions turn alike, whichever sign they have. */
export function isSameTurn(a: Quat, b: Quat): boolean {
  const dot = a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  return 1 - Math.abs(dot) < 1e-9;
}

/** To a thousandth, without a minus before nothing. */
export const round = (value: number, digits = 3): number => Number(value.toFixed(digits)) + 0;
