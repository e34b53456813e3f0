/** A node with a model: asks the streamer for levels and keeps the one on show up to date. */

import { Box3, type Group, Matrix4, type Object3D, Sphere, Vector3 } from 'three';
import type { Model, Playback } from '../../world/scene';
import type { Vec3 } from '../../world/viewer';
import type { World } from '../../world/world';
import { ease, type Frame } from '../frame';
import type { Wardrobe } from '../materials/dress';
import type { StreamClient } from '../stream/streamer';
import type { Template } from '../stream/template';
import { Placed } from './exhibit';
import { Turntable } from './turntable';

const EXPLODE_RATE = 3.2;
const REACH = 60;

export class ModelView implements StreamClient {
  placed: Placed | null = null;
  /** How far it is taken apart on screen; follows the world softly. */
  explode = 0;
  /** It moved this frame, shadows included. */
  moving = false;
  /** The model on show: for a moment after a change still the one before. */
  private shown: Model | null = null;
  private whenShown: (() => void) | null = null;
  private alone: number | null = null;
  private readonly turntable = new Turntable();
  private readonly sphere = new Sphere();
  private readonly box = new Box3();

  constructor(
    readonly id: string, public model: Model, private readonly group: Group,
    private readonly world: World, private readonly wardrobe: Wardrobe,
  ) {
    this.explode = this.wantedExplode;
    this.turntable.set(this.wantedTurn);
    group.add(this.turntable.group);
  }

  get pinned(): boolean {
    return this.wantedExplode > 0 || this.playback !== null || this.alone !== null;
  }

  place(): { center: Vec3; radius: number; scale: number } {
    const { center, radius } = this.boundsOf(this.model);
    return { center: [center.x, center.y, center.z], radius, scale: this.group.matrixWorld.getMaxScaleOnAxis() };
  }

  /** The sphere around what is on show in the hall; exploded parts included. */
  bounds(): Sphere {
    return this.boundsOf(this.shown ?? this.model);
  }

  /** Another model from now on; what is on show stays until a level of it is there, then `swapped`. */
  remodel(model: Model, swapped: () => void): void {
    this.model = model;
    this.whenShown = swapped;
  }

  show(_level: number, template: Template, object: Object3D): void {
    const before = this.placed;
    this.placed = new Placed(object, template, this.wardrobe);
    this.alone = samePart(before, this.alone, this.placed);
    before?.dispose();
    if (this.shown !== this.model) this.turntable.centre(this.model.bounds);
    this.shown = this.model;
    this.whenShown?.();
    this.whenShown = null;
    this.placed.hang(this.turntable.group);
    this.refresh('');
    this.placed.isolate(this.alone);
    this.placed.explode(this.explode);
  }

  clear(): void {
    this.placed?.dispose();
    this.placed = null;
    this.shown = null;
  }

  dispose(): void {
    this.clear();
    this.turntable.group.removeFromParent();
  }

  /** Show one part alone, on this screen only; null shows all. */
  isolate(part: number | null): void {
    this.alone = part;
    this.placed?.isolate(part);
  }

  /** A property of the node changed; an empty one means all. */
  refresh(property: string): void {
    if (!this.placed) return;
    if (!property || property.startsWith('variant')) {
      this.placed.setVariant((this.world.value(this.id, 'variant') as string | null | undefined) ?? null);
    }
    if (!property || property.startsWith('materials')) this.placed.setOverrides(this.overrides());
  }

  update({ dt, time, eye, reducedMotion }: Frame): void {
    const { placed } = this;
    this.moving = false;
    if (!placed) return;
    const wanted = this.wantedExplode;
    placed.setApart(wanted > 0 || this.explode > 0 || this.playback !== null);
    if (wanted !== this.explode) {
      this.explode = reducedMotion ? wanted : ease(this.explode, wanted, EXPLODE_RATE, dt);
      placed.explode(this.explode);
      this.moving = true;
    }
    if (this.turntable.towards(this.wantedTurn, dt, reducedMotion)) this.moving = true;
    if (!placed.template.clips.length || this.bounds().center.distanceTo(eye) > REACH) return;
    if (placed.play(this.playback, time)) this.moving = true;
  }

  private boundsOf({ bounds: { min, max } }: Model): Sphere {
    this.box.min.set(...min);
    this.box.max.set(...max);
    this.box.getBoundingSphere(this.sphere).applyMatrix4(this.group.matrixWorld);
    if (this.explode > 0) this.sphere.radius *= 1 + this.explode;
    return this.sphere;
  }

  private get playback(): Playback | null {
    return (this.world.value(this.id, 'animation') ?? null) as Playback | null;
  }

  private get wantedExplode(): number {
    const value = this.world.value(this.id, 'explode');
    return typeof value === 'number' ? Math.min(1, Math.max(0, value)) : 0;
  }

  private get wantedTurn(): number {
    const value = this.world.value(this.id, 'turn');
    return typeof value === 'number' ? value : 0;
  }

  /** The node's own overrides with the shared ones on top. */
  private overrides(): Record<string, unknown> {
    const merged = structuredClone(this.world.nodes.get(this.id)?.materials ?? {}) as Record<string, unknown>;
    const prefix = `/nodes/${this.id}/materials/`;
    for (const [path, value] of this.world.shared) {
      if (path.startsWith(prefix)) setDeep(merged, path.slice(prefix.length).split('/'), value);
    }
    return merged;
  }
}

/** The number in `after` of the part that was looked at alone in `before`; by its name. */
function samePart(before: Placed | null, part: number | null, after: Placed): number | null {
  const name = part === null ? undefined : before?.parts[part]?.name;
  if (!name) return null;
  const found = after.parts.findIndex((one) => one.name.zh === name.zh && one.name.en === name.en);
  return found < 0 ? null : found;
}

function setDeep(target: Record<string, unknown>, path: string[], value: unknown): void {
  let at = target;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    at = (typeof next === 'object' && next !== null ? next : (at[key] = {})) as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}

/** A matrix' translation as a plain triple. */
export function placeOf(matrix: Matrix4): Vec3 {
  const { x, y, z } = new Vector3().setFromMatrixPosition(matrix);
  return [x, y, z];
}
