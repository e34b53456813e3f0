/** What a press on the canvas means: a sign, a thing, or nothing. */

import { Box3, type Intersection, Matrix4, type Object3D, Ray, Raycaster, Vector3 } from 'three';
import { type Role, roleOf } from './roles';
import type { Bodies } from './bodies';
import { isAir } from './shapes';

const REACH = 3000;

/** What lies under the pointer; `ground` is a building or a landscape, which a press passes over. */
export interface Hit {
  id: string;
  distance: number;
  role: Role;
}

export class Picker {
  private readonly caster = new Raycaster();
  private readonly hits: Intersection[] = [];
  private readonly inverse = new Matrix4();
  private readonly local = new Ray();
  private readonly box = new Box3();
  private readonly at = new Vector3();

  /** Nothing above `ceiling` is there to be hit. */
  constructor(private readonly bodies: Bodies, private readonly ceiling: () => number) {}

  /** The nearest hit; with `ground` false buildings are not asked, which is cheap enough for every movement. */
  pick(ray: Ray, ground = true): Hit | null {
    let best: Hit | null = null;
    for (const hit of [...this.models(ray, ground), ...this.boxes(ray)]) if (!best || hit.distance < best.distance) best = hit;
    return best;
  }

  /** The nearest thing that is solid: what something put down would stand on. */
  surface(ray: Ray, without: ReadonlySet<string>): Vector3 | null {
    let best: Hit | null = null;
    for (const hit of this.models(ray, true)) if (!without.has(hit.id) && (!best || hit.distance < best.distance)) best = hit;
    return best && ray.at(best.distance, new Vector3());
  }

  private *models(ray: Ray, ground: boolean): Iterable<Hit> {
    for (const model of this.bodies.view.models()) {
      const role = roleOf(this.bodies.world.nodes.get(model.id));
      if (!model.placed || (role === 'ground' && !ground) || !ray.intersectsSphere(model.bounds())) continue;
      this.caster.ray.copy(ray);
      this.caster.far = REACH;
      this.hits.length = 0;
      this.caster.intersectObjects(model.placed.solid as Object3D[], false, this.hits);
      const hit = this.hits.find(({ point }) => point.y <= this.ceiling());
      if (hit) yield { id: model.id, distance: hit.distance, role };
    }
  }

  private *boxes(ray: Ray): Iterable<Hit> {
    for (const [id, { group, node }] of this.bodies.view.entries) {
      if (node.model || isAir(node) || !group.visible || !this.bodies.own(id, this.box)) continue;
      this.local.copy(ray).applyMatrix4(this.inverse.copy(group.matrixWorld).invert());
      const at = this.local.intersectBox(this.box, this.at);
      if (!at) continue;
      at.applyMatrix4(group.matrixWorld);
      if (at.y <= this.ceiling()) yield { id, distance: at.distanceTo(ray.origin), role: 'thing' };
    }
  }
}
