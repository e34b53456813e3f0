import fc from 'fast-check';
import { Scene, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { ease } from '../../../src/stage/frame';
import { Eye } from '../../../src/stage/view/eye';
import { createViewer, headPose, placeViewer, type Vec3 } from '../../../src/world/viewer';

function look(feet: Vec3, yaw: number, pitch = 0) {
  const eye = new Eye(new Scene());
  eye.resize(800, 600);
  const viewer = createViewer();
  placeViewer(viewer, feet, yaw);
  viewer.pitch = pitch;
  eye.follow(viewer, 1 / 60);
  return { eye, viewer };
}

describe('the camera', () => {
  it('is where the viewer\'s head is and looks as it does', () => {
    const number = fc.double({ min: -40, max: 40, noNaN: true }), turn = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(fc.property(number, number, turn, fc.double({ min: -1.4, max: 1.4, noNaN: true }), (x, z, yaw, pitch) => {
      const { eye, viewer } = look([x, 0.5, z], yaw, pitch);
      const { position, rotation } = headPose(viewer);
      const at = eye.camera.getWorldPosition(new Vector3());
      expect(at.distanceTo(new Vector3(...position))).toBeLessThan(1e-6);
      const { x: qx, y, z: qz, w } = eye.camera.quaternion;
      const dot = qx * rotation[0] + y * rotation[1] + qz * rotation[2] + w * rotation[3];
      expect(Math.abs(dot)).toBeCloseTo(1, 6);
    }), { numRuns: 40 });
  });

  it('sees what is ahead in the middle of the picture, and nothing that is behind', () => {
    const { eye } = look([0, 0, 0], 0);
    expect(eye.project(new Vector3(0, 1.62, -10))).toMatchObject({ visible: true });
    const { x, y } = eye.project(new Vector3(0, 1.62, -10));
    expect([Math.round(x), Math.round(y)]).toEqual([400, 300]);
    expect(eye.project(new Vector3(0, 1.62, 10)).visible).toBe(false);
    expect(eye.project(new Vector3(100, 1.62, -10)).visible).toBe(false);
  });

  it('what is higher is higher on the screen, and what is to the right is to the right', () => {
    const { eye } = look([0, 0, 0], 0);
    expect(eye.project(new Vector3(0, 3, -10)).y).toBeLessThan(300);
    expect(eye.project(new Vector3(2, 1.62, -10)).x).toBeGreaterThan(400);
  });

  it('goes there and back between pixels and directions', () => {
    const { eye } = look([0, 0, 0], 0);
    expect(eye.unproject(400, 300)).toEqual({ x: 0, y: 0 });
    expect(eye.unproject(0, 0)).toEqual({ x: -1, y: 1 });
    expect(eye.unproject(800, 600)).toEqual({ x: 1, y: -1 });
  });

  it('looks through a taller window on a phone held upright', () => {
    const { eye } = look([0, 0, 0], 0);
    const wide = eye.camera.fov;
    eye.resize(400, 800);
    expect(eye.camera.fov).toBeGreaterThan(wide);
    expect(eye.pixelsPerRadian).toBeCloseTo(800 / ((eye.camera.fov * Math.PI) / 180));
  });

  it('softens a step and a seat, but not a jump', () => {
    const { eye, viewer } = look([0, 0, 0], 0);
    viewer.feet = [0, 0.3, 0];
    eye.follow(viewer, 1 / 60);
    const height = eye.camera.getWorldPosition(new Vector3()).y;
    expect(height).toBeGreaterThan(1.62);
    expect(height).toBeLessThan(1.8);
    placeViewer(viewer, [0, 9, 0]);
    eye.follow(viewer, 1 / 60);
    expect(eye.camera.getWorldPosition(new Vector3()).y).toBeCloseTo(10.62);
  });
});

describe('easing', () => {
  it('goes towards its goal, never past it, and arrives', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(fc.property(number, number, fc.double({ min: 0.1, max: 30, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true }), (from, to, rate, dt) => {
      const moved = ease(from, to, rate, dt);
      expect(Math.abs(to - moved)).toBeLessThanOrEqual(Math.abs(to - from) + 1e-12);
      expect((to - moved) * (to - from)).toBeGreaterThanOrEqual(0);
    }));
    let at = 0;
    for (let i = 0; i < 300; i++) at = ease(at, 1, 8, 1 / 60);
    expect(at).toBe(1);
  });

  it('comes as far in two short frames as in one long one', () => {
    expect(ease(ease(0, 1, 5, 0.02), 1, 5, 0.02)).toBeCloseTo(ease(0, 1, 5, 0.04), 10);
  });
});
