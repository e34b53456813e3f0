/** The eye of a preview: goes round by mouse, touch and keys, and keeps the exhibit in the picture. */

import { type Box3, MathUtils, PerspectiveCamera, Spherical, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Vec3 } from '../world/viewer';
import { direction, stand } from './framing';

const FOV = 32;
const PITCH = 0.34;
const MARGIN = 0.08;
const SPIN = 0.35;
const KEY_TURN = 0.16;
const KEY_ZOOM = 1.14;
const NEAREST = 0.08;
const FARTHEST = 24;

export class View {
  readonly camera = new PerspectiveCamera(FOV, 1, 0.01, 80);
  spinning = false;
  private readonly controls: OrbitControls;
  private readonly offset = new Vector3();
  private readonly spherical = new Spherical();
  private readonly onKey = (event: KeyboardEvent): void => this.key(event);

  constructor(private readonly canvas: HTMLCanvasElement, private readonly yaw: number, moved: () => void) {
    this.controls = new OrbitControls(this.camera, canvas);
    Object.assign(this.controls, {
      enableDamping: true, dampingFactor: 0.09, minDistance: NEAREST, maxDistance: FARTHEST, maxPolarAngle: 1.7,
      zoomToCursor: true,
    });
    this.controls.addEventListener('change', moved);
    this.controls.addEventListener('start', () => (this.spinning = false));
    if (canvas.tabIndex < 0) canvas.tabIndex = 0;
    canvas.addEventListener('keydown', this.onKey);
  }

  /** Stand three-quarters before something new. */
  begin(points: readonly Vec3[]): void {
    this.stand(points, this.yaw, PITCH);
  }

  /** See all of it again from where one is looking. */
  fit(points: readonly Vec3[]): void {
    this.measure();
    this.stand(points, this.spherical.theta, Math.PI / 2 - this.spherical.phi);
  }

  /** The exhibit grew or shrank: step back or nearer by as much, keeping the visitor's own zoom. */
  follow(before: Box3, after: Box3): void {
    const ratio = sizeOf(after) / (sizeOf(before) || 1);
    const shift = after.getCenter(new Vector3()).sub(before.getCenter(new Vector3()));
    this.offset.subVectors(this.camera.position, this.controls.target).multiplyScalar(ratio);
    this.controls.target.add(shift);
    this.camera.position.addVectors(this.controls.target, this.offset);
    this.controls.update();
  }

  update(dt: number): void {
    if (this.spinning) this.turn(SPIN * dt, 0, 1);
    this.controls.update(dt);
  }

  resize(width: number, height: number): void {
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
  }

  dispose(): void {
    this.canvas.removeEventListener('keydown', this.onKey);
    this.controls.dispose();
  }

  private stand(points: readonly Vec3[], yaw: number, pitch: number): void {
    const { camera, controls } = this;
    const { target, distance } = stand(points, {
      fov: MathUtils.degToRad(FOV), aspect: camera.aspect, yaw, pitch, margin: MARGIN,
    });
    controls.target.set(...target);
    camera.position.set(...direction(yaw, pitch)).multiplyScalar(MathUtils.clamp(distance, NEAREST, FARTHEST))
      .add(controls.target);
    controls.update();
  }

  private key(event: KeyboardEvent): void {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.spinning = false;
    this.turn(...act);
  }

  private turn(yaw: number, pitch: number, nearer: number): void {
    this.measure();
    const { spherical, controls } = this;
    spherical.theta += yaw;
    spherical.phi = MathUtils.clamp(spherical.phi - pitch, 0.02, controls.maxPolarAngle);
    spherical.radius = MathUtils.clamp(spherical.radius / nearer, NEAREST, FARTHEST);
    this.camera.position.setFromSpherical(spherical).add(controls.target);
    controls.update();
  }

  private measure(): void {
    this.spherical.setFromVector3(this.offset.subVectors(this.camera.position, this.controls.target));
  }
}

const KEYS: Record<string, [yaw: number, pitch: number, nearer: number]> = {
  ArrowLeft: [-KEY_TURN, 0, 1],
  ArrowRight: [KEY_TURN, 0, 1],
  ArrowUp: [0, KEY_TURN, 1],
  ArrowDown: [0, -KEY_TURN, 1],
  '+': [0, 0, KEY_ZOOM],
  '=': [0, 0, KEY_ZOOM],
  '-': [0, 0, 1 / KEY_ZOOM],
};

function sizeOf(box: Box3): number {
  return box.getSize(new Vector3()).length();
}
