/** The camera and the rig it stands on; outside a headset it follows the viewer. */

import { Group, PerspectiveCamera, type Scene, Vector3 } from 'three';
import type { Viewer } from '../../world/viewer';
import { ease } from '../frame';

const FIELD_WIDE = 62;
const FIELD_TALL = 78;
const STEP_RATE = 14;

export class Eye {
  /** The floor under the feet; a headset's own space hangs below it. */
  readonly rig = new Group();
  readonly camera = new PerspectiveCamera(FIELD_WIDE, 1, 0.12, 2600);
  private height = 0;
  private jumps = -1;
  private readonly pixels = { width: 1, height: 1 };

  constructor(scene: Scene) {
    this.camera.rotation.order = 'YXZ';
    this.rig.add(this.camera);
    scene.add(this.rig);
  }

  resize(width: number, height: number): void {
    Object.assign(this.pixels, { width, height });
    this.camera.aspect = width / height;
    // A phone held upright would else look through a slit.
    this.camera.fov = width < height ? FIELD_TALL : FIELD_WIDE;
    this.camera.updateProjectionMatrix();
  }

  /** Stand where the viewer stands; steps and sitting down are softened, jumps are not. */
  follow(viewer: Viewer, dt: number): void {
    const wanted = viewer.feet[1] + viewer.eye;
    const jumped = viewer.jumps !== this.jumps;
    this.height = jumped ? wanted : ease(this.height, wanted, STEP_RATE, dt);
    this.jumps = viewer.jumps;
    this.rig.position.set(viewer.feet[0], viewer.feet[1], viewer.feet[2]);
    this.rig.rotation.set(0, 0, 0);
    this.camera.position.set(0, this.height - viewer.feet[1], 0);
    this.camera.rotation.set(viewer.pitch, viewer.yaw, 0);
    this.rig.updateMatrixWorld(true);
  }

  get pixelsPerRadian(): number {
    return this.pixels.height / ((this.camera.fov * Math.PI) / 180);
  }

  /** A point of the hall in CSS pixels of the canvas. */
  project(point: Vector3): { x: number; y: number; visible: boolean } {
    const { width, height } = this.pixels;
    point.project(this.camera);
    const visible = point.z > -1 && point.z < 1 && Math.abs(point.x) <= 1 && Math.abs(point.y) <= 1;
    return { x: ((point.x + 1) / 2) * width, y: ((1 - point.y) / 2) * height, visible };
  }

  /** The direction through a CSS pixel, as coordinates from -1 to 1. */
  unproject(x: number, y: number): { x: number; y: number } {
    return { x: (x / this.pixels.width) * 2 - 1, y: 1 - (y / this.pixels.height) * 2 };
  }
}
