/** What one sees of one's own hands: two small controllers, or the bones of bare hands. */

import {
  CapsuleGeometry, Color, type Group, InstancedMesh, Matrix4, Mesh, MeshLambertMaterial, Quaternion, Vector3,
} from 'three';
import { addEllipsoid, addLimb, addTurned, emptySolid, toGeometry } from '../stage/people/solid';
import type { HandInput, Side } from './inputs';

const SHELL = new Color(0.72, 0.72, 0.73);
const DARK = new Color(0.05, 0.052, 0.058);
const ACCENT = new Color(0.85, 0.5, 0.2);

/** A controller held in the grip: the handle along Z, buttons on top, -Z ahead. */
function controller(): ReturnType<typeof toGeometry> {
  const solid = emptySolid();
  addLimb(solid, [0, -0.012, 0.05], [0, 0, -0.015], 0.015, 0.019, 14, SHELL);
  addEllipsoid(solid, [0, 0.008, -0.03], [0.026, 0.017, 0.032], 16, SHELL);
  addEllipsoid(solid, [0, 0.021, -0.032], [0.019, 0.006, 0.022], 14, DARK);
  addTurned(solid, [{ y: 0.02, x: 0.006, z: 0.006 }, { y: 0.034, x: 0.0075, z: 0.0075 }], 10, DARK, [0.004, 0, -0.04]);
  addEllipsoid(solid, [0, -0.004, -0.062], [0.010, 0.011, 0.010], 10, ACCENT);
  return toGeometry(solid);
}

const FINGERS = ['thumb', 'index-finger', 'middle-finger', 'ring-finger', 'pinky-finger'] as const;
const JOINTS = ['metacarpal', 'phalanx-proximal', 'phalanx-intermediate', 'phalanx-distal', 'tip'] as const;

/** Pairs of joints that a bone lies between; a thumb has one joint fewer. */
export function bonePairs(): [XRHandJoint, XRHandJoint][] {
  const pairs: [XRHandJoint, XRHandJoint][] = [];
  for (const finger of FINGERS) {
    let from: XRHandJoint = 'wrist';
    for (const joint of JOINTS) {
      if (finger === 'thumb' && joint === 'phalanx-intermediate') continue;
      const to = `${finger}-${joint}` as XRHandJoint;
      pairs.push([from, to]);
      from = to;
    }
  }
  return pairs;
}

const PAIRS = bonePairs();
const UP = new Vector3(0, 1, 0);

export class OwnHands {
  private readonly material = new MeshLambertMaterial({ vertexColors: true });
  private readonly skin = new MeshLambertMaterial({ color: new Color(0.80, 0.735, 0.66) });
  private readonly controllers: Record<Side, Mesh>;
  private readonly bones: InstancedMesh;
  private readonly a = new Vector3();
  private readonly b = new Vector3();
  private readonly turn = new Quaternion();
  private readonly size = new Vector3();
  private readonly matrix = new Matrix4();

  constructor(private readonly rig: Group) {
    const shape = controller();
    const make = (): Mesh => {
      const mesh = new Mesh(shape, this.material);
      mesh.raycast = () => undefined;
      rig.add(mesh);
      return mesh;
    };
    this.controllers = { left: make(), right: make() };
    this.bones = new InstancedMesh(new CapsuleGeometry(1, 1, 3, 8), this.skin, PAIRS.length * 2);
    this.bones.frustumCulled = false;
    this.bones.raycast = () => undefined;
    rig.add(this.bones);
  }

  update(frame: XRFrame, space: XRReferenceSpace, hands: readonly HandInput[]): void {
    this.bones.count = 0;
    for (const side of ['left', 'right'] as const) this.controllers[side].visible = false;
    for (const { side, grip, bare, source } of hands) {
      if (bare) this.drawBones(frame, space, source.hand!);
      else if (grip) {
        const mesh = this.controllers[side];
        mesh.visible = true;
        mesh.position.set(...grip.position);
        mesh.quaternion.set(...grip.rotation);
      }
    }
    this.bones.visible = this.bones.count > 0;
    this.bones.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    for (const mesh of Object.values(this.controllers)) mesh.removeFromParent();
    this.controllers.left.geometry.dispose();
    this.rig.remove(this.bones);
    this.bones.geometry.dispose();
    this.bones.dispose();
    this.material.dispose();
    this.skin.dispose();
  }

  private drawBones(frame: XRFrame, space: XRReferenceSpace, hand: XRHand): void {
    for (const [from, to] of PAIRS) {
      const start = hand.get(from), end = hand.get(to);
      const p = start && frame.getJointPose?.(start, space), q = end && frame.getJointPose?.(end, space);
      if (!p || !q) continue;
      const { position: s } = p.transform, { position: e } = q.transform;
      this.a.set(s.x, s.y, s.z);
      this.b.set(e.x, e.y, e.z);
      this.addBone(Math.min(p.radius ?? 0.009, q.radius ?? 0.009) || 0.008);
    }
  }

  private addBone(radius: number): void {
    const along = this.b.clone().sub(this.a), length = along.length();
    this.turn.setFromUnitVectors(UP, along.normalize());
    const middle = this.a.add(this.b).multiplyScalar(0.5);
    // The capsule is 3 high with round ends of 1: stretch it so that it spans both joints.
    this.matrix.compose(middle, this.turn, this.size.set(radius, (length + radius * 2) / 3, radius));
    this.bones.setMatrixAt(this.bones.count++, this.matrix);
  }
}
