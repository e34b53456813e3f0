/** Bytes of a GLB become three objects: the only file that knows the loader. */

import { Group } from 'three';
import { GLTFLoader, type GLTF } from 'three/addons/loaders/GLTFLoader.js';
import type { Decoders } from './decoders';

/** A file asks for something this stage cannot read, or is no glTF at all: trying again is in vain. */
export class UnreadableAsset extends Error {
  override readonly name = 'UnreadableAsset';
}

/** Extensions whose absence would change what is drawn, and which are drawn here. */
const READABLE = new Set([
  'EXT_mesh_gpu_instancing', 'EXT_meshopt_compression', 'KHR_meshopt_compression',
  'KHR_draco_mesh_compression', 'KHR_mesh_quantization',
  'EXT_texture_webp', 'EXT_texture_avif', 'KHR_texture_basisu', 'KHR_texture_transform',
  'EXT_materials_bump', 'KHR_lights_punctual', 'KHR_xmp_json_ld',
]);

const isReadable = (name: string): boolean => READABLE.has(name) || name.startsWith('KHR_materials_');

interface Document {
  extensionsUsed?: string[];
  extensionsRequired?: string[];
  images?: { mimeType?: string }[];
}

/** What a file needs to be read. */
export interface Needs {
  used: string[];
  required: string[];
  /** Some pictures are KTX2, whether or not the file says so by an extension. */
  ktx2: boolean;
}

/** Read from the JSON chunk (glTF 2.0, section 4.4); raises UnreadableAsset. */
export function needsOf(glb: ArrayBuffer): Needs {
  const view = new DataView(glb);
  if (glb.byteLength < 20 || view.getUint32(0, true) !== 0x46546c67) {
    throw new UnreadableAsset('not a GLB container');
  }
  const json = parseJson(new Uint8Array(glb, 20, Math.min(view.getUint32(12, true), glb.byteLength - 20)));
  const { extensionsUsed: used = [], extensionsRequired: required = [], images = [] } = json;
  const ktx2 = used.includes('KHR_texture_basisu') || images.some(({ mimeType }) => mimeType === 'image/ktx2');
  return { used, required, ktx2 };
}

function parseJson(bytes: Uint8Array): Document {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Document;
  } catch {
    throw new UnreadableAsset('its JSON is broken');
  }
}

/**
 * Parse a GLB. `decoders` read what is compressed; without them only plain files and those of
 * meshopt are read. Raises UnreadableAsset for a file that can never be read.
 */
export async function decodeGlb(glb: ArrayBuffer, decoders?: Decoders): Promise<GLTF> {
  const needs = needsOf(glb);
  const missing = needs.required.filter((name) => !isReadable(name));
  if (missing.length) throw new UnreadableAsset(`needs ${missing.join(', ')}`);
  const loader = new GLTFLoader();
  if (needs.used.some((name) => name.endsWith('_meshopt_compression'))) {
    const { MeshoptDecoder } = await import('three/addons/libs/meshopt_decoder.module.js');
    loader.setMeshoptDecoder(MeshoptDecoder);
  }
  await decoders?.equip(loader, needs);
  const gltf = await parse(loader, glb);
  // A file without scenes is valid, and shows nothing.
  gltf.scene ??= new Group();
  return gltf;
}

async function parse(loader: GLTFLoader, glb: ArrayBuffer): Promise<GLTF> {
  try {
    return await loader.parseAsync(glb, '');
  } catch (error) {
    throw new UnreadableAsset(error instanceof Error ? error.message : String(error));
  }
}
