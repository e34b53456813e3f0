/** What a loaded model takes in GPU memory, and how it is given back. */

import {
  type BufferAttribute, type BufferGeometry, CompressedTexture, InstancedMesh, type InterleavedBufferAttribute,
  type Material, type Object3D, Texture,
} from 'three';
import { meshes } from '../materials/dress';

type AnyAttribute = BufferAttribute | InterleavedBufferAttribute;

function bufferOf(attribute: AnyAttribute): ArrayBufferView {
  return 'data' in attribute ? attribute.data.array : attribute.array;
}

function geometryBytes(geometry: BufferGeometry, seen: Set<ArrayBufferView>): number {
  let bytes = 0;
  const count = (attribute: AnyAttribute | null): void => {
    if (!attribute) return;
    const buffer = bufferOf(attribute);
    if (!seen.has(buffer)) bytes += buffer.byteLength;
    seen.add(buffer);
  };
  count(geometry.index);
  Object.values(geometry.attributes).forEach((attribute) => count(attribute as AnyAttribute));
  for (const targets of Object.values(geometry.morphAttributes)) targets?.forEach(count);
  return bytes;
}

/** The textures a material uses. */
export function texturesOf(material: Material): Texture[] {
  return Object.values(material).filter((value): value is Texture => value instanceof Texture);
}

/** What a texture takes: compressed ones as they are, others as eight bits a channel with mipmaps. */
function textureBytes(texture: Texture): number {
  if (texture instanceof CompressedTexture) {
    return texture.mipmaps.reduce((sum, { data }) => sum + (data as ArrayBufferView).byteLength, 0);
  }
  const { width = 0, height = 0 } = (texture.image ?? {}) as { width?: number; height?: number };
  return Math.round(width * height * 4 * 1.34);
}

export function materialsOf(material: Material | Material[]): Material[] {
  return Array.isArray(material) ? material : [material];
}

/** GPU bytes of everything below `root`, textures with mipmaps. */
export function gpuBytes(root: Object3D, materials: Iterable<Material>): number {
  const buffers = new Set<ArrayBufferView>();
  let bytes = 0;
  for (const mesh of meshes(root)) {
    bytes += geometryBytes(mesh.geometry, buffers);
    if (mesh instanceof InstancedMesh) bytes += mesh.instanceMatrix.array.byteLength;
  }
  const textures = new Set<Texture>();
  for (const material of materials) texturesOf(material).forEach((texture) => textures.add(texture));
  for (const texture of textures) bytes += textureBytes(texture);
  return bytes;
}

/** Free geometry; instance buffers belong to their meshes. */
export function freeGeometry(root: Object3D): void {
  for (const mesh of meshes(root)) {
    mesh.geometry.dispose();
    if (mesh instanceof InstancedMesh) mesh.dispose();
  }
}

/** Free textures and the bitmaps they were uploaded from. */
export function freeTextures(materials: Iterable<Material>): void {
  for (const material of materials) {
    for (const texture of texturesOf(material)) {
      const image: unknown = texture.image;
      texture.dispose();
      if (typeof ImageBitmap !== 'undefined' && image instanceof ImageBitmap) image.close();
    }
  }
}
