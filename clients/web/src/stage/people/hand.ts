/**
 * A hand that closes: one geometry with a second set of positions for the fist.
 *
 * The right hand: fingers towards -Z, thumb up, palm towards -X (WebXR's grip space). The left
 * hand is its mirror image.
 */

import { BufferAttribute, type BufferGeometry, Color } from 'three';
import { addEllipsoid, addLimb, emptySolid, type Solid, toGeometry } from './solid';

type Triple = [number, number, number];

const SKIN = new Color(0.80, 0.735, 0.66);
const FINGERS = [
  { y: 0.030, z: -0.040, bones: [0.034, 0.024, 0.020] },
  { y: 0.010, z: -0.044, bones: [0.038, 0.027, 0.021] },
  { y: -0.010, z: -0.041, bones: [0.035, 0.025, 0.020] },
  { y: -0.028, z: -0.034, bones: [0.028, 0.020, 0.017] },
];
const OPEN = [0.10, 0.14, 0.12];
const FIST = [1.35, 1.55, 1.1];
const SIDES = 7;

/** The hand's geometry; attribute `fist` holds positions of the closed hand. */
export function hand(side: 'left' | 'right'): BufferGeometry {
  const mirror = side === 'left' ? -1 : 1;
  const geometry = toGeometry(mirrored(posed(OPEN, 0), mirror));
  const fist = toGeometry(mirrored(posed(FIST, 1), mirror));
  geometry.setAttribute('fist', fist.getAttribute('position') as BufferAttribute);
  return geometry;
}

function posed(bends: readonly number[], curl: number): Solid {
  const solid = emptySolid();
  addEllipsoid(solid, [0.004, 0, 0.004], [0.021, 0.046, 0.052], 14, SKIN);
  addLimb(solid, [0.004, 0, 0.04], [0.006, 0, 0.085], 0.029, 0.027, 10, SKIN);
  for (const { y, z, bones } of FINGERS) addFinger(solid, [0.002, y, z], bones, bends);
  const inwards = 0.35 + curl * 0.5;
  const base: Triple = [-0.006, 0.036, 0.0];
  const joint: Triple = [base[0] - Math.sin(inwards) * 0.03, base[1] + 0.026 - curl * 0.012, base[2] - 0.026];
  const tip: Triple = [
    joint[0] - Math.sin(inwards + curl * 0.4) * 0.022, joint[1] + 0.012 - curl * 0.02,
    joint[2] - 0.022 + curl * 0.006,
  ];
  addLimb(solid, base, joint, 0.0135, 0.0115, SIDES, SKIN);
  addLimb(solid, joint, tip, 0.0115, 0.0095, SIDES, SKIN);
  return solid;
}

/** Bones that bend one after the other towards the palm, -X. */
function addFinger(solid: Solid, base: Triple, bones: readonly number[], bends: readonly number[]): void {
  let at = base, angle = 0;
  bones.forEach((length, bone) => {
    angle += bends[bone]!;
    const to: Triple = [at[0] - Math.sin(angle) * length, at[1], at[2] - Math.cos(angle) * length];
    addLimb(solid, at, to, 0.0112 - bone * 0.0012, 0.0102 - bone * 0.0012, SIDES, SKIN);
    at = to;
  });
}

function mirrored(solid: Solid, mirror: number): Solid {
  if (mirror > 0) return solid;
  for (let at = 0; at < solid.positions.length; at += 3) solid.positions[at]! *= -1;
  for (let at = 0; at < solid.indices.length; at += 3) {
    [solid.indices[at], solid.indices[at + 1]] = [solid.indices[at + 1]!, solid.indices[at]!];
  }
  return solid;
}
