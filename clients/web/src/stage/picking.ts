/** What a ray meets: exhibits and their parts, people, doorways, then walls and the floor. */

import { type Intersection, Matrix4, type Object3D, Plane, Ray, Raycaster, Vector3 } from 'three';
import type { Pick } from '../stage-api';
import type { WalkArea } from '../world/scene';
import type { BoardHit } from './extras';
import type { Vec3 } from '../world/viewer';
import { rayToFloor } from './floor';
import { backOf, fasciaOf, throughSurface } from './space/booth';
import { enterBox } from './space/unit';
import { doorway } from './view/portals';
import type { Placed } from './view/exhibit';
import type { ModelView } from './view/model';
import type { Entry, SceneView } from './view/sceneview';

export interface PickSources {
  view: SceneView;
  areas(): readonly WalkArea[];
  /** The nearest person along a ray. */
  person(ray: Ray): { id: number; distance: number } | null;
  /** The nearest board along a ray. */
  board(ray: Ray): BoardHit | null;
}

/** What was hit, and which of an exhibit's parts by its number, or -1. */
export type PickerHit = Pick & { partIndex: number };

const REACH = 400;

interface Found {
  distance: number;
  node: string | null;
  part: number;
  placed: Placed | null;
  person: number | null;
  control?: BoardHit['control'];
}

export class Picker {
  /** Space to let is shown, and so can be pointed at. */
  units = false;
  private readonly caster = new Raycaster();
  private readonly hits: Intersection[] = [];
  private readonly local = new Ray();
  private readonly inverse = new Matrix4();
  private readonly point = new Vector3();

  constructor(private readonly sources: PickSources) {}

  /**
   * What the ray meets first. Only things whose bounds it crosses are tested by triangle; with
   * `solid` false walls are left out, which is cheap enough for every movement of a pointer.
   */
  pick(ray: Ray, solid: boolean): PickerHit | null {
    this.caster.ray.copy(ray);
    this.caster.far = REACH;
    let best = this.nearest(this.things(ray), null);
    best = this.nearestPerson(ray, best);
    best = this.nearestPortal(ray, best);
    best = this.nearestBoard(ray, best);
    best = this.nearestSpace(ray, best);
    const floor = rayToFloor(this.sources.areas(), triple(ray.origin), triple(ray.direction), REACH);
    if (solid) best = this.nearest(this.walls(ray), best, floor);
    if (best && (!floor || best.distance < floor.distance + 0.02)) return this.report(ray, best);
    if (!floor) return null;
    return { node: null, part: null, partIndex: -1, person: null, point: floor.point, distance: floor.distance };
  }

  private *things(ray: Ray): Iterable<ModelView> {
    for (const model of this.sources.view.models()) {
      if (model.model.role === 'exhibit' && model.placed && ray.intersectsSphere(model.bounds())) yield model;
    }
  }

  private *walls(ray: Ray): Iterable<ModelView> {
    for (const model of this.sources.view.models()) {
      if (model.model.role === 'architecture' && model.placed && ray.intersectsSphere(model.bounds())) yield model;
    }
  }

  private nearest(
    models: Iterable<ModelView>, best: Found | null, floor?: { distance: number } | null,
  ): Found | null {
    for (const model of models) {
      const limit = Math.min(best?.distance ?? REACH, floor?.distance ?? REACH);
      if (model.bounds().distanceToPoint(this.caster.ray.origin) > limit) continue;
      this.caster.far = limit;
      this.hits.length = 0;
      this.caster.intersectObjects(model.placed!.solid as Object3D[], false, this.hits);
      const [hit] = this.hits;
      if (!hit || (best && hit.distance >= best.distance)) continue;
      const part = model.placed!.partOf(hit.object);
      best = { distance: hit.distance, node: model.id, part, placed: model.placed, person: null };
    }
    return best;
  }

  private nearestPerson(ray: Ray, best: Found | null): Found | null {
    const person = this.sources.person(ray);
    if (!person || (best && best.distance < person.distance)) return best;
    return { distance: person.distance, node: null, part: -1, placed: null, person: person.id };
  }

  private nearestPortal(ray: Ray, best: Found | null): Found | null {
    for (const entry of this.sources.view.ofKind('portal')) {
      const distance = this.throughPortal(entry, ray);
      if (distance === null || (best && best.distance < distance)) continue;
      best = { distance, node: entry.id, part: -1, placed: null, person: null };
    }
    return best;
  }

  private nearestBoard(ray: Ray, best: Found | null): Found | null {
    const hit = this.sources.board(ray);
    if (!hit || (best && best.distance < hit.distance)) return best;
    return { distance: hit.distance, node: hit.node, part: -1, placed: null, person: null, control: hit.control };
  }

  /** Signs of booths, counters, and units while they are shown. */
  private nearestSpace(ray: Ray, best: Found | null): Found | null {
    const found = (node: string, distance: number | null): void => {
      if (distance === null || (best && best.distance < distance)) return;
      best = { distance, node, part: -1, placed: null, person: null };
    };
    for (const { id, node, group } of this.sources.view.ofKind('booth', 'desk', ...(this.units ? ['unit' as const] : []))) {
      const { origin, direction } = this.local.copy(ray).applyMatrix4(this.inverse.copy(group.matrixWorld).invert());
      if (node.unit) found(id, enterBox(node.unit.size, origin, direction));
      if (node.desk) found(id, enterBox(COUNTER, origin, direction));
      if (!node.booth) continue;
      found(id, throughSurface(fasciaOf(node.booth), origin, direction));
      // An empty wall says so too.
      found(id, throughSurface(backOf(node.booth), origin, direction));
    }
    return best;
  }

  private throughPortal({ group, node }: Entry, ray: Ray): number | null {
    const { width, height } = doorway(node.portal!);
    this.local.copy(ray).applyMatrix4(this.inverse.copy(group.matrixWorld).invert());
    const at = this.local.intersectPlane(DOORWAY, this.point);
    if (!at || Math.abs(at.x) > width / 2 || at.y < 0 || at.y > height) return null;
    return at.applyMatrix4(group.matrixWorld).distanceTo(ray.origin);
  }

  private report(ray: Ray, { distance, node, part, placed, person, control = null }: Found): PickerHit {
    const name = part >= 0 ? placed!.parts[part]!.name : null;
    const point = triple(ray.at(distance, this.point));
    return { node, part: name, partIndex: part, person, point, distance, control };
  }
}

/** A counter's own box: what it looks like is part of a room. */
const COUNTER: Vec3 = [3.2, 1.3, 1.6];

const DOORWAY = new Plane(new Vector3(0, 0, 1), 0);

function triple({ x, y, z }: Vector3): Vec3 {
  return [x, y, z];
}

