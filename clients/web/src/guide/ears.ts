/** Which way one listens: where one looks. Pure. */

import type { Vec3, Viewer } from '../world/viewer';

export function forwardOf({ yaw, pitch, xr }: Pick<Viewer, 'yaw' | 'pitch' | 'xr'>): Vec3 {
  if (!xr) return [-Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), -Math.cos(yaw) * Math.cos(pitch)];
  const [x, y, z, w] = xr.head.rotation;
  // The quaternion turns -Z.
  return [-2 * (x * z + w * y), -2 * (y * z - w * x), -(1 - 2 * (x * x + y * y))];
}
