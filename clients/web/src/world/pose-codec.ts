/**
 * The presence record, packed and unpacked.
 *
 * Head, 12 bytes: x, y, z in millimetres inside a 65.536 m cell (y from -16 m), the cell, and a
 * smallest-three quaternion of 10 bits a component. Hands, 18 bytes more: flags, grips, and each
 * hand relative to the head in 11-bit millimetres with 9-bit smallest-three. All little-endian.
 */

import type { Pose, Quat, Vec3 } from './viewer';

const CELL = 65.536;
const CELL_ZERO = 128;
const FLOOR = 16;
const HAND_REACH = 1.024;

export const HEAD_BYTES = 12;
export const FULL_BYTES = 30;

const FLAG_LEFT = 1;
const FLAG_RIGHT = 2;
const FLAG_HANDS = 4;
const FLAG_SEATED = 8;
const FLAG_TALKING = 16;

/** Everything that one presence record says. */
export interface BodyPose {
  head: Pose;
  /** False when the record carried the head alone. */
  full: boolean;
  left: Pose | null;
  right: Pose | null;
  hands: boolean;
  seated: boolean;
  talking: boolean;
  grip: [left: number, right: number];
}

const clamp = (value: number, top: number): number => Math.min(top, Math.max(0, value));

/** Round half to even, as the server's integer rounding does. */
function round(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A rotation as index of the largest component and the three others, `bits` each. */
export function packQuat(rotation: Quat, bits: number): number {
  const top = 2 ** bits - 1;
  const length = Math.hypot(...rotation) || 1;
  let largest = 0;
  for (let i = 1; i < 4; i++) {
    if (Math.abs(rotation[i]!) > Math.abs(rotation[largest]!)) largest = i;
  }
  const sign = (rotation[largest]! < 0 ? -1 : 1) / length;
  let packed = largest;
  for (let i = 0; i < 4; i++) {
    if (i === largest) continue;
    const unit = (rotation[i]! * sign * Math.SQRT2 + 1) / 2;
    packed = packed * (top + 1) + clamp(round(unit * top), top);
  }
  return packed >>> 0;
}

/** The rotation packed by `packQuat`. */
export function unpackQuat(packed: number, bits: number): Quat {
  const size = 2 ** bits;
  const largest = Math.floor(packed / size ** 3) & 3;
  const rotation: Quat = [0, 0, 0, 0];
  let rest = 1;
  for (let i = 3, shift = 0; i >= 0; i--) {
    if (i === largest) continue;
    const raw = Math.floor(packed / size ** shift) % size;
    const value = ((raw / (size - 1)) * 2 - 1) / Math.SQRT2;
    rotation[i] = value;
    rest -= value * value;
    shift += 1;
  }
  rotation[largest] = Math.sqrt(Math.max(0, rest));
  return rotation;
}

function writeAxis(view: DataView, at: number, cellAt: number, value: number): void {
  const cell = clamp(Math.floor(value / CELL) + CELL_ZERO, 255);
  view.setUint16(at, clamp(round((value - (cell - CELL_ZERO) * CELL) * 1000), 65535), true);
  view.setUint8(cellAt, cell);
}

function writeHead(view: DataView, { position, rotation }: Pose): void {
  writeAxis(view, 0, 6, position[0]);
  view.setUint16(2, clamp(round((position[1] + FLOOR) * 1000), 65535), true);
  writeAxis(view, 4, 7, position[2]);
  view.setUint32(8, packQuat(rotation, 10), true);
}

function writeHand(view: DataView, at: number, head: Vec3, hand: Pose | null): void {
  if (!hand) return;
  const [x, y, z] = [0, 1, 2].map((axis) =>
    clamp(round((hand.position[axis]! - head[axis]! + HAND_REACH) * 1000), 2047),
  ) as Vec3;
  view.setUint32(at, (x | (y << 11) | ((z & 0x3ff) << 22)) >>> 0, true);
  view.setUint32(at + 4, ((z >> 10) | (packQuat(hand.rotation, 9) << 1)) >>> 0, true);
}

function flagsOf(pose: BodyPose): number {
  return (
    (pose.left ? FLAG_LEFT : 0) | (pose.right ? FLAG_RIGHT : 0) | (pose.hands ? FLAG_HANDS : 0) |
    (pose.seated ? FLAG_SEATED : 0) | (pose.talking ? FLAG_TALKING : 0)
  );
}

const nibble = (grip: number): number => clamp(round(grip * 15), 15);

/** Write a body at `offset`; the answer is its length, 12 or 30 bytes. */
export function encodeBody(pose: BodyPose, target: Uint8Array, offset = 0): number {
  const view = new DataView(target.buffer, target.byteOffset + offset);
  writeHead(view, pose.head);
  if (!pose.full) return HEAD_BYTES;
  view.setUint8(12, flagsOf(pose));
  view.setUint8(13, nibble(pose.grip[0]) | (nibble(pose.grip[1]) << 4));
  for (let i = 14; i < FULL_BYTES; i++) view.setUint8(i, 0);
  writeHand(view, 14, pose.head.position, pose.left);
  writeHand(view, 22, pose.head.position, pose.right);
  return FULL_BYTES;
}

function readHead(view: DataView): Pose {
  const position: Vec3 = [
    (view.getUint8(6) - CELL_ZERO) * CELL + view.getUint16(0, true) / 1000,
    view.getUint16(2, true) / 1000 - FLOOR,
    (view.getUint8(7) - CELL_ZERO) * CELL + view.getUint16(4, true) / 1000,
  ];
  return { position, rotation: unpackQuat(view.getUint32(8, true), 10) };
}

function readHand(view: DataView, at: number, head: Vec3): Pose {
  const lo = view.getUint32(at, true);
  const hi = view.getUint32(at + 4, true);
  const raw = [lo & 0x7ff, (lo >>> 11) & 0x7ff, (lo >>> 22) | ((hi & 1) << 10)];
  const position = raw.map((value, axis) => value / 1000 - HAND_REACH + head[axis]!) as Vec3;
  return { position, rotation: unpackQuat((hi >>> 1) & 0x1fffffff, 9) };
}

/** Read a body at `offset`: the head, and hands when `full`. */
export function decodeBody(source: Uint8Array, offset: number, full: boolean): BodyPose {
  const view = new DataView(source.buffer, source.byteOffset + offset);
  const head = readHead(view);
  const flags = full ? view.getUint8(12) : 0;
  const grips = full ? view.getUint8(13) : 0;
  return {
    head,
    full,
    left: flags & FLAG_LEFT ? readHand(view, 14, head.position) : null,
    right: flags & FLAG_RIGHT ? readHand(view, 22, head.position) : null,
    hands: (flags & FLAG_HANDS) !== 0,
    seated: (flags & FLAG_SEATED) !== 0,
    talking: (flags & FLAG_TALKING) !== 0,
    grip: [(grips & 15) / 15, (grips >> 4) / 15],
  };
}
