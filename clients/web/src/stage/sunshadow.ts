/** One shadow map that follows the viewer in steps, so that most frames do not redraw it. */

import { type DirectionalLight, Vector3 } from 'three';

const REACH = 26;
const STEP = 5;
const AHEAD = 13;
const REDRAW_SECONDS = 0.06;

export class SunShadow {
  private readonly center = new Vector3(Infinity, 0, 0);
  private readonly aim = new Vector3();
  private stale = true;
  private waited = 0;

  constructor(private readonly sun: DirectionalLight) {}

  /** Turn shadows on or off. */
  enable(on: boolean, size: number): void {
    if (this.sun.castShadow === on && (!on || this.sun.shadow.mapSize.x === size)) return;
    this.sun.castShadow = on;
    if (!on) return;
    const { shadow } = this.sun;
    shadow.mapSize.set(size, size);
    shadow.autoUpdate = false;
    shadow.bias = -0.0004;
    shadow.normalBias = 0.03;
    shadow.radius = 2.2;
    shadow.intensity = 0.86;
    Object.assign(shadow.camera, {
      left: -REACH, right: REACH, top: REACH, bottom: -REACH, near: 60, far: 320,
    });
    shadow.camera.updateProjectionMatrix();
    shadow.map?.dispose();
    shadow.map = null;
    this.stale = true;
  }

  /** Something that casts a shadow came or moved. */
  touch(): void {
    this.stale = true;
  }

  update(eye: Vector3, forward: Vector3, toSun: Vector3, dt: number): void {
    if (!this.sun.castShadow) return;
    this.waited += dt;
    this.aim.set(forward.x, 0, forward.z).normalize().multiplyScalar(AHEAD).add(eye);
    this.aim.y = 0;
    const moved = this.aim.distanceTo(this.center) > STEP;
    if (!moved && !(this.stale && this.waited > REDRAW_SECONDS)) return;
    if (moved) this.moveTo(this.aim, toSun);
    this.stale = false;
    this.waited = 0;
    this.sun.shadow.needsUpdate = true;
  }

  private moveTo(aim: Vector3, toSun: Vector3): void {
    this.center.copy(aim);
    // Whole texels, so that edges do not crawl when the map moves.
    const texel = (REACH * 2) / this.sun.shadow.mapSize.x;
    aim.set(Math.round(aim.x / texel) * texel, 0, Math.round(aim.z / texel) * texel);
    this.sun.target.position.copy(aim);
    this.sun.position.copy(toSun).multiplyScalar(200).add(aim);
    this.sun.target.updateMatrixWorld();
    this.sun.updateMatrixWorld();
  }
}
