/** Where nodes stand: their own transforms below those of their parents. */

import type { Quat, Vec3 } from './viewer';
import type { World } from './world';

export interface Transform {
  translation: Vec3;
  rotation: Quat;
  scale: Vec3;
}

const DEEPEST = 32;

export function rotate([x, y, z, w]: Quat, [vx, vy, vz]: Vec3): Vec3 {
  const tx = 2 * (y * vz - z * vy), ty = 2 * (z * vx - x * vz), tz = 2 * (x * vy - y * vx);
  return [
    vx + w * tx + y * tz - z * ty,
    vy + w * ty + z * tx - x * tz,
    vz + w * tz + x * ty - y * tx,
  ];
}

export function multiply([ax, ay, az, aw]: Quat, [bx, by, bz, bw]: Quat): Quat {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

function compose(parent: Transform, child: Transform): Transform {
  const scaled = child.translation.map((v, axis) => v * parent.scale[axis]!) as Vec3;
  const turned = rotate(parent.rotation, scaled);
  return {
    translation: turned.map((v, axis) => v + parent.translation[axis]!) as Vec3,
    rotation: multiply(parent.rotation, child.rotation),
    scale: child.scale.map((v, axis) => v * parent.scale[axis]!) as Vec3,
  };
}

/** A node's transform in the hall's axes; parents may turn and scale, shear is not carried. */
export function worldTransform(world: World, id: string, depth = 0): Transform {
  const own: Transform = {
    translation: (world.value(id, 'translation') ?? [0, 0, 0]) as Vec3,
    rotation: (world.value(id, 'rotation') ?? [0, 0, 0, 1]) as Quat,
    scale: (world.value(id, 'scale') ?? [1, 1, 1]) as Vec3,
  };
  const parent = world.nodes.get(id)?.parent;
  if (!parent || depth > DEEPEST) return own;
  return compose(worldTransform(world, parent, depth + 1), own);
}

/** The centre of what a node shows, in the hall's axes. */
export function worldCentre(world: World, id: string): Vec3 {
  const { translation, rotation, scale } = worldTransform(world, id);
  const bounds = world.nodes.get(id)?.model?.bounds;
  if (!bounds) return translation;
  const centre = [0, 1, 2].map(
    (axis) => ((bounds.min[axis]! + bounds.max[axis]!) / 2) * scale[axis]!,
  ) as Vec3;
  return rotate(rotation, centre).map((v, axis) => v + translation[axis]!) as Vec3;
}
