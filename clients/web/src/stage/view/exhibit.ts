/** One placed copy of a model: its parts, its clip, its variant, its colours. */

import {
  AnimationMixer, Box3, Color, Group, InstancedMesh, type Material, Mesh, MeshLambertMaterial, MeshStandardMaterial,
  type Object3D, Vector3,
} from 'three';
import type { Localised, Playback } from '../../world/scene';
import { meshes, type Wardrobe } from '../materials/dress';
import type { Slot, Template } from '../stream/template';

/** `extras.part` of a node inside an exhibit's file. */
interface PartExtras {
  name?: Localised;
  explode?: [number, number, number];
}

export interface PlacedPart {
  name: Localised;
  object: Object3D;
  /** Stands between the part and its parent and carries the displacement, so that clips stay free. */
  offset: Group;
  explode: Vector3;
}

interface MaterialOverride {
  pbrMetallicRoughness?: {
    baseColorFactor?: number[]; metallicFactor?: number; roughnessFactor?: number;
  };
  emissiveFactor?: number[];
}

export class Placed {
  readonly parts: PlacedPart[] = [];
  /** Every mesh of the parts, for picking; drawn while something is apart. */
  readonly meshes: Mesh[];
  private readonly rest: Object3D | null;
  private readonly restMeshes: Mesh[];
  private readonly mixer: AnimationMixer | null;
  private clip = '';
  private variant: string | null = null;
  /** The part that is looked at alone, or null. */
  private alone: number | null = null;
  private apart = false;
  /** What stands aside, and whether it casts a shadow otherwise. */
  private readonly ghosts = new Map<Mesh, boolean>();
  private readonly own = new Map<string, Material>();
  private readonly overrides = new Map<number, MaterialOverride>();

  constructor(
    readonly object: Object3D, readonly template: Template, private readonly wardrobe: Wardrobe,
  ) {
    this.meshes = [...meshes(object)];
    this.rest = template.rest?.clone(true) ?? null;
    this.restMeshes = this.rest ? [...meshes(this.rest)] : [];
    this.mixer = template.clips.length ? new AnimationMixer(object) : null;
    this.takeParts();
    this.setApart(false);
  }

  /** Hang it below a node. */
  hang(parent: Object3D): void {
    parent.add(this.object);
    if (this.rest) parent.add(this.rest);
  }

  /** Draw part by part, or joined while nothing moves. */
  setApart(apart: boolean): void {
    this.apart = apart;
    if (!this.rest) return;
    const whole = !apart && this.alone === null;
    this.object.visible = !whole;
    this.rest.visible = whole;
  }

  /** Show one part as it is and everything else as ghosts; null shows all. */
  isolate(part: number | null): void {
    this.alone = part !== null && this.parts[part] ? part : null;
    this.setApart(this.apart);
    this.paint();
  }

  /** The meshes that a ray may meet: ghosts let it pass. */
  get solid(): Mesh[] {
    return this.alone === null ? this.meshes : this.meshes.filter((mesh) => this.isWithin(mesh, this.alone!));
  }

  /** Displace the parts: 0 together, 1 apart. */
  explode(amount: number): void {
    for (const { offset, explode } of this.parts) offset.position.copy(explode).multiplyScalar(amount);
  }

  /** Bring the clip to where it stands at server time `now`; true while it runs. */
  play(playback: Playback | null, now: number): boolean {
    if (!this.mixer) return false;
    if ((playback?.clip ?? '') !== this.clip) this.start(playback?.clip ?? '');
    if (!playback || !this.clip) return false;
    const { at = 0, since = 0, speed = 1 } = playback;
    const run = playback.playing ? (now - since) * speed : 0;
    this.mixer.setTime(Math.max(0, at + run));
    return playback.playing;
  }

  setVariant(variant: string | null): void {
    this.variant = variant;
    this.paint();
  }

  /** Override properties of the file's material number `index`; undefined takes it back. */
  setOverrides(overrides: Readonly<Record<string, unknown>>): void {
    this.overrides.clear();
    for (const [index, value] of Object.entries(overrides)) {
      if (typeof value === 'object' && value) this.overrides.set(Number(index), value);
    }
    this.paint();
  }

  /** The part that an object inside belongs to, or -1. */
  partOf(object: Object3D | null): number {
    for (let at = object; at && at !== this.object; at = at.parent) {
      const found = this.parts.findIndex((part) => part.object === at);
      if (found >= 0) return found;
    }
    return -1;
  }

  /** The meshes of one part, or of all as they are drawn now. */
  meshesOf(part: number | null): Mesh[] {
    if (part === null) return this.rest?.visible ? this.restMeshes : this.meshes;
    return this.meshes.filter((mesh) => this.partOf(mesh) === part);
  }

  dispose(): void {
    this.mixer?.stopAllAction();
    this.mixer?.uncacheRoot(this.object);
    for (const material of this.own.values()) this.wardrobe.free(material);
    for (const mesh of [...this.meshes, ...this.restMeshes]) if (mesh instanceof InstancedMesh) mesh.dispose();
    this.object.removeFromParent();
    this.rest?.removeFromParent();
  }

  private takeParts(): void {
    const found: { object: Object3D; extras: PartExtras }[] = [];
    this.object.traverse((object) => {
      const extras = object.userData['part'] as PartExtras | undefined;
      if (extras?.explode) found.push({ object, extras });
    });
    for (const { object, extras } of found) {
      const offset = new Group();
      object.parent?.add(offset);
      offset.add(object);
      const name = extras.name ?? { zh: object.name, en: object.name };
      this.parts.push({ name, object, offset, explode: new Vector3(...extras.explode!) });
    }
  }

  private start(name: string): void {
    this.mixer!.stopAllAction();
    const clip = this.template.clips.find((one) => one.name === name);
    this.clip = clip ? name : '';
    if (clip) this.mixer!.clipAction(clip).play();
  }

  private paint(): void {
    const { slots, restSlots } = this.template;
    this.meshes.forEach((mesh, at) => this.paintOne(mesh, slots[at]!));
    this.restMeshes.forEach((mesh, at) => this.paintOne(mesh, restSlots[at]!));
  }

  private isWithin(mesh: Mesh, part: number): boolean {
    const { object } = this.parts[part]!;
    for (let at: Object3D | null = mesh; at; at = at.parent) if (at === object) return true;
    return false;
  }

  /** Make a ghost of a mesh, which casts no shadow, or let it be what it was. */
  private fade(mesh: Mesh, aside: boolean): void {
    if (aside) {
      this.ghosts.set(mesh, mesh.castShadow);
      mesh.material = this.wardrobe.ghost;
      mesh.castShadow = false;
    } else {
      mesh.castShadow = this.ghosts.get(mesh)!;
      this.ghosts.delete(mesh);
    }
  }

  private paintOne(mesh: Mesh, slot: Slot): void {
    const aside = this.alone !== null && !this.isWithin(mesh, this.alone);
    if (aside !== this.ghosts.has(mesh)) this.fade(mesh, aside);
    if (aside) return;
    const { material, index } = this.template.materialOf(slot, this.variant);
    const override = this.overrides.get(index);
    mesh.material = override ? this.recoloured(material, index, override) : material;
  }

  private recoloured(material: Material, index: number, override: MaterialOverride): Material {
    const key = `${index} ${material.uuid}`;
    const made = this.own.get(key) ?? this.wardrobe.copy(material);
    this.own.set(key, made);
    const lit = made instanceof MeshStandardMaterial || made instanceof MeshLambertMaterial;
    if (!lit) return made;
    const { pbrMetallicRoughness: pbr, emissiveFactor } = override;
    if (pbr?.baseColorFactor) setColor(made.color, pbr.baseColorFactor);
    if (emissiveFactor) setColor(made.emissive, emissiveFactor);
    if (made instanceof MeshStandardMaterial) {
      made.metalness = pbr?.metallicFactor ?? made.metalness;
      made.roughness = pbr?.roughnessFactor ?? made.roughness;
    }
    return made;
  }
}

function setColor(color: Color, [r = 1, g = 1, b = 1]: readonly number[]): void {
  color.setRGB(r, g, b);
}

const box = new Box3();

/** The middle of a part's top now, in the hall; for its label. */
export function partTop(part: PlacedPart, out: Vector3): Vector3 {
  box.setFromObject(part.object).getCenter(out);
  out.y = box.max.y;
  return out;
}
