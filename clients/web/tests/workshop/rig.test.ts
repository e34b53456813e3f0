import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createViewer, lookRotation } from '../../src/world/viewer';
import { rotate } from '../../src/world/transform';
import { eyeOf, lookOf, Rig, type View } from '../../src/workshop/rig';

const START: View = { target: [1, 2, 3], distance: 10, yaw: 0.4, pitch: -0.3 };
const angle = fc.double({ min: -1.2, max: 1.2, noNaN: true });
const close = (one: readonly number[], other: readonly number[]): void => one.forEach((value, at) => expect(value).toBeCloseTo(other[at]!, 5));

it('looks where a head of the same yaw and pitch looks', () => {
  fc.assert(fc.property(angle, angle, (yaw, pitch) => close(lookOf({ yaw, pitch }), rotate(lookRotation(yaw, pitch), [0, 0, -1]))));
});

it('goes round what is looked at, and turns the head on the spot', () => {
  fc.assert(fc.property(angle, angle, (yaw, pitch) => {
    const [round, turned] = [new Rig(START), new Rig(START)];
    round.orbit(yaw, pitch);
    close(round.goal.target, START.target);
    turned.look(yaw, pitch);
    close(eyeOf(turned.goal), eyeOf(START));
  }));
});

it('zooms towards a point that stays where it is on the screen', () => {
  const rig = new Rig(START), at: [number, number, number] = [4, 2, 1];
  rig.zoom(0.5, at);
  expect(rig.goal.distance).toBe(5);
  close(rig.goal.target, [2.5, 2, 2]);
});

it('never looks past straight up or down, nor goes into what it looks at', () => {
  const rig = new Rig(START);
  rig.orbit(0, -9);
  rig.zoom(0);
  expect(Math.abs(rig.goal.pitch)).toBeLessThan(Math.PI / 2);
  expect(rig.goal.distance).toBeGreaterThan(0);
});

it('slides in the plane of the picture and walks over the floor', () => {
  const rig = new Rig({ ...START, yaw: 0, pitch: 0 });
  rig.slide(2, 1);
  close(rig.goal.target, [3, 3, 3]);
  rig.walk(1, 2);
  close(rig.goal.target, [4, 3, 1]);
  rig.fly(0, 1, 0.5);
  close(rig.goal.target, [4, 3.5, 0]);
});

it('arrives, at once where nothing may move softly, and stands the viewer there', () => {
  const rig = new Rig(START, () => true), viewer = createViewer();
  rig.frame([0, 1, 0], 2, 1);
  rig.turnTo(7, 0);
  rig.update(0.001);
  rig.place(viewer);
  close(viewer.feet, eyeOf(rig.goal));
  expect([viewer.eye, viewer.jumps]).toEqual([0, 1]);
  expect(Math.abs(rig.goal.yaw - START.yaw)).toBeLessThanOrEqual(Math.PI);
});

it('looks at a point from another', () => {
  const rig = new Rig(START, () => true);
  rig.show([3, 4, 5], [0, 1, 1]);
  close(eyeOf(rig.goal), [3, 4, 5]);
  close(rig.goal.target, [0, 1, 1]);
});
