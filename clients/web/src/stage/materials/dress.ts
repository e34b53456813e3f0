/**
 * Choose how a file's materials are drawn.
 *
 * Names are hints (`water`, `glass`, `foliage`); what is rough and not metal is drawn by the
 * cheap matte shader, so that a headset pays for physically based light only where it shows.
 */

import {
  type Material, Mesh, MeshLambertMaterial, MeshPhysicalMaterial, MeshStandardMaterial,
  type Texture,
} from 'three';
import type { Model } from '../../world/scene';
import type { Atmosphere } from '../sky/atmosphere';
import { balance } from './balance';
import { ClearMaterials, thin } from './clear';
import { makeFoliage } from './foliage';
import { createGlass } from './glass';
import { createGhost } from './ghost';
import { makeGround } from './ground';
import { polish } from './polish';
import { createWater } from './water';

const MATTE = 0.62;

/** What a model is in its hall; `upload`: somebody's own file, drawn as its materials say. */
export type Manner = Model['role'] | 'upload';

/** Everything that materials share within one stage. */
export class Wardrobe {
  private readonly dressed = new Map<Material, Material>();
  /** Physically based materials, which need the hall's reflections. */
  private readonly glossy = new Set<MeshStandardMaterial>();
  private readonly clear = new ClearMaterials();
  private reflections: Texture | null = null;
  private strength = 1;
  private ghostly: Material | null = null;

  constructor(private readonly atmosphere: Atmosphere, private readonly noise: Texture) {}

  /** The material to draw `source` with. */
  dress(source: Material, manner: Manner): Material {
    const known = this.dressed.get(source);
    if (known) return known;
    const made = manner === 'upload' ? this.keep(source) : this.choose(source, manner);
    this.dressed.set(source, made);
    if (made instanceof MeshStandardMaterial) this.shine(made);
    return made;
  }

  /** A copy of a dressed material that may be recoloured alone. */
  copy(material: Material): Material {
    const made = material.clone();
    made.onBeforeCompile = material.onBeforeCompile;
    made.customProgramCacheKey = material.customProgramCacheKey;
    if (made instanceof MeshStandardMaterial) this.shine(made);
    if (made instanceof MeshPhysicalMaterial) this.clear.addCopy(made, material);
    return made;
  }

  /** What stands aside while one part of an exhibit is looked at alone. */
  get ghost(): Material {
    return (this.ghostly ??= createGhost());
  }

  /** Let light through thick things for real, or as plain transparency. */
  setClear(real: boolean): void {
    this.clear.set(real);
  }

  /** Something glossy is drawn and has nothing to mirror yet. */
  get wantsReflections(): boolean {
    return this.reflections === null && this.glossy.size > 0;
  }

  /** Give all glossy materials a hall's reflections. */
  setReflections(texture: Texture | null, strength: number): void {
    this.reflections = texture;
    this.strength = strength;
    for (const material of this.glossy) this.shine(material);
  }

  /** Forget and free a source material and what was made of it. */
  discard(source: Material): void {
    const made = this.dressed.get(source);
    this.dressed.delete(source);
    if (made && made !== source) this.free(made);
    this.free(source);
  }

  free(material: Material): void {
    if (material instanceof MeshStandardMaterial) this.glossy.delete(material);
    if (material instanceof MeshPhysicalMaterial) this.clear.delete(material);
    material.dispose();
  }

  private shine(material: MeshStandardMaterial): void {
    this.glossy.add(material);
    if (Boolean(material.envMap) !== Boolean(this.reflections)) material.needsUpdate = true;
    material.envMap = this.reflections;
    material.envMapIntensity = this.strength;
  }

  /** Somebody's own material, as it is. */
  private keep(source: Material): Material {
    if (source instanceof MeshStandardMaterial) balance(source);
    if (source instanceof MeshPhysicalMaterial && source.transmission > 0) this.clear.add(source);
    return source;
  }

  private choose(source: Material, role: Model['role']): Material {
    if (!(source instanceof MeshStandardMaterial)) return source;
    if (source instanceof MeshPhysicalMaterial && source.transmission > 0) thin(source, source);
    const name = source.name.toLowerCase();
    if (name.startsWith('water')) return createWater(this.atmosphere, this.noise, source.color);
    if (name.startsWith('glass') && !source.map) {
      return createGlass(this.atmosphere, source);
    }
    const plain = source.metalness < 0.2 && !source.normalMap && !source.metalnessMap;
    if (!plain || (source.roughness < MATTE && role === 'exhibit')) return source;
    const matte = toMatte(source);
    if (/^(foliage|leaf|tree|grass)/.test(name)) makeFoliage(matte, this.atmosphere);
    else if (name.startsWith('ground')) makeGround(matte, this.noise);
    else if (role === 'architecture' && this.atmosphere.outdoor.value === 0) polish(matte, this.atmosphere);
    return matte;
  }
}

/** The matte twin of a physically based material. */
function toMatte(source: MeshStandardMaterial): MeshLambertMaterial {
  return new MeshLambertMaterial({
    name: source.name,
    color: source.color,
    map: source.map,
    emissive: source.emissive,
    emissiveMap: source.emissiveMap,
    emissiveIntensity: source.emissiveIntensity,
    aoMap: source.aoMap,
    aoMapIntensity: source.aoMapIntensity,
    opacity: source.opacity,
    transparent: source.transparent,
    depthWrite: source.depthWrite,
    alphaTest: source.alphaTest,
    side: source.side,
    vertexColors: source.vertexColors,
    flatShading: source.flatShading,
  });
}

/** Every mesh below `root`. */
export function* meshes(root: { traverse(fn: (object: unknown) => void): void }): Iterable<Mesh> {
  const found: Mesh[] = [];
  root.traverse((object) => {
    if (object instanceof Mesh) found.push(object as Mesh);
  });
  yield* found;
}
