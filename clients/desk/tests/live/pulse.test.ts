import { describe, expect, it } from 'vitest';

import type { Live } from '@/api/types';
import { extended, line, sampleOf, visitorsOf } from '@/live/pulse';

const live = (time: number, bytes: number): Live => ({
  halls: [{ id: 'a', name: { zh: 'a', en: 'a' }, kind: 'indoor', state: 'open', capacity: 9, visitors: 2, revision: 1, rooms: [2] }],
  connections: 3, tick_hz: 20, tick_ms: { median: 1, p99: 2, worst: 3 }, bytes_out: bytes, frames_out: bytes, time,
});

describe('pulse', () => {
  it('makes rates of two readings', () => {
    expect(sampleOf(live(12, 5000), live(10, 1000))).toEqual({ visitors: 2, tick: 2, bytes: 2000, frames: 2000 });
    expect(visitorsOf(live(0, 0))).toBe(2);
  });

  it('is never below nothing: a server that began anew counts from nothing again', () => {
    expect(sampleOf(live(12, 10), live(10, 90_000)).bytes).toBe(0);
  });

  it('keeps the last minutes', () => {
    const sample = { visitors: 1, tick: 1, bytes: 1, frames: 1 };
    let history = [sample];
    for (let second = 0; second < 400; second++) history = extended(history, sample);
    expect(history).toHaveLength(180);
  });

  it('draws the newest at the right edge', () => {
    expect(line([0, 1]).split(' ')).toEqual(['96.55,100.00', '100.00,13.04']);
    expect(line(Array.from({ length: 60 }, () => 1)).startsWith('0.00,')).toBe(true);
  });
});
