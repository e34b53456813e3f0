/**
 * The triangles of a GLB, for a page that cannot draw it by WebGL.
 *
 * Reads what the park's coarse levels are made of: quantised positions, vertex colours, base
 * colour factors and GPU instancing. Textures, skins and compressed meshes are left out.
 */

import { rotate } from '../world/transform';
import type { Quat, Vec3 } from '../world/viewer';

/** Corners in metres, three by three by three, and one linear colour for each triangle. */
export interface Triangles {
  corners: Float32Array;
  colors: Float32Array;
}

interface Accessor {
  bufferView?: number;
  byteOffset?: number;
  componentType: number;
  count: number;
  normalized?: boolean;
  type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4';
}

interface Document {
  scene?: number;
  scenes: { nodes?: number[] }[];
  nodes: {
    children?: number[]; mesh?: number; translation?: Vec3; rotation?: Quat; scale?: Vec3; matrix?: number[];
    extensions?: { EXT_mesh_gpu_instancing?: { attributes: Record<string, number> } };
  }[];
  meshes: { primitives: { attributes: Record<string, number>; indices?: number; material?: number; mode?: number }[] }[];
  materials?: { pbrMetallicRoughness?: { baseColorFactor?: number[] } }[];
  accessors: Accessor[];
  bufferViews: { byteOffset?: number; byteStride?: number }[];
}

type Place = (point: Vec3) => Vec3;

const WIDTH = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 } as const;
const BYTES: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const TOP: Record<number, number> = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };
const JSON_CHUNK_AT = 20;

/** Read a GLB whole; throws when it is none. */
export function readTriangles(bytes: ArrayBuffer): Triangles {
  const view = new DataView(bytes);
  const length = view.getUint32(12, true);
  const text = new TextDecoder().decode(new Uint8Array(bytes, JSON_CHUNK_AT, length));
  const reader = new Reader(JSON.parse(text) as Document, view, JSON_CHUNK_AT + length + 8);
  return reader.read();
}

class Reader {
  private readonly corners: number[] = [];
  private readonly colors: number[] = [];

  constructor(
    private readonly document: Document, private readonly view: DataView, private readonly binary: number,
  ) {}

  read(): Triangles {
    const { scenes, scene } = this.document;
    for (const node of scenes[scene ?? 0]?.nodes ?? []) this.visit(node, (point) => point);
    return { corners: new Float32Array(this.corners), colors: new Float32Array(this.colors) };
  }

  private visit(index: number, parent: Place): void {
    const node = this.document.nodes[index]!;
    const own = node.matrix ? byMatrix(node.matrix) : byParts(node.translation, node.rotation, node.scale);
    const place: Place = (point) => parent(own(point));
    if (node.mesh !== undefined) {
      const instances = node.extensions?.EXT_mesh_gpu_instancing?.attributes;
      for (const copy of instances ? this.copies(instances) : [(point: Vec3) => point]) {
        this.addMesh(node.mesh, (point) => place(copy(point)));
      }
    }
    for (const child of node.children ?? []) this.visit(child, place);
  }

  private copies({ TRANSLATION, ROTATION, SCALE }: Record<string, number>): Place[] {
    const count = this.document.accessors[(TRANSLATION ?? ROTATION ?? SCALE)!]!.count;
    const at = <T>(accessor: number | undefined, i: number): T | undefined =>
      accessor === undefined ? undefined : (this.element(accessor, i) as T);
    return Array.from({ length: count }, (_, i) =>
      byParts(at<Vec3>(TRANSLATION, i), at<Quat>(ROTATION, i), at<Vec3>(SCALE, i)));
  }

  private addMesh(mesh: number, place: Place): void {
    for (const { attributes, indices, material, mode } of this.document.meshes[mesh]!.primitives) {
      const positions = attributes['POSITION'];
      if (positions === undefined || (mode ?? 4) !== 4) continue;
      const count = this.document.accessors[indices ?? positions]!.count;
      const tint = this.document.materials?.[material ?? -1]?.pbrMetallicRoughness?.baseColorFactor ?? [1, 1, 1];
      const baked = attributes['COLOR_0'];
      for (let i = 0; i + 2 < count; i += 3) {
        const first = indices === undefined ? i : this.element(indices, i)[0]!;
        for (let k = 0; k < 3; k++) {
          const vertex = indices === undefined ? i + k : this.element(indices, i + k)[0]!;
          this.corners.push(...place(this.element(positions, vertex) as Vec3));
        }
        const light = baked === undefined ? [1, 1, 1] : this.element(baked, first);
        for (let c = 0; c < 3; c++) this.colors.push(tint[c]! * light[c]!);
      }
    }
  }

  private element(accessor: number, index: number): number[] {
    const { bufferView, byteOffset, componentType, normalized, type } = this.document.accessors[accessor]!;
    const { byteOffset: start = 0, byteStride } = this.document.bufferViews[bufferView!]!;
    const [width, size] = [WIDTH[type], BYTES[componentType]!];
    const at = this.binary + start + (byteOffset ?? 0) + index * (byteStride ?? width * size);
    const scale = normalized ? 1 / TOP[componentType]! : 1;
    return Array.from({ length: width }, (_, i) => this.component(componentType, at + i * size) * scale);
  }

  private component(type: number, at: number): number {
    switch (type) {
      case 5120: return this.view.getInt8(at);
      case 5121: return this.view.getUint8(at);
      case 5122: return this.view.getInt16(at, true);
      case 5123: return this.view.getUint16(at, true);
      case 5125: return this.view.getUint32(at, true);
      default: return this.view.getFloat32(at, true);
    }
  }
}

function byParts(t: Vec3 = [0, 0, 0], r: Quat = [0, 0, 0, 1], s: Vec3 = [1, 1, 1]): Place {
  return ([x, y, z]) => {
    const turned = rotate(r, [x * s[0], y * s[1], z * s[2]]);
    return [turned[0] + t[0], turned[1] + t[1], turned[2] + t[2]];
  };
}

function byMatrix(m: number[]): Place {
  return ([x, y, z]) => [
    m[0]! * x + m[4]! * y + m[8]! * z + m[12]!,
    m[1]! * x + m[5]! * y + m[9]! * z + m[13]!,
    m[2]! * x + m[6]! * y + m[10]! * z + m[14]!,
  ];
}
