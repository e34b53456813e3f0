/** Soft discs on the floor: pools of light at plinths, quiet rings at guides' places; one call. */

import {
  AdditiveBlending, Color, InstancedBufferAttribute, InstancedMesh, Matrix4, PlaneGeometry, Quaternion, type Scene,
  ShaderMaterial, Vector3,
} from 'three';
import { type Atmosphere } from '../sky/atmosphere';
import type { Entry } from './sceneview';

const VERTEX = /* glsl */ `
attribute vec4 glow;
varying vec2 at;
varying vec4 light;
void main() {
  at = uv * 2.0 - 1.0;
  light = glow;
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.0);
}
`;

/** `light.a` is 0 for a filled pool and 1 for a ring that breathes. */
const FRAGMENT = /* glsl */ `
uniform float time;
varying vec2 at;
varying vec4 light;
void main() {
  float r = length(at);
  float pool = pow(max(0.0, 1.0 - r), 1.6);
  float breath = 0.75 + 0.25 * sin(time * 1.4);
  float ring = smoothstep(0.06, 0.0, abs(r - 0.82)) * breath + 0.25 * max(0.0, 1.0 - r);
  gl_FragColor = vec4(light.rgb * mix(pool, ring, light.a), 1.0);
  #include <colorspace_fragment>
}
`;

interface Glow {
  place: Vector3;
  radius: number;
  color: Color;
  ring: boolean;
}

const WARM = new Color(0.05, 0.04, 0.028);
const QUIET = new Color(0.045, 0.085, 0.11);
const LIFT = 0.012;

export class Glows {
  private mesh: InstancedMesh<PlaneGeometry, ShaderMaterial> | null = null;
  private readonly material: ShaderMaterial;

  constructor(private readonly scene: Scene, atmosphere: Atmosphere) {
    this.material = new ShaderMaterial({
      name: 'glow',
      uniforms: { time: atmosphere.time },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
      toneMapped: false,
      polygonOffset: true,
      polygonOffsetFactor: -2,
      polygonOffsetUnits: -2,
    });
  }

  /** Draw what plinth and guide nodes ask for; plinths glow indoors alone. */
  build(entries: readonly Entry[], indoor: boolean): void {
    this.clear();
    const glows = entries.flatMap((entry) => glowOf(entry, indoor) ?? []);
    if (!glows.length) return;
    const plane = new PlaneGeometry(2, 2).rotateX(-Math.PI / 2);
    const colors = new Float32Array(glows.length * 4);
    this.mesh = new InstancedMesh(plane, this.material, glows.length);
    const matrix = new Matrix4(), turn = new Quaternion(), size = new Vector3();
    glows.forEach(({ place, radius, color, ring }, at) => {
      this.mesh!.setMatrixAt(at, matrix.compose(place, turn, size.setScalar(radius)));
      colors.set([color.r, color.g, color.b, ring ? 1 : 0], at * 4);
    });
    plane.setAttribute('glow', new InstancedBufferAttribute(colors, 4));
    this.mesh.computeBoundingSphere();
    this.mesh.renderOrder = -1;
    this.scene.add(this.mesh);
  }

  dispose(): void {
    this.clear();
    this.material.dispose();
  }

  private clear(): void {
    this.mesh?.removeFromParent();
    this.mesh?.geometry.dispose();
    this.mesh?.dispose();
    this.mesh = null;
  }
}

function glowOf({ node, group }: Entry, indoor: boolean): Glow | null {
  const place = new Vector3().setFromMatrixPosition(group.matrixWorld);
  place.y += LIFT;
  if (node.kind === 'guide') return { place, radius: 0.62, color: QUIET, ring: true };
  if (node.plinth && indoor) return { place, radius: node.plinth.radius * 2.6 + 0.6, color: WARM, ring: false };
  return null;
}
