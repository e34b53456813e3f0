/** Small solids with vertex colours, joined into one geometry. */

import { BufferAttribute, BufferGeometry, type Color } from 'three';

type Triple = [number, number, number];

export interface Solid {
  positions: number[];
  colors: number[];
  /** For each vertex, 1 where a person's own colour shows. */
  tints: number[];
  indices: number[];
}

export function emptySolid(): Solid {
  return { positions: [], colors: [], tints: [], indices: [] };
}

/** A ring of a turned solid: height, half width, half depth, and how far it is moved in z. */
export interface Ring {
  y: number;
  x: number;
  z: number;
  shift?: number;
}

/** Add a turned solid with elliptical rings, closed at both ends, coloured all over. */
export function addTurned(
  solid: Solid, rings: readonly Ring[], sides: number, color: Color, at: Triple = [0, 0, 0],
): void {
  const start = solid.positions.length / 3;
  for (const { y, x, z, shift = 0 } of rings) {
    for (let side = 0; side < sides; side++) {
      const angle = (side / sides) * Math.PI * 2;
      push(solid, at[0] + Math.sin(angle) * x, at[1] + y, at[2] + Math.cos(angle) * z + shift, color);
    }
  }
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let side = 0; side < sides; side++) {
      const a = start + ring * sides + side, b = start + ring * sides + ((side + 1) % sides);
      solid.indices.push(a, b, a + sides, b, b + sides, a + sides);
    }
  }
  cap(solid, start, rings[0]!, sides, color, at, false);
  cap(solid, start + (rings.length - 1) * sides, rings.at(-1)!, sides, color, at, true);
}

function cap(
  solid: Solid, first: number, ring: Ring, sides: number, color: Color, at: Triple, top: boolean,
): void {
  const middle = solid.positions.length / 3;
  push(solid, at[0], at[1] + ring.y, at[2] + (ring.shift ?? 0), color);
  for (let side = 0; side < sides; side++) {
    const a = first + side, b = first + ((side + 1) % sides);
    solid.indices.push(...(top ? [a, b, middle] : [b, a, middle]));
  }
}

/** Add an ellipsoid. */
export function addEllipsoid(
  solid: Solid, at: [number, number, number], radii: [number, number, number], sides: number, color: Color,
): void {
  const rings: Ring[] = [];
  const steps = Math.max(4, Math.round(sides / 2));
  for (let step = 0; step <= steps; step++) {
    const angle = (step / steps) * Math.PI;
    const r = Math.max(1e-4, Math.sin(angle));
    rings.push({ y: -Math.cos(angle) * radii[1], x: r * radii[0], z: r * radii[2] });
  }
  addTurned(solid, rings, sides, color, at);
}

/** Add a round limb between two points, thinner or thicker at its end. */
export function addLimb(
  solid: Solid, from: [number, number, number], to: [number, number, number],
  thick: number, thin: number, sides: number, color: Color,
): void {
  const start = solid.positions.length / 3;
  const [ax, ay, az] = from;
  const d: [number, number, number] = [to[0] - ax, to[1] - ay, to[2] - az];
  const length = Math.hypot(...d) || 1;
  const w: [number, number, number] = [d[0] / length, d[1] / length, d[2] / length];
  const helper: [number, number, number] = Math.abs(w[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  const u = normalize(cross(helper, w)), v = cross(w, u);
  // Rounded ends: three rings of a half ball at each.
  const profile: [number, number][] = [
    [-thick * 0.98, thick * 0.2], [-thick * 0.7, thick * 0.72], [0, thick],
    [length, thin], [length + thin * 0.7, thin * 0.72], [length + thin * 0.98, thin * 0.2],
  ];
  for (const [along, radius] of profile) {
    for (let side = 0; side < sides; side++) {
      const angle = (side / sides) * Math.PI * 2, c = Math.cos(angle) * radius, s = Math.sin(angle) * radius;
      push(solid, ax + w[0] * along + u[0] * c + v[0] * s, ay + w[1] * along + u[1] * c + v[1] * s,
        az + w[2] * along + u[2] * c + v[2] * s, color);
    }
  }
  for (let ring = 0; ring + 1 < profile.length; ring++) {
    for (let side = 0; side < sides; side++) {
      const a = start + ring * sides + side, b = start + ring * sides + ((side + 1) % sides);
      solid.indices.push(a, b, a + sides, b, b + sides, a + sides);
    }
  }
}

/** The solid as an indexed geometry with smooth normals. */
export function toGeometry({ positions, colors, tints, indices }: Solid): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  geometry.setAttribute('tint', new BufferAttribute(new Float32Array(tints), 1));
  geometry.setIndex(indices);
  geometry.computeVertexNormals();
  return geometry;
}

/** White stands for a person's own colour. */
function push(solid: Solid, x: number, y: number, z: number, { r, g, b }: Color): void {
  solid.positions.push(x, y, z);
  solid.colors.push(r, g, b);
  solid.tints.push(r === 1 && g === 1 && b === 1 ? 1 : 0);
}

const cross = (a: Triple, b: Triple): Triple =>
  [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const normalize = (a: Triple): Triple => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};
