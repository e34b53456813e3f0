/**
 * How a body stands, walks and moves its hands: turns of its bones from the T-pose, in radians
 * about X, Y, Z of a body that faces +Z (VRM 1.0). Pure; layers are added up.
 */

export type Turn = [x: number, y: number, z: number];
export type Posture = Map<string, Turn>;
export type Side = 'left' | 'right';

const FINGERS = ['Index', 'Middle', 'Ring', 'Little'] as const;
const JOINTS = ['Proximal', 'Intermediate', 'Distal'] as const;

/** Add a turn to a bone's, as far as `share`. */
export function bend(posture: Posture, bone: string, x: number, y: number, z: number, share = 1): void {
  const turn = posture.get(bone);
  if (turn) {
    turn[0] += x * share;
    turn[1] += y * share;
    turn[2] += z * share;
  } else {
    posture.set(bone, [x * share, y * share, z * share]);
  }
}

/** Turns of a limb given for the left side: the right one's mirror them. */
export function limb(posture: Posture, side: Side, bone: string, x: number, y: number, z: number, share = 1): void {
  const flip = side === 'left' ? 1 : -1;
  bend(posture, side + bone, x, y * flip, z * flip, share);
}

/** Close the fingers of a hand: 0 stretched, 1 a fist; one may stay apart. */
export function curl(posture: Posture, side: Side, amount: number, share = 1, apart: (typeof FINGERS)[number] | '' = ''): void {
  FINGERS.forEach((finger, at) => {
    const much = finger === apart ? 0.06 : amount * (1 + at * 0.10);
    JOINTS.forEach((joint, k) => limb(posture, side, finger + joint, 0, 0, -much * [1.25, 1.5, 1.0][k]!, share));
  });
  const thumb = apart ? 0.7 : amount;
  limb(posture, side, 'ThumbMetacarpal', 0, -0.15 + thumb * 0.2, -0.1, share);
  limb(posture, side, 'ThumbProximal', 0, thumb * 0.45, 0, share);
  limb(posture, side, 'ThumbDistal', 0, thumb * 0.5, 0, share);
}

/** Standing at ease: arms down, hands folded loosely before the body or hanging. */
export function standing(posture: Posture, arms: Readonly<Record<Side, number>>): void {
  for (const side of ['left', 'right'] as const) {
    const share = arms[side];
    limb(posture, side, 'Shoulder', 0, 0, -0.06, share);
    limb(posture, side, 'UpperArm', 0.10, 0.06, -1.29, share);
    limb(posture, side, 'LowerArm', 0, -0.34, -0.05, share);
    limb(posture, side, 'Hand', 0, -0.06, -0.06, share);
    curl(posture, side, 0.24, share);
  }
  bend(posture, 'leftUpperLeg', 0, 0.10, 0.02);
  bend(posture, 'rightUpperLeg', 0, -0.10, -0.02);
}

/**
 * A hand that is to be somewhere: from its shoulder, in lengths of the arm, as the left arm has it
 * (x outwards, y up, z ahead). `twist` turns the palm, which looks down on an arm held out: -1.6
 * faces it inwards, -3 up. The arm's bones follow by themselves.
 */
export interface Held {
  at: readonly [x: number, y: number, z: number];
  twist: number;
  hand: Turn;
  /** 0 fingers stretched, 1 a fist. */
  curl: number;
  apart?: 'Index';
}

/** Hands laid on each other before the waist: how somebody at a front desk waits. */
export const FOLDED: Readonly<Record<Side, Held>> = {
  left: { at: [-0.24, -0.76, 0.43], twist: -0.9, hand: [0, -0.2, -0.15], curl: 0.30 },
  right: { at: [-0.20, -0.80, 0.46], twist: -0.9, hand: [0, -0.2, -0.1], curl: 0.30 },
};

/** Breath, and weight that goes from one leg to the other; `time` in seconds. */
export function alive(posture: Posture, time: number, share: number): void {
  const breath = Math.sin(time * 1.55) * 0.5 + 0.5;
  const sway = Math.sin(time * 0.42) + Math.sin(time * 0.27 + 1.3) * 0.6;
  bend(posture, 'chest', -0.018 * breath, 0, 0, share);
  bend(posture, 'upperChest', -0.012 * breath, 0, 0, share);
  for (const side of ['left', 'right'] as const) limb(posture, side, 'Shoulder', 0, 0, 0.022 * breath, share);
  bend(posture, 'hips', 0, 0.030 * sway, 0.016 * sway, share);
  bend(posture, 'spine', 0, -0.015 * sway, -0.020 * sway, share);
  bend(posture, 'chest', 0.01, -0.010 * sway, 0, share);
  // The legs stay where they are while the hips turn over them.
  bend(posture, 'leftUpperLeg', 0, -0.030 * sway, -0.016 * sway, share);
  bend(posture, 'rightUpperLeg', 0, -0.030 * sway, -0.016 * sway, share);
}

/** How far one has come in a walk: a whole turn is two steps. */
export const STRIDE = 1.24;

/** Walking: `phase` in radians, `share` 0 standing .. 1 in full stride. Returns how far hips sink. */
export function walking(posture: Posture, phase: number, share: number, arms: Readonly<Record<Side, number>>): number {
  for (const side of ['left', 'right'] as const) {
    const at = side === 'left' ? phase : phase + Math.PI;
    const swing = Math.sin(at);
    const lifted = Math.max(0, Math.cos(at));
    bend(posture, `${side}UpperLeg`, -0.36 * swing - 0.05 - lifted * 0.12, 0, 0, share);
    bend(posture, `${side}LowerLeg`, 0.10 + 0.72 * lifted * lifted + 0.10 * Math.max(0, -swing), 0, 0, share);
    bend(posture, `${side}Foot`, -0.10 * swing + 0.22 * Math.max(0, -Math.sin(at + 0.5)), 0, 0, share);
    const free = share * arms[side];
    limb(posture, side, 'UpperArm', 0.34 * swing, 0, 0.03, free);
    limb(posture, side, 'LowerArm', 0, -0.16 - 0.12 * Math.max(0, -swing), 0, free);
  }
  bend(posture, 'hips', 0.02, 0.07 * Math.sin(phase), 0.02 * Math.cos(phase), share);
  bend(posture, 'spine', 0.03, -0.06 * Math.sin(phase), -0.02 * Math.cos(phase), share);
  bend(posture, 'chest', 0, -0.06 * Math.sin(phase), 0, share);
  return share * (0.012 + 0.012 * Math.cos(phase * 2));
}
