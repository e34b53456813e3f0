/** What each hand does this frame: where it is, where it points, what it presses. */

import type { Pose } from '../world/viewer';
import { poseOf } from './rig';

export type Side = 'left' | 'right';

export interface HandInput {
  side: Side;
  source: XRInputSource;
  /** In the headset's own space. */
  ray: Pose | null;
  grip: Pose | null;
  /** Bare, tracked hand. */
  bare: boolean;
  /** How closed the hand is, 0..1. */
  curl: number;
  stick: { x: number; y: number };
  /** Upper face button: B or Y. */
  menu: boolean;
  /** Lower face button: A or X. */
  talk: boolean;
}

const GAMEPAD = { trigger: 0, squeeze: 1, stickX: 2, stickY: 3, lower: 4, upper: 5 };

/** Read all hands of a frame. */
export function readHands(frame: XRFrame, space: XRReferenceSpace): HandInput[] {
  const hands: HandInput[] = [];
  for (const source of frame.session.inputSources) {
    if (source.handedness === 'none') continue;
    hands.push(readHand(frame, space, source, source.handedness));
  }
  return hands;
}

function readHand(frame: XRFrame, space: XRReferenceSpace, source: XRInputSource, side: Side): HandInput {
  const at = (other: XRSpace | undefined): Pose | null => {
    const pose = other && frame.getPose(other, space);
    return pose ? poseOf(pose.transform) : null;
  };
  const { gamepad, hand } = source;
  const grip = at(source.gripSpace) ?? at(hand?.get('wrist'));
  const pressed = (button: number): number => gamepad?.buttons[button]?.value ?? 0;
  return {
    side, source, ray: at(source.targetRaySpace), grip, bare: Boolean(hand),
    curl: hand ? handCurl(frame, hand, space) : Math.max(pressed(GAMEPAD.trigger), pressed(GAMEPAD.squeeze)),
    stick: { x: gamepad?.axes[GAMEPAD.stickX] ?? 0, y: gamepad?.axes[GAMEPAD.stickY] ?? 0 },
    menu: gamepad?.buttons[GAMEPAD.upper]?.pressed ?? false,
    talk: gamepad?.buttons[GAMEPAD.lower]?.pressed ?? false,
  };
}

const OPEN_REACH = 0.17;
const FIST_REACH = 0.08;

/** How closed a tracked hand is: how near the middle fingertip is to the wrist. */
function handCurl(frame: XRFrame, hand: XRHand, space: XRReferenceSpace): number {
  const wristJoint = hand.get('wrist'), tipJoint = hand.get('middle-finger-tip');
  const wrist = wristJoint && frame.getJointPose?.(wristJoint, space)?.transform.position;
  const tip = tipJoint && frame.getJointPose?.(tipJoint, space)?.transform.position;
  if (!wrist || !tip) return 0;
  const reach = Math.hypot(tip.x - wrist.x, tip.y - wrist.y, tip.z - wrist.z);
  return Math.min(1, Math.max(0, (OPEN_REACH - reach) / (OPEN_REACH - FIST_REACH)));
}
