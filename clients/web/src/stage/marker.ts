/** Where a click to go leads: a ring that settles on the floor. */

import { Mesh, MeshBasicMaterial, RingGeometry, type Scene } from 'three';
import type { Vec3 } from '../world/viewer';
import { ease } from './frame';

const COLOR = 0xffc27a;

export class Marker {
  private readonly material = new MeshBasicMaterial({
    color: COLOR, transparent: true, opacity: 0, depthWrite: false, toneMapped: false, fog: false,
  });
  private readonly ring = new Mesh(new RingGeometry(0.26, 0.34, 40).rotateX(-Math.PI / 2), this.material);
  private wanted = false;

  constructor(scene: Scene) {
    this.ring.visible = false;
    this.ring.raycast = () => undefined;
    scene.add(this.ring);
  }

  /** Show it on the floor at `point`, or let it go. */
  set(point: Vec3 | null): void {
    this.wanted = point !== null;
    if (!point) return;
    this.ring.position.set(point[0], point[1] + 0.025, point[2]);
    if (!this.ring.visible) this.ring.scale.setScalar(1.9);
    this.ring.visible = true;
  }

  update(dt: number): void {
    if (!this.ring.visible) return;
    this.material.opacity = ease(this.material.opacity, this.wanted ? 0.9 : 0, 10, dt);
    this.ring.scale.setScalar(ease(this.ring.scale.x, this.wanted ? 1 : 1.4, 9, dt));
    this.ring.visible = this.wanted || this.material.opacity > 0.01;
  }

  dispose(): void {
    this.ring.removeFromParent();
    this.ring.geometry.dispose();
    this.material.dispose();
  }
}
