/** Says where the viewer is: at the hall's rate while moving, every two seconds while still. */

import { type BodyPose, encodeBody, FULL_BYTES } from '../world/pose-codec';
import { headPose, type Viewer } from '../world/viewer';

const POSE_FRAME = 0x01;
const STILL_MS = 2000;
const MOST_PER_SECOND = 30;
const TALLEST = 2.2;

export class PoseSender {
  private readonly buffer = new Uint8Array(1 + FULL_BYTES);
  private readonly last = new Uint8Array(1 + FULL_BYTES);
  private lastLength = 0;
  private sentAt = -Infinity;
  private jumps = -1;

  /** `send` answers false when the frame could not go. */
  constructor(private readonly send: (frame: Uint8Array<ArrayBuffer>) => boolean) {
    this.buffer[0] = POSE_FRAME;
  }

  /** Call every frame and every second or so besides; `now` is local milliseconds. */
  update(viewer: Viewer, now: number, tick: number): void {
    const interval = 1000 / Math.min(MOST_PER_SECOND, tick || 20);
    const jumped = viewer.jumps !== this.jumps;
    const since = now - this.sentAt;
    if (!jumped && since < interval - 2) return;
    if (jumped && since < 1000 / MOST_PER_SECOND) return;
    const length = 1 + encodeBody(bodyOf(viewer), this.buffer, 1);
    if (!jumped && since < STILL_MS && !this.changed(length)) return;
    if (!this.send(this.buffer.slice(0, length))) return;
    this.last.set(this.buffer);
    this.lastLength = length;
    this.sentAt = now;
    this.jumps = viewer.jumps;
  }

  /** After a join or a resume: the next update speaks at once. */
  reset(): void {
    this.jumps = -1;
    this.sentAt = -Infinity;
  }

  private changed(length: number): boolean {
    if (length !== this.lastLength) return true;
    for (let i = 1; i < length; i++) if (this.buffer[i] !== this.last[i]) return true;
    return false;
  }
}

/** What the viewer's body says; hands are carried only when there is something to say with them. */
function bodyOf(viewer: Viewer): BodyPose {
  const { xr, seated } = viewer;
  return {
    // Whoever looks from the air is still seen standing on the floor.
    head: headPose({ ...viewer, eye: Math.min(viewer.eye, TALLEST) }),
    full: xr !== null || seated,
    left: xr?.left ?? null,
    right: xr?.right ?? null,
    hands: xr?.hands ?? false,
    seated,
    talking: false,
    grip: xr?.grip ?? [0, 0],
  };
}

