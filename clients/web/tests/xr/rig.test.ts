import fc from 'fast-check';
import { Group } from 'three';
import { describe, expect, it } from 'vitest';

import { lookRotation, type Pose, type Vec3, yawOf } from '../../src/world/viewer';
import { poseOf, Rig } from '../../src/xr/rig';

/** Somebody in a play space whose head is at `position`, looking along `yaw` in that space. */
function rigWith(position: Vec3 = [0, 1.6, 0], yaw = 0): Rig {
  const rig = new Rig(new Group());
  rig.track({ position, rotation: lookRotation(yaw, 0) });
  return rig;
}

const near = (actual: readonly number[], expected: readonly number[]): void =>
  actual.forEach((value, axis) => expect(value).toBeCloseTo(expected[axis]!, 4));

const metre = fc.double({ min: -3, max: 3, noNaN: true });
const angle = fc.double({ min: -3, max: 3, noNaN: true });
const spot = fc.tuple(metre, fc.double({ min: 0.5, max: 2, noNaN: true }), metre) as fc.Arbitrary<Vec3>;

describe('the play space in the hall', () => {
  it('puts the head above where one is sent, wherever one stands in one\'s room', () => {
    fc.assert(fc.property(spot, angle, angle, (head, turned, wanted) => {
      const rig = rigWith(head, turned);
      rig.moveTo([40, 2, -7], wanted);
      near(rig.feet, [40, 2, -7]);
      near(rig.head.position, [40, 2 + head[1], -7]);
      expect(Math.cos(yawOf(rig.head.rotation) - wanted)).toBeCloseTo(1, 4);
    }));
  });

  it('turns about the head: nobody is swung through the hall', () => {
    fc.assert(fc.property(spot, angle, angle, (head, turned, by) => {
      const rig = rigWith(head, turned);
      rig.moveTo([5, 0, 5]);
      const before = yawOf(rig.head.rotation);
      rig.turnBy(by);
      near(rig.feet, [5, 0, 5]);
      expect(Math.cos(yawOf(rig.head.rotation) - before - by)).toBeCloseTo(1, 4);
    }));
  });

  it('moves without a yaw keep where one looks', () => {
    const rig = rigWith([0.4, 1.6, 0.2], 1);
    rig.moveTo([1, 0, 1], 2);
    rig.moveTo([9, 0, 9]);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(2, 4);
  });

  it('carries the hands along with the head', () => {
    const rig = rigWith([0, 1.6, 0]);
    const hand: Pose = { position: [0.3, 1.2, -0.4], rotation: [0, 0, 0, 1] };
    rig.moveTo([10, 1, 0], Math.PI / 2);
    near(rig.toHall(hand).position, [10 - 0.4, 2.2, -0.3]);
  });
});

describe('looking ahead again', () => {
  it('raises one who sits to the eyes of one who stands, and their feet stay on the floor', () => {
    const rig = rigWith([0.2, 1.1, 0.3], 0.5);
    rig.moveTo([3, 0, 3]);
    rig.recentre(1.62, 1.5);
    expect(rig.headHeight).toBeCloseTo(1.62);
    near(rig.head.position, [3, 1.62, 3]);
    near(rig.feet, [3, 0, 3]);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(1.5, 4);
  });

  it('lowers them again when they have stood up', () => {
    const rig = rigWith([0, 1.1, 0]);
    rig.recentre(1.62, 0);
    rig.track({ position: [0, 1.7, 0], rotation: lookRotation(0, 0) });
    rig.recentre(1.62, 0);
    expect(rig.headHeight).toBeCloseTo(1.7);
    near(rig.feet, [0, 0, 0]);
  });

  it('leaves nothing of a visit to the next', () => {
    const rig = rigWith([0, 1.1, 0]);
    rig.recentre(1.62, 2);
    rig.reset();
    expect(rig.lift).toBe(0);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(0);
  });
});

describe('a pose of the headset', () => {
  it('becomes plain numbers', () => {
    const point = { x: 1, y: 2, z: 3, w: 1 };
    const turn = { x: 0, y: 1, z: 0, w: 0 };
    expect(poseOf({ position: point, orientation: turn } as XRRigidTransform)).toEqual({ position: [1, 2, 3], rotation: [0, 1, 0, 0] });
  });
});
