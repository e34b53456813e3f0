/**
 * The figure everybody has: calm and rounded, like the people in an architect's model.
 *
 * Measures are metres of a person whose eyes are 1.62 m above the floor. It looks towards -Z.
 * White takes the person's colour.
 */

import { type BufferGeometry, Color } from 'three';
import { addEllipsoid, addLimb, addTurned, emptySolid, type Ring, toGeometry } from './solid';

/** Where the neck meets the shoulders: the body hangs below the head from here. */
export const NECK = 1.45;
export const EYES = 1.62;

const CLOTH = new Color(1, 1, 1);
const SHADE = new Color(0.62, 0.62, 0.64);
const FACE = new Color(0.80, 0.735, 0.66);
const HAIR = new Color(0.16, 0.135, 0.12);
const DARK = new Color(0.02, 0.024, 0.03);
const SHOE = new Color(0.10, 0.10, 0.11);

const TORSO: Ring[] = [
  { y: 0.80, x: 0.158, z: 0.118 },
  { y: 0.90, x: 0.164, z: 0.120 },
  { y: 1.02, x: 0.150, z: 0.108 },
  { y: 1.14, x: 0.166, z: 0.114 },
  { y: 1.27, x: 0.192, z: 0.122 },
  { y: 1.355, x: 0.198, z: 0.114, shift: 0.004 },
  { y: 1.41, x: 0.168, z: 0.092, shift: 0.008 },
  { y: 1.445, x: 0.098, z: 0.072, shift: 0.010 },
  { y: 1.462, x: 0.066, z: 0.060, shift: 0.010 },
];

function neck(solid: ReturnType<typeof emptySolid>, sides: number): void {
  addTurned(solid, [
    { y: 1.43, x: 0.056, z: 0.056, shift: 0.008 }, { y: 1.53, x: 0.052, z: 0.054, shift: 0.002 },
  ], sides, FACE);
}

function arms(solid: ReturnType<typeof emptySolid>, sides: number): void {
  for (const side of [-1, 1]) {
    addLimb(solid, [side * 0.205, 1.335, 0.005], [side * 0.252, 1.07, 0.02], 0.056, 0.046, sides, CLOTH);
    addLimb(solid, [side * 0.252, 1.07, 0.02], [side * 0.247, 0.86, -0.045], 0.045, 0.036, sides, CLOTH);
    addEllipsoid(solid, [side * 0.244, 0.795, -0.062], [0.030, 0.062, 0.038], sides, FACE);
  }
}

/** Torso, legs and shoes of somebody who stands; arms hang, or are left out for tracked hands. */
export function standing(withArms: boolean): BufferGeometry {
  const solid = emptySolid();
  addTurned(solid, TORSO, 20, CLOTH);
  neck(solid, 12);
  if (withArms) arms(solid, 9);
  for (const side of [-1, 1]) {
    addTurned(solid, [
      { y: 0.06, x: 0.050, z: 0.056 }, { y: 0.14, x: 0.052, z: 0.058 }, { y: 0.46, x: 0.066, z: 0.072 },
      { y: 0.72, x: 0.083, z: 0.090 }, { y: 0.86, x: 0.086, z: 0.100 },
    ], 12, SHADE, [side * 0.083, 0, 0.004]);
    addEllipsoid(solid, [side * 0.086, 0.045, -0.035], [0.052, 0.045, 0.115], 10, SHOE);
  }
  return toGeometry(solid);
}

/** The same of somebody who sits: hips at the seat, thighs forward. */
export function seated(withArms: boolean): BufferGeometry {
  const solid = emptySolid();
  addTurned(solid, TORSO, 20, CLOTH);
  neck(solid, 12);
  if (withArms) {
    for (const side of [-1, 1]) {
      addLimb(solid, [side * 0.205, 1.335, 0.005], [side * 0.24, 1.07, -0.01], 0.056, 0.046, 9, CLOTH);
      addLimb(solid, [side * 0.24, 1.07, -0.01], [side * 0.16, 0.985, -0.24], 0.045, 0.036, 9, CLOTH);
      addEllipsoid(solid, [side * 0.145, 0.975, -0.30], [0.036, 0.028, 0.062], 9, FACE);
    }
  }
  for (const side of [-1, 1]) {
    addLimb(solid, [side * 0.085, 0.87, -0.02], [side * 0.1, 0.87, -0.42], 0.086, 0.072, 12, SHADE);
    addLimb(solid, [side * 0.1, 0.86, -0.43], [side * 0.1, 0.46, -0.42], 0.068, 0.05, 12, SHADE);
    addEllipsoid(solid, [side * 0.1, 0.41, -0.465], [0.052, 0.045, 0.115], 10, SHOE);
  }
  return toGeometry(solid);
}

/** Face and hair; the origin is between the eyes. */
export function head(): BufferGeometry {
  const solid = emptySolid();
  addEllipsoid(solid, [0, 0.012, 0.075], [0.098, 0.128, 0.112], 24, FACE);
  addEllipsoid(solid, [0, -0.068, 0.052], [0.068, 0.062, 0.084], 16, FACE);
  addEllipsoid(solid, [0, 0.052, 0.094], [0.107, 0.104, 0.111], 24, HAIR);
  for (const side of [-1, 1]) addEllipsoid(solid, [side * 0.099, -0.006, 0.085], [0.014, 0.030, 0.020], 8, FACE);
  return toGeometry(solid);
}

/** A band of dark glass before the eyes, which says where somebody looks. */
export function visor(): BufferGeometry {
  return bentBand({ width: 0.094, top: 0.030, bottom: -0.026, depth: 0.116, out: 0.0055, center: 0.075 });
}

/** A headset over the eyes, with its strap. */
export function headset(): BufferGeometry {
  const solid = emptySolid();
  addTurned(solid, [
    { y: -0.052, x: 0.084, z: 0.032 }, { y: -0.044, x: 0.092, z: 0.042 }, { y: 0.030, x: 0.093, z: 0.043 },
    { y: 0.042, x: 0.086, z: 0.034 },
  ], 20, new Color(0.78, 0.78, 0.79), [0, 0, -0.038]);
  addTurned(solid, [
    { y: 0.000, x: 0.110, z: 0.120 }, { y: 0.034, x: 0.110, z: 0.120 },
  ], 24, new Color(0.2, 0.2, 0.22), [0, 0.004, 0.078]);
  addEllipsoid(solid, [0, -0.006, -0.074], [0.078, 0.034, 0.008], 16, DARK);
  return toGeometry(solid);
}

/** Body and head together, coarse: for those far away. */
export function distant(): BufferGeometry {
  const solid = emptySolid();
  addTurned(solid, TORSO.filter((_, at) => at % 2 === 0), 8, CLOTH);
  addTurned(solid, [{ y: 0, x: 0.11, z: 0.09 }, { y: 0.82, x: 0.155, z: 0.11 }], 8, SHADE);
  addEllipsoid(solid, [0, EYES + 0.012, 0.065], [0.1, 0.135, 0.112], 8, HAIR);
  addEllipsoid(solid, [0, EYES - 0.03, 0.03], [0.082, 0.105, 0.1], 8, FACE);
  return toGeometry(solid);
}

interface Band {
  width: number; top: number; bottom: number; depth: number; out: number; center: number;
}

/** A curved strip that follows an elliptical face, a little in front of it. */
function bentBand({ width, top, bottom, depth, out, center }: Band): BufferGeometry {
  const solid = emptySolid();
  const steps = 18, span = 1.12;
  for (let step = 0; step <= steps; step++) {
    const angle = (step / steps - 0.5) * 2 * span;
    const soft = 1 - Math.pow(Math.abs(step / steps - 0.5) * 2, 5) * 0.6;
    for (const [y, extra] of [[bottom * soft, 0], [bottom * 0.6 * soft, out], [top * 0.6 * soft, out], [top * soft, 0]] as const) {
      solid.positions.push(Math.sin(angle) * (width + 0.006 + extra), y, center - Math.cos(angle) * (depth + extra));
      solid.colors.push(DARK.r, DARK.g, DARK.b);
    }
    if (step === steps) break;
    for (let row = 0; row < 3; row++) {
      const a = step * 4 + row;
      solid.indices.push(a, a + 1, a + 4, a + 1, a + 5, a + 4);
    }
  }
  return toGeometry(solid);
}
