/** Join meshes that never move apart into one geometry, so that they cost one draw call. */

import { BufferAttribute, BufferGeometry, type Matrix4, Matrix3, Vector3 } from 'three';

export interface Piece {
  geometry: BufferGeometry;
  /** Where it stands, in the space of the joined geometry. */
  matrix: Matrix4;
}

/** The attributes beside position, normal and tangent that are carried over. */
const CARRIED = ['uv', 'color'] as const;

/** What must be equal for geometries to be joined; null for one that cannot be. */
export function mergeKey(geometry: BufferGeometry): string | null {
  const { attributes, morphAttributes } = geometry;
  if (!attributes['position'] || !attributes['normal'] || Object.keys(morphAttributes).length) return null;
  const known = new Set(['position', 'normal', 'tangent', ...CARRIED]);
  if (Object.keys(attributes).some((name) => !known.has(name))) return null;
  const turned = attributes['tangent'] ? ' tangent' : '';
  return CARRIED.map((name) => `${name}${attributes[name]?.itemSize ?? 0}`).join(' ') + turned;
}

/** One geometry of all pieces; they must have equal merge keys. */
export function mergePieces(pieces: readonly Piece[]): BufferGeometry {
  const vertices = pieces.reduce((sum, { geometry }) => sum + geometry.getAttribute('position').count, 0);
  const position = new Float32Array(vertices * 3);
  const normal = new Int8Array(vertices * 4);
  const merged = new BufferGeometry();
  const index: number[] = [];
  let start = 0;
  for (const { geometry, matrix } of pieces) {
    writeShape(geometry, matrix, position, normal, start);
    writeIndex(geometry, index, start, matrix.determinant() < 0);
    start += geometry.getAttribute('position').count;
  }
  merged.setAttribute('position', new BufferAttribute(position, 3));
  merged.setAttribute('normal', new BufferAttribute(normal, 4, true));
  for (const name of CARRIED) carry(pieces, name, vertices, merged);
  if (pieces[0]!.geometry.attributes['tangent']) merged.setAttribute('tangent', tangents(pieces, vertices));
  merged.setIndex(index);
  return merged;
}

const at = new Vector3();
const turn = new Matrix3();

function writeShape(
  geometry: BufferGeometry, matrix: Matrix4, position: Float32Array, normal: Int8Array, start: number,
): void {
  const p = geometry.getAttribute('position'), n = geometry.getAttribute('normal');
  turn.getNormalMatrix(matrix);
  for (let i = 0; i < p.count; i++) {
    at.fromBufferAttribute(p, i).applyMatrix4(matrix).toArray(position, (start + i) * 3);
    at.fromBufferAttribute(n, i).applyNormalMatrix(turn);
    for (const [axis, value] of [at.x, at.y, at.z].entries()) {
      normal[(start + i) * 4 + axis] = Math.round(value * 127);
    }
  }
}

/** Tangents turn with the surface; in a mirrored piece the third axis points the other way. */
function tangents(pieces: readonly Piece[], vertices: number): BufferAttribute {
  const made = new BufferAttribute(new Int8Array(vertices * 4), 4, true);
  let write = 0;
  for (const { geometry, matrix } of pieces) {
    const source = geometry.getAttribute('tangent'), hand = matrix.determinant() < 0 ? -1 : 1;
    for (let i = 0; i < source.count; i++) {
      at.fromBufferAttribute(source, i).transformDirection(matrix);
      made.setXYZW(write++, at.x, at.y, at.z, source.getW(i) * hand);
    }
  }
  return made;
}

/** A mirrored piece keeps its faces outside by turning its triangles round. */
function writeIndex(geometry: BufferGeometry, index: number[], start: number, mirrored: boolean): void {
  const { index: own } = geometry, count = own?.count ?? geometry.getAttribute('position').count;
  for (let i = 0; i + 2 < count; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => start + (own ? own.getX(i + k) : i + k)) as [number, number, number];
    if (mirrored) index.push(a, c, b);
    else index.push(a, b, c);
  }
}

function carry(
  pieces: readonly Piece[], name: (typeof CARRIED)[number], vertices: number, merged: BufferGeometry,
): void {
  const size = pieces[0]!.geometry.attributes[name]?.itemSize;
  if (!size) return;
  const bytes = name === 'color';
  const array = bytes ? new Uint8Array(vertices * size) : new Float32Array(vertices * size);
  let write = 0;
  for (const { geometry } of pieces) {
    const source = geometry.getAttribute(name);
    for (let i = 0; i < source.count; i++) {
      for (let k = 0; k < size; k++) {
        const value = source.getComponent(i, k);
        array[write++] = bytes ? Math.round(Math.min(1, value) * 255) : value;
      }
    }
  }
  merged.setAttribute(name, new BufferAttribute(array, size, bytes));
}
