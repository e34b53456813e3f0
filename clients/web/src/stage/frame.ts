/** What everything that moves is told once a frame. */

import { Vector3 } from 'three';
import type { UnitsShown } from '../stage-api';
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
  /** Space to let is coloured, or it is not. */
  units: UnitsShown | null;
}

/** Move `from` towards `to`, covering most of the way in `1 / rate` seconds. */
export function ease(from: number, to: number, rate: number, dt: number): number {
  const moved = from + (to - from) * (1 - Math.exp(-rate * dt));
  return Math.abs(to - moved) < 1e-4 ? to : moved;
}

/** A frame before the first. */
export function createFrame(quality: Quality): Frame {
  return {
    dt: 0, time: 0, now: 0, eye: new Vector3(), forward: new Vector3(0, 0, -1), pixelsPerRadian: 1,
    quality, lang: 'zh-CN', reducedMotion: false, inHeadset: false, units: null,
  };
}
