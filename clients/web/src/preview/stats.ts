/** What a subject is made of, in numbers. */

import { Vector3 } from 'three';
import type { PreviewStats } from './api';
import type { Subject } from './subject';

/** Triangles and vertices count what is drawn, each instance of a shape included. */
export function statsOf(subject: Subject | null, level: number, bytes: number, drawCalls: number): PreviewStats {
  let triangles = 0, vertices = 0;
  for (const mesh of subject?.placed.meshes ?? []) {
    const { geometry } = mesh;
    const copies = 'count' in mesh ? Number(mesh.count) : 1;
    const corners = geometry.index?.count ?? geometry.getAttribute('position').count;
    triangles += (corners / 3) * copies;
    vertices += geometry.getAttribute('position').count * copies;
  }
  const size = subject ? subject.bounds.getSize(new Vector3()).toArray() : [0, 0, 0];
  return {
    level, triangles: Math.floor(triangles), vertices, drawCalls, gpuBytes: subject?.template.bytes ?? 0, bytes,
    size: size as PreviewStats['size'],
  };
}
