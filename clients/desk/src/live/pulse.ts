/** The park's pulse: what was read in the last minutes, as rates. */

import type { Live } from '@/api/types';

export interface Sample {
  visitors: number;
  /** Milliseconds, 99th percentile. */
  tick: number;
  /** A second. */
  bytes: number;
  frames: number;
}

const KEEP = 180;

/** What happened between two readings. A server that began anew counts from nothing again. */
export function sampleOf(now: Live, before: Live): Sample {
  const seconds = Math.max(0.001, now.time - before.time);
  const rate = (to: number, from: number): number => Math.max(0, to - from) / seconds;
  return {
    visitors: visitorsOf(now), tick: now.tick_ms.p99,
    bytes: rate(now.bytes_out, before.bytes_out), frames: rate(now.frames_out, before.frames_out),
  };
}

export const visitorsOf = ({ halls }: Live): number => halls.reduce((sum, { visitors }) => sum + visitors, 0);

/** With one sample more, and only the last minutes of it. */
export const extended = (history: readonly Sample[], sample: Sample): Sample[] => [...history, sample].slice(-KEEP);

/** Samples that fill the width of a line, at least. */
const LEAST_SPAN = 30;

/** The values as an SVG line in a box of 100 by 100, newest at the right, from zero to a bit above the highest. */
export function line(values: readonly number[]): string {
  const top = Math.max(...values, 1e-6) * 1.15;
  const span = Math.max(LEAST_SPAN, values.length) - 1;
  const at = (value: number, index: number): string =>
    `${(100 - ((values.length - 1 - index) / span) * 100).toFixed(2)},${(100 - (value / top) * 100).toFixed(2)}`;
  return values.map(at).join(' ');
}
