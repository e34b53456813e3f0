/** Seats of the hall: the one near a point, and where sitting on it puts the viewer. */

import { rotate, worldTransform } from './world/transform';
import { type Vec3, type Viewer, placeViewer, SEATED_EYE, STANDING_EYE } from './world/viewer';
import type { World } from './world/world';

const REACH = 0.75;

/** The seat within reach of a point, the nearest first. */
export function seatNear(world: World, [x, y, z]: Vec3): string | null {
  let best: string | null = null, least = REACH;
  for (const [id, { kind }] of world.nodes) {
    if (kind !== 'seat') continue;
    const { translation } = worldTransform(world, id);
    const metres = Math.hypot(translation[0] - x, translation[2] - z);
    if (metres < least && Math.abs(translation[1] - y) < 1.2) [best, least] = [id, metres];
  }
  return best;
}

/** Put the viewer on a seat, looking where it faces. */
export function takeSeat(world: World, viewer: Viewer, seat: string): void {
  const { translation, rotation } = worldTransform(world, seat);
  const forward = rotate(rotation, [0, 0, -1]);
  viewer.seated = true;
  viewer.eye = SEATED_EYE;
  viewer.pitch = 0;
  placeViewer(viewer, translation, Math.atan2(-forward[0], -forward[2]));
}

/** Stand up at `feet`. */
export function standUp(viewer: Viewer, feet: Vec3): void {
  viewer.seated = false;
  viewer.eye = STANDING_EYE;
  placeViewer(viewer, feet);
}
