/** What is previewed: one level of it, placed on the ground, scaled to a radius of one. */

import { Box3, Group, InstancedMesh, Vector3 } from 'three';
import { ease } from '../stage/frame';
import type { Wardrobe } from '../stage/materials/dress';
import type { Decoders } from '../stage/stream/decoders';
import { decodeGlb } from '../stage/stream/decode';
import { Template } from '../stage/stream/template';
import { Placed } from '../stage/view/exhibit';
import type { Playback } from '../world/scene';
import type { Vec3 } from '../world/viewer';

const EXPLODE_RATE = 4;
const MOST_POINTS = 6000;

/** What a person has done to it; stays when another level takes over. */
export interface Pose {
  explode: number;
  variant: string | null;
  playback: Playback | null;
  alone: number | null;
}

export class Subject {
  /** In metres, as the file stands. */
  readonly bounds: Box3;
  readonly group = new Group();
  private exploded = 0;
  private readonly apart: Box3;

  private constructor(readonly template: Template, readonly placed: Placed) {
    this.group.add(new Group());
    placed.hang(this.group.children[0] as Group);
    this.bounds = measure(placed, 0);
    this.apart = placed.parts.length ? measure(placed, 1) : this.bounds;
    this.place();
  }

  /** Raises UnreadableAsset. */
  static async open(glb: ArrayBuffer, decoders: Decoders, wardrobe: Wardrobe): Promise<Subject> {
    const template = await Template.build(await decodeGlb(glb, decoders), 'exhibit', wardrobe);
    return new Subject(template, new Placed(template.instance(), template, wardrobe));
  }

  get empty(): boolean {
    return this.bounds.isEmpty();
  }

  /** The box around it in the studio, as far apart as it is now. */
  frame(amount = this.exploded): Box3 {
    const box = this.bounds.clone();
    box.min.lerp(this.apart.min, amount);
    box.max.lerp(this.apart.max, amount);
    return box.applyMatrix4(this.group.children[0]!.matrixWorld);
  }

  /** Points all over it in the studio, for putting it into the picture. */
  points(): Vec3[] {
    const points: Vec3[] = [];
    const { meshes } = this.placed, at = new Vector3(), box = new Box3();
    this.group.updateMatrixWorld(true);
    for (const mesh of meshes) {
      if (mesh instanceof InstancedMesh) {
        points.push(...cornersOf(box.setFromObject(mesh)));
        continue;
      }
      const { count } = mesh.geometry.getAttribute('position');
      const step = Math.max(1, Math.ceil((count * meshes.length) / MOST_POINTS));
      for (let vertex = 0; vertex < count; vertex += step) {
        mesh.getVertexPosition(vertex, at).applyMatrix4(mesh.matrixWorld);
        points.push([at.x, at.y, at.z]);
      }
    }
    return points.length ? points : cornersOf(this.frame());
  }

  /** Take over what has been done to another level of the same thing, at once. */
  adopt(pose: Pose): void {
    this.exploded = pose.explode;
    this.placed.explode(pose.explode);
    this.placed.setVariant(pose.variant);
    this.placed.isolate(pose.alone);
  }

  /** Move towards the pose; true when something moved. */
  update(pose: Pose, now: number, dt: number): boolean {
    const { placed } = this;
    placed.setApart(pose.explode > 0 || this.exploded > 0 || pose.playback !== null);
    const before = this.exploded;
    this.exploded = ease(before, pose.explode, EXPLODE_RATE, dt);
    if (this.exploded !== before) placed.explode(this.exploded);
    const runs = placed.play(pose.playback, now);
    return this.exploded !== before || runs;
  }

  dispose(): void {
    this.group.removeFromParent();
    this.placed.dispose();
    this.template.dispose();
  }

  /** Stand on the ground, in the middle, with a radius of one. */
  private place(): void {
    const holder = this.group.children[0]!;
    const middle = this.bounds.getCenter(new Vector3());
    const radius = this.bounds.getSize(new Vector3()).length() / 2;
    const scale = radius > 0 && Number.isFinite(radius) ? 1 / radius : 1;
    holder.scale.setScalar(scale);
    holder.position.set(-middle.x, -this.bounds.min.y, -middle.z).multiplyScalar(scale);
    if (this.empty) holder.position.set(0, 0, 0);
    this.group.updateMatrixWorld(true);
  }
}

function cornersOf({ min, max }: Box3): Vec3[] {
  return Array.from({ length: 8 }, (_, bits): Vec3 =>
    [bits & 1 ? max.x : min.x, bits & 2 ? max.y : min.y, bits & 4 ? max.z : min.z]);
}

/** The box around a copy that stands nowhere yet, whole or apart. */
function measure(placed: Placed, amount: number): Box3 {
  placed.explode(amount);
  placed.object.updateMatrixWorld(true);
  const box = new Box3().setFromObject(placed.object, placed.meshes.length < 400);
  placed.explode(0);
  placed.object.updateMatrixWorld(true);
  return box;
}
