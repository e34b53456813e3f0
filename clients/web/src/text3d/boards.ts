/** Many rectangles of text in one draw call: ink from an atlas page, paper from the shader. */

import {
  DynamicDrawUsage, InstancedBufferAttribute, InstancedMesh, type Matrix4, PlaneGeometry, type Scene, ShaderMaterial,
  type Texture, UniformsLib, UniformsUtils,
} from 'three';

const VERTEX = /* glsl */ `
#include <fog_pars_vertex>
attribute vec4 rect;
attribute vec4 ink;
attribute vec4 paper;
attribute vec4 sheet;
attribute float bend;
varying vec2 at;
varying vec4 inkColor;
varying vec4 paperColor;
varying vec4 window;
varying vec4 measures;
void main() {
  at = uv;
  inkColor = ink;
  paperColor = paper;
  window = rect;
  measures = sheet;
  vec3 spot = position;
  if (bend > 0.0) {
    float angle = position.x * sheet.x / bend;
    spot = vec3(sin(angle) * bend / sheet.x, position.y, (cos(angle) - 1.0) * bend);
  }
  vec4 mvPosition = viewMatrix * modelMatrix * instanceMatrix * vec4(spot, 1.0);
  gl_Position = projectionMatrix * mvPosition;
  #include <fog_vertex>
}
`;

/** `measures`: width, height, padding left and right, padding above and below, metres. */
const FRAGMENT = /* glsl */ `
#include <fog_pars_fragment>
uniform sampler2D page;
varying vec2 at;
varying vec4 inkColor;
varying vec4 paperColor;
varying vec4 window;
varying vec4 measures;
void main() {
  vec2 size = measures.xy, pad = measures.zw;
  vec2 inside = (at * size - pad) / (size - 2.0 * pad);
  float within = step(0.0, inside.x) * step(inside.x, 1.0) * step(0.0, inside.y) * step(inside.y, 1.0);
  float covered = texture2D(page, mix(window.xy, window.zw, clamp(inside, 0.0, 1.0))).r * within * inkColor.a;
  float round_ = min(min(size.x, size.y) * 0.5, max(pad.x, pad.y) * 1.2 + 0.001);
  vec2 q = abs((at - 0.5) * size) - size * 0.5 + round_;
  float far = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
  float sheet_ = paperColor.a * (1.0 - smoothstep(-fwidth(far), 0.0, far));
  float alpha = max(sheet_, covered);
  if (alpha < 0.004) discard;
  vec3 color = mix(paperColor.rgb, inkColor.rgb, covered / max(alpha, 0.004));
  gl_FragColor = vec4(color, alpha);
  #include <colorspace_fragment>
  #include <fog_fragment>
}
`;

export interface Board {
  matrix: Matrix4;
  rect: readonly [number, number, number, number];
  ink: readonly [number, number, number];
  inkAlpha?: number;
  paper: readonly [number, number, number, number] | null;
  size: readonly [number, number];
  padding: readonly [number, number];
  /** The radius of a round thing it lies on, metres; 0 is flat. */
  bend?: number;
}

/** Strips that a bent board is made of. */
const BENDS = 12;

type Four = [number, number, number, number];

/** The boards whose text lies on one page. */
export class Boards {
  private readonly mesh: InstancedMesh<PlaneGeometry, ShaderMaterial>;
  private readonly attributes: Record<'rect' | 'ink' | 'paper' | 'sheet', InstancedBufferAttribute>;
  private readonly bends: InstancedBufferAttribute;
  private count = 0;

  constructor(
    private readonly scene: Scene, page: Texture, private readonly capacity: number,
    layer: 'sign' | 'plate' | 'label' = 'sign',
  ) {
    const material = new ShaderMaterial({
      name: 'text',
      uniforms: { ...UniformsUtils.clone(UniformsLib.fog), page: { value: page } },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
      // A label belongs to a part that may lie inside others.
      depthTest: layer !== 'label',
      fog: layer === 'sign',
      toneMapped: false,
      polygonOffset: true,
      polygonOffsetFactor: -1,
      polygonOffsetUnits: -4,
    });
    const plane = new PlaneGeometry(1, 1, BENDS, 1);
    const four = (): InstancedBufferAttribute => {
      const attribute = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4);
      attribute.setUsage(DynamicDrawUsage);
      return attribute;
    };
    this.attributes = { rect: four(), ink: four(), paper: four(), sheet: four() };
    this.bends = new InstancedBufferAttribute(new Float32Array(capacity), 1);
    plane.setAttribute('bend', this.bends);
    for (const [name, attribute] of Object.entries(this.attributes)) plane.setAttribute(name, attribute);
    this.mesh = new InstancedMesh(plane, material, capacity);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = { sign: 10, plate: 20, label: 22 }[layer];
    this.mesh.raycast = () => undefined;
    scene.add(this.mesh);
    this.finish();
  }

  add({ matrix, rect, ink, inkAlpha = 1, paper, size, padding, bend = 0 }: Board): void {
    if (this.count >= this.capacity) return;
    const at = this.count * 4;
    this.mesh.setMatrixAt(this.count, matrix);
    this.set('rect', at, rect as Four);
    this.set('ink', at, [...ink, inkAlpha]);
    this.set('paper', at, (paper ?? [...ink, 0]) as Four);
    this.set('sheet', at, [...size, ...padding]);
    this.bends.setX(this.count, bend);
    this.count += 1;
  }

  /** All boards have been added; until the next `add` they stay as they are. */
  finish(): void {
    this.mesh.count = this.count;
    this.mesh.visible = this.count > 0;
    this.mesh.instanceMatrix.needsUpdate = true;
    for (const attribute of [...Object.values(this.attributes), this.bends]) attribute.needsUpdate = true;
    this.count = 0;
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.dispose();
  }

  private set(name: keyof Boards['attributes'], at: number, value: Four): void {
    (this.attributes[name].array as Float32Array).set(value, at);
  }
}
