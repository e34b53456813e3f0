/** Doorways to other halls: slim frames and a surface of slow light, two draw calls for all. */

import {
  BoxGeometry, BufferAttribute, Color, DoubleSide, InstancedMesh, Matrix4, MeshLambertMaterial, PlaneGeometry,
  Quaternion, type Scene, ShaderMaterial, Vector3,
} from 'three';
import { type Atmosphere } from '../sky/atmosphere';
import type { Portal } from '../../world/scene';
import type { Entry } from './sceneview';

const BAR = 0.14;
const DEPTH = 0.34;

const VERTEX = /* glsl */ `
varying vec2 at;
varying float away;
void main() {
  at = uv;
  vec4 view = viewMatrix * modelMatrix * instanceMatrix * vec4(position, 1.0);
  away = -view.z;
  gl_Position = projectionMatrix * view;
}
`;

const FRAGMENT = /* glsl */ `
uniform float time;
uniform sampler2D noise;
uniform vec3 tint;
varying vec2 at;
varying float away;
void main() {
  vec2 p = vec2(at.x * 0.7, at.y);
  float veil = texture2D(noise, p * 0.35 + vec2(time * 0.012, time * 0.03)).b;
  veil = veil * 0.6 + texture2D(noise, p * 0.8 - vec2(time * 0.02, -time * 0.015)).b * 0.5;
  float bands = smoothstep(0.42, 0.78, veil);
  float edge = smoothstep(0.22, 0.0, min(min(at.x, 1.0 - at.x), min(at.y * 1.5, 1.0 - at.y)));
  float rise = 0.55 + 0.45 * (1.0 - at.y);
  float glow = (0.24 + 0.30 * bands) * rise + 0.5 * edge * edge;
  // Up close one looks through it rather than into a lamp.
  glow *= smoothstep(0.3, 2.5, away);
  gl_FragColor = vec4(mix(tint, vec3(1.0, 0.95, 0.88), 0.6 * glow), min(glow * 1.2, 0.9));
  #include <colorspace_fragment>
}
`;

const FRAME = new Color(0.40, 0.31, 0.20);
const TINT = new Color(1.0, 0.78, 0.5);

export class Portals {
  private frames: InstancedMesh<BoxGeometry, MeshLambertMaterial> | null = null;
  private veils: InstancedMesh<PlaneGeometry, ShaderMaterial> | null = null;
  private readonly box = painted(new BoxGeometry(1, 1, 1));
  private readonly plane = new PlaneGeometry(1, 1);
  private readonly metal = new MeshLambertMaterial({ name: 'portal frame', color: FRAME, vertexColors: true });
  private readonly veil: ShaderMaterial;

  constructor(private readonly scene: Scene, atmosphere: Atmosphere, noise: { value: unknown }) {
    this.veil = new ShaderMaterial({
      name: 'portal',
      uniforms: { time: atmosphere.time, noise, tint: { value: TINT } },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
      toneMapped: false,
    });
  }

  /** Draw these portal nodes. */
  build(entries: readonly Entry[]): void {
    this.clear();
    const portals = entries.filter(({ node }) => node.portal);
    if (!portals.length) return;
    this.frames = new InstancedMesh(this.box, this.metal, portals.length * 4);
    this.veils = new InstancedMesh(this.plane, this.veil, portals.length);
    portals.forEach(({ group, node }, at) => {
      const { width, height } = doorway(node.portal!);
      barsOf(width, height).forEach((bar, side) => {
        this.frames!.setMatrixAt(at * 4 + side, bar.premultiply(group.matrixWorld));
      });
      const sheet = compose([0, height / 2, 0], [width, height, 1]).premultiply(group.matrixWorld);
      this.veils!.setMatrixAt(at, sheet);
    });
    this.frames.computeBoundingSphere();
    this.veils.computeBoundingSphere();
    this.scene.add(this.frames, this.veils);
  }

  dispose(): void {
    this.clear();
    for (const thing of [this.box, this.plane, this.metal, this.veil]) thing.dispose();
  }

  private clear(): void {
    for (const mesh of [this.frames, this.veils]) {
      mesh?.removeFromParent();
      mesh?.dispose();
    }
    this.frames = this.veils = null;
  }
}

/** White vertex colours let frames share the shader that buildings have compiled already. */
function painted(box: BoxGeometry): BoxGeometry {
  const white = new Uint8Array(box.getAttribute('position').count * 4).fill(255);
  return box.setAttribute('color', new BufferAttribute(white, 4, true)) as BoxGeometry;
}

function compose(place: [number, number, number], size: [number, number, number]): Matrix4 {
  return new Matrix4().compose(new Vector3(...place), new Quaternion(), new Vector3(...size));
}

/** The opening's measures; a portal that does not say is as wide as a double door. */
export function doorway({ width = 2.4, height = 2.8 }: Portal): { width: number; height: number } {
  return { width, height };
}

/** Left, right, lintel, threshold. */
function barsOf(width: number, height: number): Matrix4[] {
  const x = width / 2 + BAR / 2;
  return [
    compose([-x, height / 2, 0], [BAR, height, DEPTH]),
    compose([x, height / 2, 0], [BAR, height, DEPTH]),
    compose([0, height + BAR / 2, 0], [width + BAR * 2, BAR, DEPTH]),
    compose([0, 0.01, 0], [width + BAR * 2, 0.02, DEPTH * 1.6]),
  ];
}
