/** The nodes of a hall as bodies in space: which hang below which, and how much room they take. */

import { Box3, Matrix4, Sphere, Vector3 } from 'three';
import type { SceneView } from '../stage/view/sceneview';
import type { World } from '../world/world';
import type { Extent } from './api';
import { shapeOf } from './shapes';

/** Half the size of what shows nothing at all, metres. */
const POINT = 0.15;

export class Bodies {
  private below = new Map<string, string[]>();
  private known = -1;

  constructor(readonly view: SceneView, readonly world: World) {}

  /** A node's place in the hall, or null. */
  matrix(id: string): Matrix4 | null {
    return this.view.entries.get(id)?.group.matrixWorld ?? null;
  }

  /** The matrix of what a node hangs below; the hall's own when nothing. */
  parentMatrix(id: string): Matrix4 {
    return this.view.entries.get(id)?.group.parent?.matrixWorld ?? IDENTITY;
  }

  children(id: string): readonly string[] {
    if (this.known !== this.view.version) this.learn();
    return this.below.get(id) ?? [];
  }

  /** The box of what a node itself shows, in its own axes; null for one that only holds others. */
  own(id: string, out: Box3): Box3 | null {
    const node = this.world.nodes.get(id);
    const shape = node && shapeOf(node);
    if (!shape) return null;
    out.min.set(...shape.min);
    out.max.set(...shape.max);
    return out;
  }

  /** The upright box around a node with all below it. */
  box(id: string, out: Box3): Box3 {
    out.makeEmpty();
    this.gather(id, out, 0);
    const matrix = this.matrix(id);
    if (!out.isEmpty() || !matrix) return out;
    const at = new Vector3().setFromMatrixPosition(matrix);
    return out.set(at.clone().subScalar(POINT), at.addScalar(POINT));
  }

  /** The box around several; empty when none of them is there. */
  around(ids: Iterable<string>, out: Box3): Box3 {
    out.makeEmpty();
    for (const id of ids) if (this.matrix(id)) out.union(this.box(id, part));
    return out;
  }

  extent(id: string): Extent | null {
    if (!this.matrix(id)) return null;
    const { min, max } = this.box(id, part);
    return { min: [min.x, min.y, min.z], max: [max.x, max.y, max.z] };
  }

  sphere(ids: Iterable<string>): Sphere | null {
    const box = this.around(ids, new Box3());
    return box.isEmpty() ? null : box.getBoundingSphere(new Sphere());
  }

  private gather(id: string, out: Box3, depth: number): void {
    const matrix = this.matrix(id);
    if (!matrix || depth > 32) return;
    const own = this.own(id, shape);
    if (own) out.union(own.applyMatrix4(matrix));
    for (const child of this.children(id)) this.gather(child, out, depth + 1);
  }

  private learn(): void {
    this.known = this.view.version;
    this.below = new Map();
    for (const [id, { parent }] of this.world.nodes) {
      if (!parent) continue;
      const siblings = this.below.get(parent);
      if (siblings) siblings.push(id);
      else this.below.set(parent, [id]);
    }
  }
}

const IDENTITY = new Matrix4();
const part = new Box3();
const shape = new Box3();
