/** Fine lines that show with what something has come into line. */

import { BufferGeometry, Float32BufferAttribute, LineBasicMaterial, LineSegments, type Scene } from 'three';
import type { Guide } from './snapping';

const LONG = 3;

export class Guides {
  private readonly lines = new LineSegments(
    new BufferGeometry(), new LineBasicMaterial({ color: '#e0489a', depthTest: false, toneMapped: false, fog: false }),
  );

  constructor(scene: Scene) {
    this.lines.frustumCulled = false;
    this.lines.renderOrder = 940;
    this.lines.raycast = () => undefined;
    scene.add(this.lines);
  }

  show(guides: readonly Guide[]): void {
    const points = guides.flatMap(({ axis, at, neighbour: { min, max } }) => {
      const along = axis === 0 ? 2 : 0;
      const ends = [min[along] - LONG, max[along] + LONG];
      return ends.flatMap((end) => [0, 1, 2].map((one) => (one === axis ? at : one === along ? end : (min[one]! + max[one]!) / 2)));
    });
    this.lines.visible = points.length > 0;
    this.lines.geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  }

  dispose(): void {
    this.lines.removeFromParent();
    this.lines.geometry.dispose();
    this.lines.material.dispose();
  }
}
