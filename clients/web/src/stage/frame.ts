/** What everything that moves is told once a frame. */

import type { Vector3 } from 'three';
import type { Language } from '../world/scene';
import type { Quality } from './quality';

export interface Frame {
  /** Seconds since the last frame, at most 0.1. */
  dt: number;
  /** Server seconds. */
  time: number;
  /** Local milliseconds, for sampling poses. */
  now: number;
  eye: Vector3;
  forward: Vector3;
  pixelsPerRadian: number;
  quality: Quality;
  lang: Language;
  reducedMotion: boolean;
  inHeadset: boolean;
}

/** Move `from` towards `to`, covering most of the way in `1 / rate` seconds. */
export function ease(from: number, to: number, rate: number, dt: number): number {
  const moved = from + (to - from) * (1 - Math.exp(-rate * dt));
  return Math.abs(to - moved) < 1e-4 ? to : moved;
}
