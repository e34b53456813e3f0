import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { encodeBody, FULL_BYTES, HEAD_BYTES } from '../../src/world/pose-codec';
import { decodePresence } from '../../src/world/presence';
import { pose } from '../make';

/** A frame of full and head records whose ids are told; heads stand at x = their id. */
function frame(full: number[], heads: number[], time = 5, total = 9): Uint8Array {
  const bytes = new Uint8Array(12 + full.length * (2 + FULL_BYTES) + heads.length * (2 + HEAD_BYTES));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 2);
  view.setUint16(2, full.length, true);
  view.setUint16(4, heads.length, true);
  view.setUint16(6, total, true);
  view.setUint32(8, time, true);
  let at = 12;
  for (const [ids, isFull, size] of [[full, true, FULL_BYTES], [heads, false, HEAD_BYTES]] as const) {
    for (const id of ids) {
      view.setUint16(at, id, true);
      encodeBody({ ...pose([id % 60, 1.6, 0]), full: isFull, talking: isFull }, bytes, at + 2);
      at += 2 + size;
    }
  }
  return bytes;
}

describe('a presence frame', () => {
  it('gives everybody their own place, those with hands first', () => {
    const { records, time, total } = decodePresence(frame([3, 50], [4, 5], 2 ** 32 - 1, 300));
    expect(records.map(({ id }) => id)).toEqual([3, 50, 4, 5]);
    expect(records.map((record) => Math.round(record.pose.head.position[0]))).toEqual([3, 50, 4, 5]);
    expect(records.map((record) => record.pose.full)).toEqual([true, true, false, false]);
    expect(records[0]!.pose.talking).toBe(true);
    expect([time, total]).toEqual([2 ** 32 - 1, 300]);
  });

  it('may be empty: nobody near moves, yet people are there', () => {
    expect(decodePresence(frame([], [], 1, 42))).toEqual({ total: 42, time: 1, records: [] });
  });

  it('is read where it lies in a larger buffer', () => {
    const alone = frame([1], [2]);
    const shifted = new Uint8Array(alone.length + 7);
    shifted.set(alone, 7);
    expect(decodePresence(shifted.subarray(7))).toEqual(decodePresence(alone));
  });

  it('is refused when it is cut short at any byte', () => {
    const whole = frame([1], [2]);
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodePresence(whole.slice(0, length))).toThrow(RangeError);
    }
  });

  it('made of any bytes gives numbers or a RangeError, never a crowd beyond its length', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const { records } = decodePresence(bytes);
        expect(records.length * (2 + HEAD_BYTES)).toBeLessThanOrEqual(bytes.length);
        for (const { pose: { head } } of records) {
          expect([...head.position, ...head.rotation].every(Number.isFinite)).toBe(true);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }), { numRuns: 400 });
  });
});
