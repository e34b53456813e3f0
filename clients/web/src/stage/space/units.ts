/** Space to let as tinted glass in the colour of its status: through what is before it, faintly. */

import {
  BoxGeometry, DoubleSide, DynamicDrawUsage, GreaterDepth, InstancedBufferAttribute, InstancedMesh, LessEqualDepth, Matrix4,
  type Scene, ShaderMaterial, Vector3,
} from 'three';
import type { Frame } from '../frame';
import { ease } from '../frame';
import type { Entry } from '../view/sceneview';
import { COLOURS } from './unit';

const VERTEX = /* glsl */ `
attribute vec4 tint;
attribute vec3 measures;
varying vec3 at;
varying vec3 side;
varying vec4 colour;
varying vec3 size;
void main() {
  at = position + vec3(0.5, 0.0, 0.5);
  side = normal;
  colour = tint;
  size = measures;
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.0);
}
`;

/** Edges keep their width in metres, and never get thinner than a pixel or two. */
const FRAGMENT = /* glsl */ `
uniform float presence;
uniform float strength;
varying vec3 at;
varying vec3 side;
varying vec4 colour;
varying vec3 size;
void main() {
  vec3 inwards = min(at, 1.0 - at) * size;
  vec3 flat_ = abs(side);
  vec3 away = inwards + flat_ * 1e3;
  float edge = min(away.x, min(away.y, away.z));
  float width = max(0.05, 1.6 * max(fwidth(at.x * size.x) * (1.0 - flat_.x), max(fwidth(at.y * size.y) * (1.0 - flat_.y), fwidth(at.z * size.z) * (1.0 - flat_.z))));
  float line = 1.0 - smoothstep(width * 0.55, width, edge);
  float floor_ = step(0.5, -side.y);
  float fill = 0.16 + 0.24 * floor_ + 0.2 * (1.0 - at.y) * (1.0 - flat_.y);
  float alpha = mix(fill * (1.0 + colour.a), 0.95, line) * presence * strength;
  gl_FragColor = vec4(mix(colour.rgb, vec3(1.0), 0.35 * line + 0.12 * colour.a), alpha);
  #include <colorspace_fragment>
}
`;

/** What lies behind walls is drawn this strongly. */
const BEHIND = 0.34;
const RATE = 8;

export class Units {
  private readonly box = new BoxGeometry(1, 1, 1).translate(0, 0.5, 0);
  private readonly presence = { value: 0 };
  private readonly materials = [this.material(1, false), this.material(BEHIND, true)];
  private meshes: InstancedMesh<BoxGeometry, ShaderMaterial>[] = [];
  private entries: readonly Entry[] = [];
  private chosen: string | null = null;

  constructor(private readonly scene: Scene) {}

  /** Draw these unit nodes. */
  build(entries: readonly Entry[]): void {
    this.clear();
    this.entries = entries.filter(({ node }) => node.unit);
    if (!this.entries.length) return;
    this.meshes = this.materials.map((material, at) => {
      const mesh = new InstancedMesh(this.box.clone(), material, this.entries.length);
      mesh.renderOrder = 4 + at;
      mesh.frustumCulled = false;
      mesh.raycast = () => undefined;
      mesh.visible = false;
      this.place(mesh);
      this.scene.add(mesh);
      return mesh;
    });
    this.paint();
  }

  update({ units, dt, reducedMotion }: Frame): void {
    const wanted = units ? 1 : 0;
    this.presence.value = reducedMotion ? wanted : ease(this.presence.value, wanted, RATE, dt);
    for (const mesh of this.meshes) mesh.visible = this.presence.value > 0.01;
    if (units && units.chosen !== this.chosen) {
      this.chosen = units.chosen;
      this.paint();
    }
  }

  dispose(): void {
    this.clear();
    this.box.dispose();
    for (const material of this.materials) material.dispose();
  }

  private material(strength: number, behind: boolean): ShaderMaterial {
    return new ShaderMaterial({
      name: 'unit', uniforms: { presence: this.presence, strength: { value: strength } },
      vertexShader: VERTEX, fragmentShader: FRAGMENT, transparent: true, depthWrite: false, side: DoubleSide,
      depthFunc: behind ? GreaterDepth : LessEqualDepth, toneMapped: false,
    });
  }

  private place(mesh: InstancedMesh<BoxGeometry, ShaderMaterial>): void {
    const sizes = new Float32Array(this.entries.length * 3);
    const size = new Vector3(), matrix = new Matrix4();
    this.entries.forEach(({ node, group }, at) => {
      size.set(...node.unit!.size);
      mesh.setMatrixAt(at, matrix.copy(group.matrixWorld).scale(size));
      sizes.set(node.unit!.size, at * 3);
    });
    mesh.geometry.setAttribute('measures', new InstancedBufferAttribute(sizes, 3));
    const tint = new InstancedBufferAttribute(new Float32Array(this.entries.length * 4), 4);
    mesh.geometry.setAttribute('tint', tint.setUsage(DynamicDrawUsage));
  }

  private paint(): void {
    for (const { geometry } of this.meshes) {
      const tint = geometry.getAttribute('tint');
      this.entries.forEach(({ id, node }, at) => tint.setXYZW(at, ...COLOURS[node.status ?? 'free'], id === this.chosen ? 1 : 0));
      tint.needsUpdate = true;
    }
  }

  private clear(): void {
    for (const mesh of this.meshes) {
      mesh.removeFromParent();
      mesh.geometry.dispose();
      mesh.dispose();
    }
    this.meshes = [];
    this.entries = [];
  }
}
