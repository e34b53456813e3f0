/** Where the person in front of this screen (or inside this headset) is and looks. */

/** Metres, or any three numbers; +Y is up. */
export type Vec3 = [x: number, y: number, z: number];
/** A rotation as glTF writes it. */
export type Quat = [x: number, y: number, z: number, w: number];

/** A place and a direction, both in the hall's axes. */
export interface Pose {
  position: Vec3;
  rotation: Quat;
}

/** What a headset adds; every pose is in the hall's axes, not in the headset's own. */
export interface XrPoses {
  head: Pose;
  left: Pose | null;
  right: Pose | null;
  /** Bare hands rather than controllers. */
  hands: boolean;
  /** How tightly left and right grip, 0..1. */
  grip: [left: number, right: number];
}

/**
 * The visitor's own body. Desktop, touch and the headset write it; the stage reads it to place
 * the camera; the connection encodes it. There is one writer at a time.
 */
export interface Viewer {
  /** The id of the hall these coordinates belong to. */
  hall: string;
  /** The point on the floor between the feet. */
  feet: Vec3;
  /** Radians about +Y; 0 looks towards -Z, positive turns left. */
  yaw: number;
  /** Radians; positive looks up. */
  pitch: number;
  /** Eyes above the feet, metres. */
  eye: number;
  seated: boolean;
  /** Counts jumps (teleport, spawn, portal): a change tells camera and sender not to smooth. */
  jumps: number;
  xr: XrPoses | null;
}

export const STANDING_EYE = 1.62;
export const SEATED_EYE = 1.18;

/** A viewer standing at the origin of no hall. */
export function createViewer(): Viewer {
  return {
    hall: '',
    feet: [0, 0, 0],
    yaw: 0,
    pitch: 0,
    eye: STANDING_EYE,
    seated: false,
    jumps: 0,
    xr: null,
  };
}

/** The rotation of a head that looks along yaw and pitch. */
export function lookRotation(yaw: number, pitch: number): Quat {
  const sy = Math.sin(yaw / 2), cy = Math.cos(yaw / 2);
  const sp = Math.sin(pitch / 2), cp = Math.cos(pitch / 2);
  return [cy * sp, sy * cp, -sy * sp, cy * cp];
}

/** The yaw of a rotation: where its -Z axis points on the floor. */
export function yawOf([x, y, z, w]: Quat): number {
  const forwardX = -2 * (x * z + w * y);
  const forwardZ = -(1 - 2 * (x * x + y * y));
  return Math.atan2(-forwardX, -forwardZ);
}

/** Where the eyes are now: the headset's head when there is one. */
export function headPose(viewer: Viewer): Pose {
  if (viewer.xr) return viewer.xr.head;
  const [x, y, z] = viewer.feet;
  return { position: [x, y + viewer.eye, z], rotation: lookRotation(viewer.yaw, viewer.pitch) };
}

/** Put the viewer somewhere at once: nothing smooths over a jump. */
export function placeViewer(viewer: Viewer, feet: Vec3, yaw?: number): void {
  viewer.feet = [...feet];
  if (yaw !== undefined) viewer.yaw = yaw;
  viewer.jumps += 1;
}
