import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  type BodyPose, decodeBody, encodeBody, FULL_BYTES, HEAD_BYTES, packQuat, unpackQuat,
} from '../../src/world/pose-codec';
import type { Quat, Vec3 } from '../../src/world/viewer';
import { pose } from '../make';

const coordinate = fc.double({ min: -8000, max: 8000, noNaN: true });
const height = fc.double({ min: -15, max: 49, noNaN: true });
const rotation = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((q) => Math.hypot(...q) > 0.01)
  .map((q) => q.map((v) => v / Math.hypot(...q)) as Quat);

function angleBetween(a: Quat, b: Quat): number {
  const dot = Math.abs(a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]);
  return 2 * Math.acos(Math.min(1, dot));
}

test('a head survives to the millimetre and a fraction of a degree', () => {
  fc.assert(fc.property(coordinate, height, coordinate, rotation, (x, y, z, q) => {
    const bytes = new Uint8Array(HEAD_BYTES);
    expect(encodeBody(pose([x, y, z], q), bytes)).toBe(HEAD_BYTES);
    const { head } = decodeBody(bytes, 0, false);
    for (const [i, v] of [x, y, z].entries()) expect(Math.abs(head.position[i]! - v)).toBeLessThan(0.00101);
    expect(angleBetween(head.rotation, q)).toBeLessThan(0.005);
  }));
});

test('hands survive relative to the head, with flags and grips', () => {
  const offset = fc.double({ min: -1.02, max: 1.02, noNaN: true });
  const hand = fc.record({ position: fc.tuple(offset, offset, offset), rotation });
  fc.assert(fc.property(hand, fc.option(hand), fc.boolean(), fc.boolean(), (left, right, seated, talking) => {
    const head: Vec3 = [12.345, 1.62, -70.5];
    const at = (h: typeof left) => ({
      position: h.position.map((v, i) => v + head[i]!) as Vec3, rotation: h.rotation,
    });
    const body: BodyPose = {
      ...pose(head), full: true, left: at(left), right: right && at(right), hands: true, seated, talking,
      grip: [1, 0.4],
    };
    const bytes = new Uint8Array(FULL_BYTES);
    expect(encodeBody(body, bytes)).toBe(FULL_BYTES);
    const back = decodeBody(bytes, 0, true);
    for (const i of [0, 1, 2]) {
      expect(back.left!.position[i]).toBeCloseTo(body.left!.position[i]!, 2);
    }
    expect(angleBetween(back.left!.rotation, left.rotation)).toBeLessThan(0.01);
    expect(back.right === null).toBe(right === null);
    expect([back.hands, back.seated, back.talking]).toEqual([true, seated, talking]);
    expect(back.grip[0]).toBe(1);
    expect(back.grip[1]).toBeCloseTo(0.4, 5);
  }));
});

test('a quaternion and its negative are the same rotation and the same bytes', () => {
  fc.assert(fc.property(rotation, (q) => {
    const negative = q.map((v) => -v) as Quat;
    expect(angleBetween(unpackQuat(packQuat(q, 10), 10), negative)).toBeLessThan(0.005);
  }));
});

test('any bytes decode to something finite', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 30, maxLength: 30 }), (bytes) => {
    const { head, left, right } = decodeBody(bytes, 0, true);
    for (const part of [head, left, right]) {
      if (part) expect([...part.position, ...part.rotation].every(Number.isFinite)).toBe(true);
    }
  }));
});
