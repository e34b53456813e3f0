import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rotate } from '../../src/world/transform';
import { createViewer, headPose, lookRotation, placeViewer, STANDING_EYE, yawOf } from '../../src/world/viewer';

const yaw = fc.double({ min: -3.1, max: 3.1, noNaN: true });
const pitch = fc.double({ min: -1.4, max: 1.4, noNaN: true });

describe('looking', () => {
  it('along yaw and pitch is told back by the rotation', () => {
    fc.assert(fc.property(yaw, pitch, (turned, tilted) => {
      const look = lookRotation(turned, tilted);
      expect(Math.hypot(...look)).toBeCloseTo(1, 6);
      expect(yawOf(look)).toBeCloseTo(turned, 5);
      expect(rotate(look, [0, 0, -1])[1]).toBeCloseTo(Math.sin(tilted), 5);
    }));
  });

  it('positive yaw is left, positive pitch is up', () => {
    const [x, , z] = rotate(lookRotation(Math.PI / 2, 0), [0, 0, -1]);
    expect(x).toBeCloseTo(-1);
    expect(z).toBeCloseTo(0);
    expect(rotate(lookRotation(0, 1), [0, 0, -1])[1]).toBeGreaterThan(0.8);
  });

  it('never rolls the head', () => {
    fc.assert(fc.property(yaw, pitch, (turned, tilted) => {
      expect(rotate(lookRotation(turned, tilted), [1, 0, 0])[1]).toBeCloseTo(0, 6);
    }));
  });
});

describe('the head', () => {
  it('stands above the feet, or is the headset\'s own', () => {
    const viewer = createViewer();
    placeViewer(viewer, [1, 2, 3], 0.5);
    expect(headPose(viewer).position).toEqual([1, 2 + STANDING_EYE, 3]);
    const head = { position: [9, 9, 9] as [number, number, number], rotation: [0, 0, 0, 1] as [number, number, number, number] };
    viewer.xr = { head, left: null, right: null, hands: false, grip: [0, 0] };
    expect(headPose(viewer)).toBe(head);
  });
});

describe('being put somewhere', () => {
  it('is a jump, keeps the view unless one is given, and copies the place', () => {
    const viewer = createViewer();
    viewer.yaw = 1;
    const spot: [number, number, number] = [1, 0, 1];
    placeViewer(viewer, spot);
    spot[0] = 99;
    expect(viewer).toMatchObject({ feet: [1, 0, 1], yaw: 1, jumps: 1 });
    placeViewer(viewer, [0, 0, 0], 0);
    expect(viewer).toMatchObject({ yaw: 0, jumps: 2 });
  });
});
