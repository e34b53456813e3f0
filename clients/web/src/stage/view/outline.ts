/** A warm line around what is pointed at: its back faces once more, a few pixels larger. */

import { BackSide, Color, InstancedMesh, Mesh, ShaderMaterial, SkinnedMesh, Vector2 } from 'three';

const VERTEX = /* glsl */ `
uniform vec2 pixel;
void main() {
  vec4 at = vec4(position, 1.0);
  vec3 n = normal;
  #ifdef USE_INSTANCING
    at = instanceMatrix * at;
    n = mat3(instanceMatrix) * n;
  #endif
  gl_Position = projectionMatrix * modelViewMatrix * at;
  vec4 side = projectionMatrix * vec4(normalize(normalMatrix * n), 0.0);
  gl_Position.xy += normalize(side.xy + 1e-6) * pixel * gl_Position.w;
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 color;
void main() {
  gl_FragColor = vec4(color, 1.0);
  #include <colorspace_fragment>
}
`;

const WIDTH = 2.2;

export class Outline {
  private readonly hulls: Mesh[] = [];
  private readonly pixel = new Vector2(0.002, 0.002);
  private readonly material = new ShaderMaterial({
    name: 'outline',
    uniforms: { pixel: { value: this.pixel }, color: { value: new Color(1.0, 0.62, 0.22) } },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: BackSide,
    toneMapped: false,
  });

  /** The drawing buffer's size, so that the line keeps its width. */
  resize(width: number, height: number): void {
    this.pixel.set((2 * WIDTH) / width, (2 * WIDTH) / height);
  }

  /** Draw the line around these meshes, and around nothing else. */
  around(meshes: readonly Mesh[]): void {
    for (const hull of this.hulls) hull.removeFromParent();
    this.hulls.length = 0;
    for (const mesh of meshes) {
      if (mesh instanceof SkinnedMesh || !mesh.geometry.attributes['normal']) continue;
      const hull = this.hull(mesh);
      hull.raycast = () => undefined;
      mesh.add(hull);
      this.hulls.push(hull);
    }
  }

  dispose(): void {
    this.around([]);
    this.material.dispose();
  }

  private hull(mesh: Mesh): Mesh {
    if (!(mesh instanceof InstancedMesh)) return new Mesh(mesh.geometry, this.material);
    const hull = new InstancedMesh(mesh.geometry, this.material, mesh.count);
    hull.instanceMatrix = mesh.instanceMatrix;
    return hull;
  }
}
