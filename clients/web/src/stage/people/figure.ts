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
const TROUSERS = new Color(0.105, 0.108, 0.118);
const FACE = new Color(0.78, 0.655, 0.555);
const HAIR = new Color(0.10, 0.082, 0.072);
const SHOE = new Color(0.32, 0.30, 0.28);
const DARK = new Color(0.02, 0.024, 0.03);
const COLLAR = new Color(0.72, 0.71, 0.69);

/** A jacket from the hem up. */
const TORSO: Ring[] = [
  { y: 0.700, x: 0.160, z: 0.116 },
  { y: 0.708, x: 0.172, z: 0.126 },
  { y: 0.82, x: 0.168, z: 0.122 },
  { y: 0.96, x: 0.152, z: 0.108 },
  { y: 1.06, x: 0.150, z: 0.106 },
  { y: 1.18, x: 0.168, z: 0.114 },
  { y: 1.28, x: 0.182, z: 0.116 },
  { y: 1.345, x: 0.184, z: 0.108, shift: 0.004 },
  { y: 1.39, x: 0.160, z: 0.092, shift: 0.008 },
  { y: 1.425, x: 0.112, z: 0.074, shift: 0.010 },
  { y: 1.445, x: 0.074, z: 0.064, shift: 0.010 },
];

function neck(solid: ReturnType<typeof emptySolid>, sides: number): void {
  addTurned(solid, [
    { y: 1.42, x: 0.070, z: 0.066, shift: 0.010 }, { y: 1.466, x: 0.062, z: 0.062, shift: 0.006 },
  ], sides, COLLAR);
  addTurned(solid, [
    { y: 1.43, x: 0.052, z: 0.054, shift: 0.008 }, { y: 1.54, x: 0.048, z: 0.052, shift: 0.000 },
  ], sides, FACE);
}

function arms(solid: ReturnType<typeof emptySolid>, sides: number): void {
  for (const side of [-1, 1]) {
    addLimb(solid, [side * 0.176, 1.325, 0.006], [side * 0.222, 1.06, 0.022], 0.058, 0.046, sides, CLOTH);
    addLimb(solid, [side * 0.222, 1.06, 0.022], [side * 0.226, 0.845, -0.03], 0.046, 0.037, sides, CLOTH);
    addEllipsoid(solid, [side * 0.226, 0.765, -0.046], [0.026, 0.060, 0.036], sides, FACE);
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
      { y: 0.055, x: 0.050, z: 0.056 }, { y: 0.14, x: 0.053, z: 0.059 }, { y: 0.46, x: 0.062, z: 0.070 },
      { y: 0.70, x: 0.077, z: 0.086 }, { y: 0.77, x: 0.070, z: 0.078 },
    ], 12, TROUSERS, [side * 0.079, 0, 0.004]);
    addEllipsoid(solid, [side * 0.082, 0.04, -0.035], [0.046, 0.042, 0.108], 10, SHOE);
  }
  return toGeometry(solid);
}

/** The same of somebody who sits: hips at the seat, thighs forward. */
export function seated(withArms: boolean): BufferGeometry {
  const solid = emptySolid();
  addTurned(solid, TORSO.slice(2), 20, CLOTH);
  neck(solid, 12);
  if (withArms) {
    for (const side of [-1, 1]) {
      addLimb(solid, [side * 0.176, 1.325, 0.006], [side * 0.22, 1.07, -0.01], 0.056, 0.046, 9, CLOTH);
      addLimb(solid, [side * 0.22, 1.07, -0.01], [side * 0.16, 0.985, -0.24], 0.045, 0.036, 9, CLOTH);
      addEllipsoid(solid, [side * 0.145, 0.975, -0.30], [0.036, 0.028, 0.062], 9, FACE);
    }
  }
  for (const side of [-1, 1]) {
    addLimb(solid, [side * 0.085, 0.87, -0.02], [side * 0.1, 0.87, -0.42], 0.082, 0.070, 12, TROUSERS);
    addLimb(solid, [side * 0.1, 0.86, -0.43], [side * 0.1, 0.46, -0.42], 0.066, 0.05, 12, TROUSERS);
    addEllipsoid(solid, [side * 0.1, 0.41, -0.465], [0.052, 0.045, 0.115], 10, SHOE);
  }
  return toGeometry(solid);
}

/** Face and hair; the origin is between the eyes. */
export function head(): BufferGeometry {
  const solid = emptySolid();
  addEllipsoid(solid, [0, 0.012, 0.075], [0.098, 0.128, 0.112], 20, FACE);
  addEllipsoid(solid, [0, -0.062, 0.064], [0.070, 0.062, 0.086], 12, FACE);
  addEllipsoid(solid, [0, 0.052, 0.094], [0.107, 0.104, 0.111], 20, HAIR);
  for (const side of [-1, 1]) addEllipsoid(solid, [side * 0.099, -0.006, 0.085], [0.014, 0.030, 0.020], 8, FACE);
  return toGeometry(solid);
}

/** Two calm eyes, which say where somebody looks. */
export function eyes(): BufferGeometry {
  const solid = emptySolid();
  for (const side of [-1, 1]) addEllipsoid(solid, [side * 0.036, -0.002, -0.0275], [0.0105, 0.0165, 0.0065], 10, DARK);
  return toGeometry(solid);
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
  addTurned(solid, TORSO.filter((_, at) => at % 2 === 0), 10, CLOTH);
  for (const side of [-1, 1]) {
    addTurned(solid, [
      { y: 0.72, x: 0.03, z: 0.036, shift: -0.04 }, { y: 0.86, x: 0.042, z: 0.044, shift: -0.025 },
      { y: 1.08, x: 0.046, z: 0.05, shift: 0.02 }, { y: 1.36, x: 0.046, z: 0.056 },
    ], 6, CLOTH, [side * 0.214, 0, 0]);
  }
  addTurned(solid, [{ y: 0, x: 0.12, z: 0.09 }, { y: 0.82, x: 0.15, z: 0.11 }], 8, TROUSERS);
  addEllipsoid(solid, [0, EYES + 0.012, 0.065], [0.1, 0.135, 0.112], 8, HAIR);
  addEllipsoid(solid, [0, EYES - 0.03, 0.03], [0.082, 0.105, 0.1], 8, FACE);
  return toGeometry(solid);
}
