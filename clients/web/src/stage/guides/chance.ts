/** What looks like chance and is none: everybody who looks at a guide sees the same at the same time. Pure. */

/** A number 0..1 for a whole number and a seed. */
export function spread(n: number, seed: number): number {
  let x = Math.imul(n ^ (seed * 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}

const BEAT = 3.6;
const SHUT = 0.075;
const LIFT = 0.15;

/** How far the eyes are shut, 0..1, at a time in seconds: a blink every few seconds, now and then two. */
export function blink(time: number, seed: number): number {
  const beat = Math.floor(time / BEAT);
  const start = 0.3 + spread(beat, seed) * (BEAT - 1.2);
  const twice = spread(beat, seed + 7) > 0.82 ? 0.34 : Infinity;
  const at = time - beat * BEAT - start;
  return Math.max(lid(at), lid(at - twice));
}

function lid(at: number): number {
  if (at < 0 || at > SHUT + LIFT) return 0;
  return at < SHUT ? at / SHUT : 1 - (at - SHUT) / LIFT;
}

const GLANCE = 1.7;

/** Where eyes stray to from whom they look at, radians to the left and up: small jumps, then still. */
export function stray(time: number, seed: number): [yaw: number, pitch: number] {
  const beat = Math.floor(time / GLANCE);
  const large = spread(beat, seed + 3) > 0.8 ? 0.09 : 0.028;
  return [(spread(beat, seed) - 0.5) * 2 * large, (spread(beat, seed + 1) - 0.5) * large];
}
