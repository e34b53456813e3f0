/** One loaded file: parsed once, dressed once, placed as often as needed. */

import { type AnimationClip, InstancedMesh, type Material, Mesh, type Object3D, SkinnedMesh } from 'three';
import type { GLTF, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import { clone as cloneSkinned } from 'three/addons/utils/SkeletonUtils.js';
import type { Model } from '../../world/scene';
import { meshes, type Wardrobe } from '../materials/dress';
import { cutIntoChunks } from './chunks';
import { freeGeometry, freeTextures, gpuBytes, materialsOf } from './memory';

interface VariantExtension {
  mappings?: { material: number; variants: number[] }[];
}

interface Slot {
  /** The glTF index of the mesh's own material, -1 for the default one. */
  index: number;
  original: Material;
  /** Variant number to material and its glTF index. */
  variants: Map<number, { material: Material; index: number }>;
}

export class Template {
  readonly root: Object3D;
  readonly clips: AnimationClip[];
  readonly variantNames: string[];
  bytes = 0;
  /** Meshes in the order of `meshes(root)`; a copy has the same order. */
  private readonly slots: Slot[] = [];
  private readonly sources = new Set<Material>();

  private constructor(gltf: GLTF, private readonly wardrobe: Wardrobe) {
    this.root = gltf.scene;
    this.clips = gltf.animations;
    const extension = (gltf.parser.json as { extensions?: Record<string, unknown> }).extensions;
    const variants = extension?.['KHR_materials_variants'] as { variants?: { name: string }[] } | undefined;
    this.variantNames = (variants?.variants ?? []).map(({ name }) => name);
  }

  static async build(gltf: GLTF, role: Model['role'], wardrobe: Wardrobe): Promise<Template> {
    const template = new Template(gltf, wardrobe);
    if (role !== 'exhibit') {
      for (const mesh of meshes(gltf.scene)) if (mesh instanceof InstancedMesh) cutIntoChunks(mesh);
    }
    for (const mesh of meshes(gltf.scene)) await template.addSlot(mesh, gltf.parser, role);
    template.bytes = gpuBytes(gltf.scene, template.sources);
    prepare(gltf.scene, role);
    return template;
  }

  /** A placed copy; geometry and materials stay shared. */
  instance(): Object3D {
    const skinned = [...meshes(this.root)].some((mesh) => mesh instanceof SkinnedMesh);
    return skinned ? cloneSkinned(this.root) : this.root.clone(true);
  }

  /** The material of mesh number `at` under a variant, and its glTF index. */
  materialOf(at: number, variant: string | null): { material: Material; index: number } {
    const slot = this.slots[at]!;
    const number = variant === null ? -1 : this.variantNames.indexOf(variant);
    return slot.variants.get(number) ?? { material: slot.original, index: slot.index };
  }

  dispose(): void {
    freeGeometry(this.root);
    freeTextures(this.sources);
    for (const source of this.sources) this.wardrobe.discard(source);
  }

  private async addSlot(mesh: Mesh, parser: GLTFParser, role: Model['role']): Promise<void> {
    const source = materialsOf(mesh.material)[0]!;
    const index = parser.associations.get(source)?.materials ?? -1;
    const slot: Slot = { index, original: this.take(source, role), variants: new Map() };
    const gltfExtensions = mesh.userData['gltfExtensions'] as Record<string, unknown> | undefined;
    const extension = gltfExtensions?.['KHR_materials_variants'] as VariantExtension | undefined;
    for (const { material, variants } of extension?.mappings ?? []) {
      mesh.material = (await parser.getDependency('material', material)) as Material;
      parser.assignFinalMaterial(mesh);
      const made = this.take(materialsOf(mesh.material)[0]!, role);
      for (const variant of variants) slot.variants.set(variant, { material: made, index: material });
    }
    mesh.material = slot.original;
    this.slots.push(slot);
  }

  private take(source: Material, role: Model['role']): Material {
    this.sources.add(source);
    return this.wardrobe.dress(source, role);
  }
}

/** Bounds for culling, shadows by role; nothing of a file moves unless something moves it. */
function prepare(root: Object3D, role: Model['role']): void {
  for (const mesh of meshes(root)) {
    if (mesh instanceof InstancedMesh) mesh.computeBoundingSphere();
    else mesh.geometry.computeBoundingSphere();
    const material = materialsOf(mesh.material)[0]!;
    // What is built has its shadows baked in; only what may be moved casts a live one.
    mesh.castShadow = role === 'exhibit' && !material.transparent;
    mesh.receiveShadow = !material.transparent && material.name !== 'water';
  }
}
