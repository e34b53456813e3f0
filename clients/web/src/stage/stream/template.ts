/** One loaded file: parsed once, dressed once, placed as often as needed. */

import {
  type AnimationClip, type BufferGeometry, Group, InstancedMesh, Light, Line, type Material, Matrix4, Mesh,
  type Object3D, Points, SkinnedMesh,
} from 'three';
import type { GLTF, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import { clone as cloneSkinned } from 'three/addons/utils/SkeletonUtils.js';
import type { Model } from '../../world/scene';
import { type Manner, meshes, type Wardrobe } from '../materials/dress';
import { cutIntoChunks } from './chunks';
import { freeGeometry, freeTextures, gpuBytes, materialsOf } from './memory';
import { mergeKey, mergePieces, type Piece } from './merge';

interface VariantExtension {
  mappings?: { material: number; variants: number[] }[];
}

/** How one mesh is painted. */
export interface Slot {
  /** The glTF index of the mesh's own material, -1 for the default one. */
  index: number;
  original: Material;
  /** Variant number to material and its glTF index. */
  variants: Map<number, { material: Material; index: number }>;
}

/** Instanced pieces beyond this many vertices stay instanced. */
const MOST_UNROLLED = 20_000;

export class Template {
  readonly root: Object3D;
  readonly clips: AnimationClip[];
  readonly variantNames: string[];
  bytes = 0;
  /** For each mesh in the order of `meshes(root)`; a copy has the same order. */
  readonly slots: Slot[] = [];
  /** The same shapes joined by material, for when nothing is apart; null when that saves nothing. */
  rest: Group | null = null;
  readonly restSlots: Slot[] = [];
  private readonly sources = new Set<Material>();
  private readonly kinds = new Map<string, Material>();

  private constructor(gltf: GLTF, private readonly wardrobe: Wardrobe) {
    this.root = gltf.scene;
    this.clips = gltf.animations;
    const extension = (gltf.parser.json as { extensions?: Record<string, unknown> }).extensions;
    const variants = extension?.['KHR_materials_variants'] as { variants?: { name: string }[] } | undefined;
    this.variantNames = (variants?.variants ?? []).map(({ name }) => name);
  }

  /** Raises nothing of its own: what cannot be joined or dressed is drawn as the file says. */
  static async build(gltf: GLTF, role: Model['role'], wardrobe: Wardrobe): Promise<Template> {
    const template = new Template(gltf, wardrobe);
    const manner = role === 'exhibit' && !isOurs(gltf) ? 'upload' : role;
    if (role === 'exhibit') darken(gltf.scene);
    if (role !== 'exhibit') {
      for (const mesh of meshes(gltf.scene)) if (mesh instanceof InstancedMesh) cutIntoChunks(mesh);
    }
    for (const mesh of meshes(gltf.scene)) await template.addSlot(mesh, gltf.parser, manner);
    if (role === 'exhibit') template.joinAtRest();
    prepare(gltf.scene, role);
    if (template.rest) prepare(template.rest, role);
    template.bytes = gpuBytes(gltf.scene, template.sources) + (template.rest ? gpuBytes(template.rest, []) : 0);
    return template;
  }

  /** A placed copy; geometry and materials stay shared. */
  instance(): Object3D {
    const skinned = [...meshes(this.root)].some((mesh) => mesh instanceof SkinnedMesh);
    return skinned ? cloneSkinned(this.root) : this.root.clone(true);
  }

  /** The material of a slot under a variant, and its glTF index. */
  materialOf(slot: Slot, variant: string | null): { material: Material; index: number } {
    const number = variant === null ? -1 : this.variantNames.indexOf(variant);
    return slot.variants.get(number) ?? { material: slot.original, index: slot.index };
  }

  dispose(): void {
    freeGeometry(this.root);
    if (this.rest) freeGeometry(this.rest);
    freeTextures(this.sources);
    for (const source of this.sources) this.wardrobe.discard(source);
  }

  private async addSlot(mesh: Mesh, parser: GLTFParser, manner: Manner): Promise<void> {
    const source = materialsOf(mesh.material)[0]!;
    const index = parser.associations.get(source)?.materials ?? -1;
    const slot: Slot = { index, original: this.take(source, index, manner), variants: new Map() };
    const gltfExtensions = mesh.userData['gltfExtensions'] as Record<string, unknown> | undefined;
    const extension = gltfExtensions?.['KHR_materials_variants'] as VariantExtension | undefined;
    for (const { material, variants } of extension?.mappings ?? []) {
      mesh.material = (await parser.getDependency('material', material)) as Material;
      parser.assignFinalMaterial(mesh);
      const made = this.take(materialsOf(mesh.material)[0]!, material, manner);
      for (const variant of variants) slot.variants.set(variant, { material: made, index: material });
    }
    mesh.material = slot.original;
    this.slots.push(slot);
  }

  /** The loader copies a material for every way it is used; one of each kind is enough. */
  private take(source: Material, index: number, manner: Manner): Material {
    const { vertexColors, side } = source, flat = 'flatShading' in source && source.flatShading;
    const kind = index < 0 ? source.uuid : [index, vertexColors, flat, side].join(' ');
    const first = this.kinds.get(kind) ?? source;
    this.kinds.set(kind, first);
    this.sources.add(first);
    return this.wardrobe.dress(first, manner);
  }

  /** Build the joined twin from meshes that are painted alike under every variant. */
  private joinAtRest(): void {
    this.root.updateMatrixWorld(true);
    const groups = new Map<string, { slot: Slot; pieces: Piece[]; meshes: Mesh[] }>();
    let all = 0;
    for (const mesh of meshes(this.root)) {
      const slot = this.slots[all++]!;
      const key = joinKey(mesh, slot) ?? mesh.uuid;
      const group = groups.get(key) ?? { slot, pieces: [], meshes: [] };
      group.pieces.push(...piecesOf(mesh));
      group.meshes.push(mesh);
      groups.set(key, group);
    }
    if (groups.size === all || !canRest(this.root)) return;
    this.rest = new Group();
    for (const { slot, pieces, meshes: members } of groups.values()) {
      this.restSlots.push(slot);
      this.rest.add(members.length === 1 ? standIn(members[0]!) : new Mesh(mergePieces(pieces), slot.original));
    }
  }
}

function joinKey(mesh: Mesh, { original, index, variants }: Slot): string | null {
  const shape = mergeKey(mesh.geometry);
  const copies = mesh instanceof InstancedMesh ? mesh.count : 1;
  const tinted = mesh instanceof InstancedMesh && mesh.instanceColor !== null;
  if (!shape || tinted || mesh.geometry.getAttribute('position').count * copies > MOST_UNROLLED) return null;
  const painted = [...variants].map(([number, { material }]) => `${number}:${material.uuid}`);
  return [shape, original.uuid, index, ...painted].join(' ');
}

function piecesOf(mesh: Mesh): Piece[] {
  if (!(mesh instanceof InstancedMesh)) return [{ geometry: mesh.geometry, matrix: mesh.matrixWorld }];
  return Array.from({ length: mesh.count }, (_, at) => {
    const matrix = new Matrix4();
    mesh.getMatrixAt(at, matrix);
    return { geometry: mesh.geometry as BufferGeometry, matrix: matrix.premultiply(mesh.matrixWorld) };
  });
}

/** A mesh that could not be joined, placed flat below the twin; a skewed place stays skewed. */
function standIn(mesh: Mesh): Mesh {
  const copy = mesh.clone(false);
  copy.matrix.copy(mesh.matrixWorld);
  copy.matrixAutoUpdate = false;
  return copy;
}

/** Our own files name their materials by what we make of them; other people's names are just names. */
function isOurs({ parser }: GLTF): boolean {
  const { asset } = parser.json as { asset?: { generator?: unknown } };
  return asset?.generator === 'Lingjing';
}

/** A hall has its own light: lamps inside an exhibit stay in its tree and light nothing. */
function darken(root: Object3D): void {
  root.traverse((object) => {
    if (object instanceof Light) object.layers.disableAll();
  });
}

/** Only still solids rest: skins, lines and points are drawn from the file's own tree. */
function canRest(root: Object3D): boolean {
  let can = true;
  root.traverse((object) => {
    if (object instanceof SkinnedMesh || object instanceof Line || object instanceof Points) can = false;
  });
  return can;
}

/** Bounds for culling, shadows by role. */
function prepare(root: Object3D, role: Model['role']): void {
  for (const mesh of meshes(root)) {
    if (mesh instanceof InstancedMesh) mesh.computeBoundingSphere();
    else mesh.geometry.computeBoundingSphere();
    // Bones carry a surface away from the bounds it rests in.
    if (mesh instanceof SkinnedMesh) mesh.frustumCulled = false;
    const material = materialsOf(mesh.material)[0]!;
    // What is built has its shadows baked in; only what may be moved casts a live one.
    mesh.castShadow = role === 'exhibit' && !material.transparent;
    mesh.receiveShadow = !material.transparent && material.name !== 'water';
  }
}
