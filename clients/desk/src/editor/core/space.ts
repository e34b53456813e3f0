/** Where nodes stand in the hall, and what they must say to stand elsewhere. */

import { multiply, rotate, type Transform } from '@web/world/transform';

import type { Quat, SceneDoc, SceneNode, Vec3 } from './types';

export type { Transform } from '@web/world/transform';

const DEEPEST = 32;
const NOWHERE: Transform = { translation: [0, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] };

/** Apply `fn` to each axis of some vectors. */
export const eachAxis = (fn: (axis: 0 | 1 | 2) => number): Vec3 => [fn(0), fn(1), fn(2)];

export const ownTransform = ({ translation, rotation, scale }: Readonly<SceneNode>): Transform => ({
  translation: translation ?? NOWHERE.translation, rotation: rotation ?? NOWHERE.rotation, scale: scale ?? NOWHERE.scale,
});

/** A child's transform in the axes that its parent's is in. */
export function below(parent: Transform, child: Transform): Transform {
  const turned = rotate(parent.rotation, eachAxis((axis) => child.translation[axis] * parent.scale[axis]));
  return {
    translation: eachAxis((axis) => turned[axis] + parent.translation[axis]),
    rotation: multiply(parent.rotation, child.rotation),
    scale: eachAxis((axis) => child.scale[axis] * parent.scale[axis]),
  };
}

/** The transform in its parent's axes of what stands so in the hall; a parent of no size counts as 1. */
export function within(parent: Transform, world: Transform): Transform {
  const inverse = conjugate(parent.rotation);
  const size = eachAxis((axis) => parent.scale[axis] || 1);
  const moved = rotate(inverse, eachAxis((axis) => world.translation[axis] - parent.translation[axis]));
  return {
    translation: eachAxis((axis) => moved[axis] / size[axis]),
    rotation: multiply(inverse, world.rotation),
    scale: eachAxis((axis) => world.scale[axis] / size[axis]),
  };
}

const conjugate = ([x, y, z, w]: Quat): Quat => [-x, -y, -z, w];

/** A node's transform in the hall's axes. */
export function worldOf(doc: SceneDoc, id: string | null | undefined, depth = 0): Transform {
  const node = id ? doc.nodes[id] : undefined;
  if (!node || depth > DEEPEST) return NOWHERE;
  return node.parent ? below(worldOf(doc, node.parent, depth + 1), ownTransform(node)) : ownTransform(node);
}

/** Those of `ids` that are not below another of them, and exist. */
export function topmost(doc: SceneDoc, ids: readonly string[]): string[] {
  const chosen = new Set(ids);
  const isBelow = (id: string): boolean => {
    let at = doc.nodes[id]?.parent;
    for (let depth = 0; at && depth < DEEPEST; depth += 1) {
      if (chosen.has(at)) return true;
      at = doc.nodes[at]?.parent;
    }
    return false;
  };
  return [...chosen].filter((id) => doc.nodes[id] && !isBelow(id));
}

/** A unit quaternion again, as the server asks for it. */
export function normalised(rotation: Quat): Quat {
  const length = Math.hypot(...rotation) || 1;
  return rotation.map((value) => value / length) as Quat;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** A transform without the dust of arithmetic: a tenth of a millimetre, nine digits of a turn. */
export function tidy({ translation, rotation, scale }: Transform): Transform {
  return {
    translation: eachAxis((axis) => round(translation[axis], 4)),
    rotation: normalised(rotation).map((value) => round(value, 9)) as Quat,
    scale: eachAxis((axis) => round(scale[axis], 5)),
  };
}
