/** A quiet grid on the floor around what is looked at: a line a metre, a stronger one every ten. */

import { DoubleSide, Mesh, PlaneGeometry, type Scene, ShaderMaterial, Vector3 } from 'three';

const VERTEX = /* glsl */ `
varying vec3 at;
void main() {
  vec4 place = modelMatrix * vec4(position, 1.0);
  at = place.xyz;
  gl_Position = projectionMatrix * viewMatrix * place;
}
`;

const FRAGMENT = /* glsl */ `
uniform vec3 centre;
uniform float radius;
uniform float cell;
varying vec3 at;
float lines(float size) {
  vec2 p = at.xz / size;
  vec2 near = abs(fract(p - 0.5) - 0.5) / fwidth(p);
  return 1.0 - min(min(near.x, near.y), 1.0);
}
void main() {
  float fade = 1.0 - smoothstep(0.35, 1.0, distance(at.xz, centre.xz) / radius);
  float strength = max(lines(cell) * 0.15, lines(cell * 10.0) * 0.3) * fade;
  if (strength < 0.01) discard;
  gl_FragColor = vec4(0.06, 0.20, 0.14, strength);
}
`;

const LIFT = 0.015;

export class Grid {
  private readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;

  constructor(scene: Scene) {
    const material = new ShaderMaterial({
      name: 'grid',
      uniforms: { centre: { value: new Vector3() }, radius: { value: 30 }, cell: { value: 1 } },
      vertexShader: VERTEX, fragmentShader: FRAGMENT,
      transparent: true, depthWrite: false, side: DoubleSide, toneMapped: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2), material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
    this.mesh.raycast = () => undefined;
    scene.add(this.mesh);
  }

  /** Lie at a level around a point, as far as one sees from so far away. */
  update(x: number, y: number, z: number, distance: number): void {
    const { uniforms } = this.mesh.material;
    const radius = Math.min(400, Math.max(14, distance * 2.2));
    (uniforms['centre']!.value as Vector3).set(x, y, z);
    uniforms['radius']!.value = radius;
    uniforms['cell']!.value = distance > 60 ? 10 : 1;
    this.mesh.position.set(x, y + LIFT, z);
    this.mesh.scale.set(radius * 2, 1, radius * 2);
    this.mesh.updateMatrixWorld();
  }

  show(visible: boolean): void {
    this.mesh.visible = visible;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
