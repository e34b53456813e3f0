import { Group } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';

import { lookRotation, yawOf } from '../../src/world/viewer';
import { Rig } from '../../src/xr/rig';

const rounded = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 1000) / 1000 + 0);

let rig: Rig;

beforeEach(() => {
  rig = new Rig(new Group());
  // Half a metre off the middle of the room, looking to the right.
  rig.track({ position: [0.5, 1.6, 0.2], rotation: lookRotation(-Math.PI / 2, 0) });
});

describe('the rig', () => {
  it('puts the head above the place and looks along the yaw, wherever one stands in the room', () => {
    rig.moveTo([10, 0, -4], 0.3);
    expect(rounded(rig.feet)).toEqual([10, 0, -4]);
    expect(rounded(rig.head.position)).toEqual([10, 1.6, -4]);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(0.3);
  });

  it('turns about the head, not about the middle of the room', () => {
    rig.moveTo([10, 0, -4], 0);
    rig.turnBy(Math.PI / 6);
    expect(rounded(rig.feet)).toEqual([10, 0, -4]);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(Math.PI / 6);
  });

  it('keeps its turn when it is moved without one', () => {
    rig.moveTo([0, 0, 0], 1);
    rig.moveTo([3, 0.5, 3]);
    expect(yawOf(rig.head.rotation)).toBeCloseTo(1);
    expect(rounded(rig.feet)).toEqual([3, 0.5, 3]);
  });

  it('raises somebody who sits to the eyes of those who stand, and lets down who gets up', () => {
    rig.track({ position: [0, 1.1, 0], rotation: [0, 0, 0, 1] });
    rig.moveTo([0, 2, 0], 0);
    rig.recentre(1.62, 0);
    expect(rig.head.position[1]).toBeCloseTo(3.62);
    expect(rig.feet[1]).toBeCloseTo(2);
    rig.track({ position: [0, 1.7, 0], rotation: [0, 0, 0, 1] });
    rig.recentre(1.62, 0);
    expect(rig.head.position[1]).toBeCloseTo(3.7);
    expect(rig.feet[1]).toBeCloseTo(2);
  });

  it('carries hands along', () => {
    rig.moveTo([10, 0, -4], 0);
    const ahead = rig.toHall({ position: [1, 1.2, 0.2], rotation: lookRotation(-Math.PI / 2, 0) });
    // To the right of the room is straight ahead of the head.
    expect(rounded(ahead.position)).toEqual([10, 1.2, -4.5]);
    expect(yawOf(ahead.rotation)).toBeCloseTo(0);
  });

  it('is the hall again after leaving', () => {
    rig.moveTo([1, 0, 1], 2);
    rig.reset();
    expect([rig.group.rotation.y, rig.lift]).toEqual([0, 0]);
  });
});
