/** An arm that reaches for a point: two bones and the turn of the hand. Pure arithmetic on three.js values. */

import { Quaternion, Vector3 } from 'three';

export interface Reach {
  upper: Quaternion;
  lower: Quaternion;
}

const along = new Vector3();
const pole = new Vector3();
const elbow = new Vector3();
const axis = new Vector3();
const inverse = new Quaternion();

/**
 * Turns of the right upper and lower arm, in the space of the chest, that bring the hand from the
 * T-pose (arm along -X) to `target` (from the shoulder, same space). The elbow hangs down and out.
 */
export function reach(target: Vector3, upperLength: number, lowerLength: number, out: Reach): Reach {
  const whole = upperLength + lowerLength;
  const far = Math.min(Math.max(target.length(), 0.15), whole * 0.985);
  along.copy(target).normalize();
  // The law of cosines: how far the elbow is along the way, and how far beside it.
  const on = (upperLength ** 2 - lowerLength ** 2 + far ** 2) / (2 * far);
  const beside = Math.sqrt(Math.max(0, upperLength ** 2 - on ** 2));
  pole.set(-0.35, -1, -0.25);
  pole.addScaledVector(along, -pole.dot(along)).normalize();
  elbow.copy(along).multiplyScalar(on).addScaledVector(pole, beside);
  out.upper.setFromUnitVectors(FIRST, axis.copy(elbow).normalize());
  axis.copy(along).multiplyScalar(far).sub(elbow).normalize();
  axis.applyQuaternion(inverse.copy(out.upper).invert());
  out.lower.setFromUnitVectors(FIRST, axis);
  return out;
}

const FIRST = new Vector3(-1, 0, 0);
