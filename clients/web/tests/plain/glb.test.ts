import { expect, test } from 'vitest';

import { readTriangles } from '../../src/plain/glb';

/** A GLB of one triangle in quantised corners, put twice by instancing and lifted by its node. */
function glb(): ArrayBuffer {
  const corners = new Int16Array([0, 0, 0, 0, 32767, 0, 0, 0, 0, 32767, 0, 0]);
  const places = new Float32Array([0, 0, 0, 10, 0, 0]);
  const binary = new Uint8Array(corners.byteLength + places.byteLength);
  binary.set(new Uint8Array(corners.buffer));
  binary.set(new Uint8Array(places.buffer), corners.byteLength);
  const json = JSON.stringify({
    asset: { version: '2.0' }, scenes: [{ nodes: [0] }],
    nodes: [{
      mesh: 0, translation: [0, 2, 0], scale: [3, 3, 3],
      extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: 1 } } },
    }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorFactor: [0.5, 0.25, 0.125, 1] } }],
    accessors: [
      { bufferView: 0, componentType: 5122, count: 3, normalized: true, type: 'VEC3' },
      { bufferView: 1, componentType: 5126, count: 2, type: 'VEC3' },
    ],
    bufferViews: [{ byteLength: 24, byteStride: 8 }, { byteOffset: 24, byteLength: 24 }],
  });
  const head = json.padEnd(Math.ceil(json.length / 4) * 4);
  const bytes = new ArrayBuffer(12 + 8 + head.length + 8 + binary.length);
  const view = new DataView(bytes);
  [0x46546c67, 2, bytes.byteLength, head.length, 0x4e4f534a].forEach((value, i) => view.setUint32(i * 4, value, true));
  new Uint8Array(bytes, 20).set(new TextEncoder().encode(head));
  view.setUint32(20 + head.length, binary.length, true);
  view.setUint32(24 + head.length, 0x004e4942, true);
  new Uint8Array(bytes, 28 + head.length).set(binary);
  return bytes;
}

test('quantised, coloured, instanced and placed', () => {
  const { corners, colors } = readTriangles(glb());
  expect([...corners.slice(0, 9)].map(Math.round)).toEqual([0, 2, 0, 3, 2, 0, 0, 5, 0]);
  expect([...corners.slice(9, 12)].map(Math.round)).toEqual([30, 2, 0]);
  expect([...colors]).toEqual([0.5, 0.25, 0.125, 0.5, 0.25, 0.125]);
});

test('what is no GLB throws', () => {
  expect(() => readTriangles(new ArrayBuffer(40))).toThrow();
});
