/** Bytes of a GLB become three objects: the only file that knows the loader. */

import { GLTFLoader, type GLTF } from 'three/addons/loaders/GLTFLoader.js';

/** A file asks for something this stage cannot read. */
export class UnreadableAsset extends Error {
  override readonly name = 'UnreadableAsset';
}

const READABLE = new Set([
  'EXT_mesh_gpu_instancing', 'EXT_meshopt_compression', 'KHR_meshopt_compression',
  'EXT_texture_webp', 'EXT_texture_avif', 'KHR_mesh_quantization', 'KHR_texture_transform',
  'KHR_materials_unlit', 'KHR_materials_variants', 'KHR_materials_emissive_strength',
  'KHR_lights_punctual',
]);

interface GlbHeader {
  extensionsUsed?: string[];
  extensionsRequired?: string[];
}

/** The JSON chunk's list of extensions (glTF 2.0, section 4.4). */
export function extensionsOf(glb: ArrayBuffer): { used: string[]; required: string[] } {
  const view = new DataView(glb);
  if (glb.byteLength < 20 || view.getUint32(0, true) !== 0x46546c67) {
    throw new UnreadableAsset('not a GLB container');
  }
  const json = new TextDecoder().decode(new Uint8Array(glb, 20, view.getUint32(12, true)));
  const header = JSON.parse(json) as GlbHeader;
  return { used: header.extensionsUsed ?? [], required: header.extensionsRequired ?? [] };
}

/** Parse a GLB; decoders that few files need are fetched when the first such file comes. */
export async function decodeGlb(glb: ArrayBuffer): Promise<GLTF> {
  const { used, required } = extensionsOf(glb);
  const missing = required.filter((name) => !READABLE.has(name) && !name.startsWith('KHR_materials_'));
  if (missing.length) throw new UnreadableAsset(`needs ${missing.join(', ')}`);
  const loader = new GLTFLoader();
  if (used.some((name) => name.endsWith('_meshopt_compression'))) {
    const { MeshoptDecoder } = await import('three/addons/libs/meshopt_decoder.module.js');
    loader.setMeshoptDecoder(MeshoptDecoder);
  }
  return loader.parseAsync(glb, '');
}
