/** The headset's own space inside the hall: where it stands and how it is turned. */

import { type Group, Quaternion, Vector3 } from 'three';
import { type Pose, yawOf, type Vec3, type Quat } from '../world/viewer';

const UP = new Vector3(0, 1, 0);

export class Rig {
  private readonly turn = new Quaternion();
  private readonly place = new Vector3();
  /** The head in the headset's own space, from the last frame. */
  private local: Pose = { position: [0, 1.6, 0], rotation: [0, 0, 0, 1] };
  /** Added to heights so that somebody who sits sees eye to eye with those who stand. */
  lift = 0;

  constructor(readonly group: Group) {}

  /** Take in where the head is in the headset's own space. */
  track(local: Pose): void {
    this.local = local;
  }

  get headHeight(): number {
    return this.local.position[1] + this.lift;
  }

  /** A pose of the headset's space in the hall's axes. */
  toHall({ position, rotation }: Pose): Pose {
    this.place.set(...position).applyMatrix4(this.group.matrixWorld);
    this.turn.set(...rotation).premultiply(this.group.quaternion);
    return { position: triple(this.place), rotation: [this.turn.x, this.turn.y, this.turn.z, this.turn.w] };
  }

  get head(): Pose {
    return this.toHall(this.local);
  }

  /** The floor below the head. */
  get feet(): Vec3 {
    const { position } = this.head;
    return [position[0], this.group.position.y - this.lift, position[2]];
  }

  /** Stand with the head above `feet`; with a yaw, look along it. */
  moveTo(feet: Vec3, yaw?: number): void {
    if (yaw !== undefined) this.group.rotation.set(0, yaw - yawOf(this.local.rotation), 0);
    const [x, , z] = this.local.position;
    const offset = this.place.set(x, 0, z).applyAxisAngle(UP, this.group.rotation.y);
    this.group.position.set(feet[0] - offset.x, feet[1] + this.lift, feet[2] - offset.z);
    this.group.updateMatrixWorld(true);
  }

  /** Turn about the head, radians, positive to the left. */
  turnBy(angle: number): void {
    const feet = this.feet;
    this.group.rotation.set(0, this.group.rotation.y + angle, 0);
    this.group.updateMatrixWorld(true);
    this.moveTo(feet);
  }

  /** Look ahead again, and raise a seated visitor to a standing one's eyes. */
  recentre(standingEye: number, yaw: number): void {
    const feet = this.feet;
    const low = this.local.position[1] < SEATED_BELOW;
    this.lift = low ? standingEye - this.local.position[1] : 0;
    this.moveTo(feet, yaw);
  }

  reset(): void {
    this.lift = 0;
    this.group.rotation.set(0, 0, 0);
    this.group.updateMatrixWorld(true);
  }
}

/** Eyes lower than this belong to somebody on a chair. */
const SEATED_BELOW = 1.28;

function triple({ x, y, z }: Vector3): Vec3 {
  return [x, y, z];
}

/** A WebXR transform as a plain pose. */
export function poseOf({ position: p, orientation: o }: XRRigidTransform): Pose {
  const rotation: Quat = [o.x, o.y, o.z, o.w];
  return { position: [p.x, p.y, p.z], rotation };
}
