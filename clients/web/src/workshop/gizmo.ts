/** The handles by which what is selected is moved, turned and made larger; several as one. */

import { Box3, type Camera, Matrix4, Object3D, Quaternion, type Scene, Vector3 } from 'three';
import { TransformControls } from 'three/addons/controls/TransformControls.js';
import type { Quat, Vec3 } from '../world/viewer';
import type { Extent, Grip, Placement, Snap } from './api';
import type { Bodies } from './bodies';
import { Guides } from './guides';
import { type Guide, settle } from './snapping';

const MODES = { move: 'translate', turn: 'rotate', scale: 'scale' } as const;
const SCALE_STEP = 0.1;
const NEAR = 30;
const MOST_NEIGHBOURS = 80;
const COLOURS = ['#d9573f', '#3f9e6a', '#3d7bd0', '#ffb45c'] as const;

export interface GizmoHost {
  dragging(places: ReadonlyMap<string, Placement>): void;
  dropped(kept: boolean): void;
  /** The level that something at a place would stand on, or null. */
  floorAt(x: number, y: number, z: number, without: ReadonlySet<string>): number | null;
}

interface Held {
  id: string;
  world: Matrix4;
  intoParent: Matrix4;
  before: Placement;
}

export class Gizmo {
  private readonly controls: TransformControls;
  private readonly pivot = new Object3D();
  private readonly helper: Object3D;
  private readonly guides: Guides;
  private roots: string[] = [];
  private held: Held[] = [];
  private neighbours: Extent[] = [];
  private box = new Box3();
  private readonly start = new Matrix4();
  private readonly undone = new Matrix4();
  private readonly from = new Vector3();
  private mode: Grip = 'select';
  private space: 'world' | 'local' = 'world';
  private snapping: Snap = { on: true, step: 0.25, angle: Math.PI / 12, floor: false };
  private locked = false;

  constructor(
    camera: Camera, canvas: HTMLElement, scene: Scene, private readonly bodies: Bodies, private readonly host: GizmoHost,
  ) {
    this.controls = new TransformControls(camera, canvas);
    this.controls.setSize(0.85);
    this.controls.setColors(...COLOURS);
    this.helper = this.controls.getHelper();
    this.guides = new Guides(scene);
    scene.add(this.pivot, this.helper);
    this.controls.addEventListener('mouseDown', () => this.take());
    this.controls.addEventListener('objectChange', () => this.drag());
    this.controls.addEventListener('mouseUp', () => this.drop(true));
  }

  /** Somebody holds it now, or would by pressing here. */
  get busy(): boolean {
    return this.controls.dragging || (this.controls.object !== undefined && this.controls.axis !== null);
  }

  /** Where it stands, and which handle the pointer is at. */
  get handle(): { place: Vec3; axis: string | null } {
    return { place: this.pivot.position.toArray(), axis: this.controls.axis };
  }

  get dragging(): boolean {
    return this.held.length > 0;
  }

  select(ids: readonly string[]): void {
    this.roots = [...ids];
    this.attach();
  }

  set(mode: Grip, space: 'world' | 'local', snap: Snap, locked: boolean): void {
    [this.mode, this.space, this.snapping, this.locked] = [mode, space, snap, locked];
    this.attach();
  }

  /** Stand where the selection stands, unless it is held. */
  update(): void {
    if (!this.dragging && this.controls.object) this.rest();
  }

  /** Put back what is held; true when something was. */
  escape(): boolean {
    if (!this.dragging) return false;
    this.controls.dragging = false;
    this.controls.axis = null;
    this.drop(false);
    return true;
  }

  dispose(): void {
    this.controls.detach();
    this.controls.dispose();
    this.guides.dispose();
    this.helper.removeFromParent();
    this.pivot.removeFromParent();
  }

  private attach(): void {
    const mode = this.mode in MODES ? MODES[this.mode as keyof typeof MODES] : null;
    const usable = mode && !this.locked && this.roots.some((id) => this.bodies.matrix(id));
    if (!usable) return void this.controls.detach();
    const { on, angle } = this.snapping;
    this.controls.setMode(mode);
    this.controls.setSpace(this.space);
    this.controls.setRotationSnap(on ? angle : null);
    this.controls.setScaleSnap(on ? SCALE_STEP : null);
    this.rest();
    if (this.controls.object !== this.pivot) this.controls.attach(this.pivot);
  }

  /** Bring the handles to the selection: one by its own place, several by the middle of their floor. */
  private rest(): void {
    const ids = this.roots.filter((id) => this.bodies.matrix(id));
    this.bodies.around(ids, this.box);
    if (this.box.isEmpty()) return;
    this.box.getCenter(this.pivot.position).setY(this.box.min.y);
    this.pivot.quaternion.identity();
    const [only] = ids;
    if (only) {
      const matrix = this.bodies.matrix(only)!;
      if (ids.length === 1) this.lean(matrix);
      if (this.space === 'local' || this.mode === 'scale') matrix.decompose(scratch, this.pivot.quaternion, scratch2);
    }
    this.pivot.scale.set(1, 1, 1);
    this.pivot.updateMatrixWorld(true);
  }

  /** A node's own place, when it lies by what it shows. */
  private lean(matrix: Matrix4): void {
    const at = scratch.setFromMatrixPosition(matrix);
    const slack = this.box.getSize(scratch2).length() / 2;
    if (this.box.distanceToPoint(at) <= slack) this.pivot.position.copy(at);
  }

  private take(): void {
    this.pivot.updateMatrixWorld(true);
    this.start.copy(this.pivot.matrixWorld);
    this.undone.copy(this.start).invert();
    this.from.setFromMatrixPosition(this.start);
    this.held = this.roots.flatMap((id): Held[] => {
      const world = this.bodies.matrix(id);
      if (!world) return [];
      const group = this.bodies.view.entries.get(id)!.group;
      const before: Placement = {
        translation: group.position.toArray() as Vec3, rotation: group.quaternion.toArray() as Quat, scale: group.scale.toArray() as Vec3,
      };
      return [{ id, world: world.clone(), intoParent: this.bodies.parentMatrix(id).clone().invert(), before }];
    });
    this.bodies.around(this.roots, this.box);
    this.neighbours = this.findNeighbours();
  }

  private drag(): void {
    if (!this.dragging) return;
    if (this.mode === 'move') this.guides.show(this.restrain());
    this.pivot.updateMatrixWorld(true);
    const moved = delta.multiplyMatrices(this.pivot.matrixWorld, this.undone);
    this.host.dragging(new Map(this.held.map((one) => [one.id, this.place(one, moved)])));
  }

  private drop(kept: boolean): void {
    if (!this.dragging) return;
    this.held = [];
    this.guides.show([]);
    this.host.dropped(kept);
    this.update();
  }

  private place({ world, intoParent, before }: Held, moved: Matrix4): Placement {
    product.multiplyMatrices(moved, world).premultiply(intoParent);
    product.decompose(scratch, turn, scratch2);
    return {
      translation: scratch.toArray(),
      rotation: this.mode === 'turn' ? (turn.toArray() as Quat) : before.rotation,
      scale: this.mode === 'scale' ? scratch2.toArray() : before.scale,
    };
  }

  /** Keep a move on the floor, on the grid and in line. */
  private restrain(): Guide[] {
    const { pivot, snapping } = this;
    const shift = scratch.copy(pivot.position).sub(this.from);
    const moving = boxAt(this.box, shift);
    let guides: Guide[] = [];
    if (snapping.on && this.space === 'world') {
      const axes = ([0, 1, 2] as const).filter((axis) => this.controls.axis?.includes('XYZ'[axis]!));
      const rest = settle(pivot.position.toArray(), moving, this.neighbours, axes, snapping.step);
      pivot.position.add(scratch2.set(...rest.shift));
      guides = rest.guides;
    }
    if (snapping.floor) this.ground();
    return guides;
  }

  private ground(): void {
    const { pivot } = this;
    const bottom = this.box.min.y + pivot.position.y - this.from.y;
    const middle = this.box.getCenter(scratch).add(pivot.position).sub(this.from);
    const floor = this.host.floorAt(middle.x, bottom, middle.z, new Set(this.roots));
    if (floor !== null) pivot.position.y += floor - bottom;
  }

  private findNeighbours(): Extent[] {
    const near = this.box.clone().expandByScalar(NEAR);
    const mine = new Set(this.roots);
    const found: Extent[] = [];
    for (const [id, node] of this.bodies.world.nodes) {
      if (found.length >= MOST_NEIGHBOURS) break;
      if (mine.has(id) || (node.parent && mine.has(node.parent)) || !SOLID.has(node.kind)) continue;
      const extent = this.bodies.extent(id);
      if (extent && near.containsPoint(scratch.set(...extent.min))) found.push(extent);
    }
    return found;
  }
}

/** Kinds that others are put in line with. */
const SOLID = new Set(['exhibit', 'plinth', 'board', 'portal', 'text', 'desk']);

function boxAt({ min, max }: Box3, { x, y, z }: Vector3): Extent {
  return { min: [min.x + x, min.y + y, min.z + z], max: [max.x + x, max.y + y, max.z + z] };
}

const scratch = new Vector3();
const scratch2 = new Vector3();
const turn = new Quaternion();
const delta = new Matrix4();
const product = new Matrix4();
