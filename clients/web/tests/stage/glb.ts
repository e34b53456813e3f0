/** GLB files of a few triangles, written for tests. */

type Json = Record<string, unknown>;

/** A GLB container (glTF 2.0, section 4.4) of a document and one binary chunk. */
export function container(json: Json, bin: Uint8Array): ArrayBuffer {
  const pad = (length: number): number => (4 - (length % 4)) % 4;
  const text = new TextEncoder().encode(JSON.stringify(json));
  const jsonLength = text.length + pad(text.length), binLength = bin.length + pad(bin.length);
  const file = new Uint8Array(12 + 8 + jsonLength + 8 + binLength);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, file.length, true);
  view.setUint32(12, jsonLength, true);
  view.setUint32(16, 0x4e4f534a, true);
  file.fill(0x20, 20, 20 + jsonLength);
  file.set(text, 20);
  view.setUint32(20 + jsonLength, binLength, true);
  view.setUint32(24 + jsonLength, 0x004e4942, true);
  file.set(bin, 28 + jsonLength);
  return file.buffer;
}

/** Numbers as accessors of one buffer. */
class Book {
  readonly accessors: Json[] = [];
  readonly views: Json[] = [];
  private readonly numbers: number[] = [];

  add(values: number[], type: 'SCALAR' | 'VEC3' | 'VEC4'): number {
    const size = { SCALAR: 1, VEC3: 3, VEC4: 4 }[type];
    this.views.push({ buffer: 0, byteOffset: this.numbers.length * 4, byteLength: values.length * 4 });
    this.accessors.push({
      bufferView: this.views.length - 1, componentType: 5126, count: values.length / size, type,
      ...(type === 'VEC3' ? { min: [-1, -1, -1], max: [1, 1, 1] } : {}),
      ...(type === 'SCALAR' ? { min: [Math.min(...values)], max: [Math.max(...values)] } : {}),
    });
    this.numbers.push(...values);
    return this.accessors.length - 1;
  }

  get bytes(): Uint8Array {
    return new Uint8Array(new Float32Array(this.numbers).buffer);
  }
}

/**
 * A machine: a base, a lid that lifts by a metre and a row of three bolts that moves half a metre
 * aside, all of one material that a variant replaces; the clip `spin` turns the lid in two seconds.
 */
export function machine(): ArrayBuffer {
  const book = new Book();
  const position = book.add([-1, 0, 0, 1, 0, 0, 0, 1, 0], 'VEC3');
  const normal = book.add([0, 0, 1, 0, 0, 1, 0, 0, 1], 'VEC3');
  const offsets = book.add([2, 0, 0, 4, 0, 0, 6, 0, 0], 'VEC3');
  const times = book.add([0, 2], 'SCALAR');
  const turns = book.add([0, 0, 0, 1, 0, 1, 0, 0], 'VEC4');
  const variants = { KHR_materials_variants: { mappings: [{ material: 1, variants: [0] }] } };
  const json = {
    asset: { version: '2.0' },
    extensionsUsed: ['KHR_materials_variants', 'EXT_mesh_gpu_instancing'],
    extensions: { KHR_materials_variants: { variants: [{ name: 'red' }] } },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [
      { name: 'root', children: [1, 2, 3] },
      { name: 'base', mesh: 0 },
      { name: 'lid', mesh: 0, translation: [0, 1, 0], extras: part('盖', [0, 1, 0]) },
      {
        name: 'bolts', mesh: 0, extras: part('螺栓', [0.5, 0, 0]),
        extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: offsets } } },
      },
    ],
    meshes: [{ primitives: [{ attributes: { POSITION: position, NORMAL: normal }, material: 0, extensions: variants }] }],
    materials: [
      { name: 'paint', pbrMetallicRoughness: { baseColorFactor: [1, 1, 1, 1], roughnessFactor: 0.4 } },
      { name: 'red', pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1], roughnessFactor: 0.4 } },
    ],
    animations: [{
      name: 'spin', samplers: [{ input: times, output: turns }],
      channels: [{ sampler: 0, target: { node: 2, path: 'rotation' } }],
    }],
    accessors: book.accessors, bufferViews: book.views, buffers: [{ byteLength: book.bytes.length }],
  };
  return container(json, book.bytes);
}

function part(zh: string, explode: [number, number, number]): Json {
  return { part: { name: { zh, en: zh }, explode } };
}
