/** One instanced mesh for each part of a figure: everybody costs the same few draw calls. */

import {
  type BufferGeometry, Color, DoubleSide, DynamicDrawUsage, InstancedBufferAttribute, InstancedMesh, type Material,
  type Matrix4, MeshLambertMaterial, PlaneGeometry, type Scene, ShaderMaterial,
} from 'three';
import { createGlass } from '../materials/glass';
import { patchShader } from '../materials/patch';
import type { Atmosphere } from '../sky/atmosphere';
import { distant, eyes, head, headset, seated, standing } from './figure';
import { hand } from './hand';


export const PARTS = [
  'body', 'bodyHands', 'sitter', 'sitterHands', 'head', 'eyes', 'headset', 'left', 'right', 'distant', 'shadow',
] as const;
export type CrowdPart = (typeof PARTS)[number];

/** Instances of one part, filled anew every frame. */
class Batch {
  readonly mesh: InstancedMesh;
  private readonly fist: InstancedBufferAttribute | null;
  private count = 0;

  constructor(geometry: BufferGeometry, material: Material, capacity: number, tinted: boolean) {
    this.mesh = new InstancedMesh(geometry, material, capacity);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
    if (tinted) this.mesh.setColorAt(0, new Color(1, 1, 1));
    this.fist = geometry.getAttribute('fist') ? new InstancedBufferAttribute(new Float32Array(capacity), 1) : null;
    if (this.fist) geometry.setAttribute('curl', this.fist.setUsage(DynamicDrawUsage));
  }

  add(matrix: Matrix4, color: Color | null, curl: number): void {
    if (this.count >= this.mesh.instanceMatrix.count) return;
    matrix.toArray(this.mesh.instanceMatrix.array as Float32Array, this.count * 16);
    if (color && this.mesh.instanceColor) this.mesh.setColorAt(this.count, color);
    this.fist?.setX(this.count, curl);
    this.count += 1;
  }

  finish(): void {
    this.mesh.count = this.count;
    this.mesh.visible = this.count > 0;
    if (this.count) {
      upload(this.mesh.instanceMatrix, this.count * 16);
      if (this.mesh.instanceColor) upload(this.mesh.instanceColor, this.count * 3);
      if (this.fist) upload(this.fist, this.count);
    }
    this.count = 0;
  }
}

/** Send only the part that is in use. */
function upload(attribute: InstancedBufferAttribute, numbers: number): void {
  attribute.clearUpdateRanges();
  attribute.addUpdateRange(0, numbers);
  attribute.needsUpdate = true;
}

/** A person's colour shows on cloth alone, a little paler than it was chosen. */
const TINT = /* glsl */ `
#ifdef USE_INSTANCING_COLOR
  vColor.rgb = mix(color.rgb, mix(instanceColor.rgb, vec3(0.55), 0.22), tint);
#endif
`;
const CURL = /* glsl */ `transformed = mix(transformed, fist, curl);`;

const BLOB_VERTEX = /* glsl */ `
varying vec2 at;
void main() {
  at = uv * 2.0 - 1.0;
  gl_Position = projectionMatrix * viewMatrix * instanceMatrix * vec4(position, 1.0);
}
`;
const BLOB_FRAGMENT = /* glsl */ `
varying vec2 at;
void main() {
  float r = length(at);
  gl_FragColor = vec4(0.02, 0.02, 0.03, 0.46 * pow(max(0.0, 1.0 - r), 1.5));
}
`;

export class Crowd {
  private readonly batches: Record<CrowdPart, Batch>;
  private readonly materials: Material[] = [];

  constructor(private readonly scene: Scene, atmosphere: Atmosphere, readonly capacity: number) {
    const cloth = this.keep(new MeshLambertMaterial({ name: 'cloth', vertexColors: true }));
    patchShader(cloth, {
      key: 'cloth', uniforms: {},
      vertex: { declare: 'attribute float tint;', after: { color_vertex: TINT } },
    });
    const skin = this.keep(new MeshLambertMaterial({ name: 'skin', vertexColors: true }));
    const dark = this.keep(createGlass(atmosphere, {
      color: new Color(0.012, 0.014, 0.02), opacity: 1, side: DoubleSide, vertexColors: false,
    }));
    const glove = this.keep(new MeshLambertMaterial({ name: 'hand', vertexColors: true }));
    patchShader(glove, {
      key: 'hand', uniforms: {},
      vertex: { declare: 'attribute vec3 fist; attribute float curl;', after: { begin_vertex: CURL } },
    });
    const blob = this.keep(new ShaderMaterial({
      name: 'contact', vertexShader: BLOB_VERTEX, fragmentShader: BLOB_FRAGMENT, transparent: true,
      depthWrite: false, toneMapped: false, polygonOffset: true, polygonOffsetFactor: -2, polygonOffsetUnits: -2,
    }));
    const batch = (geometry: BufferGeometry, material: Material, tinted = false): Batch =>
      new Batch(geometry, material, capacity, tinted);
    this.batches = {
      body: batch(standing(true), cloth, true),
      bodyHands: batch(standing(false), cloth, true),
      sitter: batch(seated(true), cloth, true),
      sitterHands: batch(seated(false), cloth, true),
      distant: batch(distant(), cloth, true),
      head: batch(head(), skin),
      headset: batch(headset(), skin),
      eyes: batch(eyes(), dark),
      left: batch(hand('left'), glove),
      right: batch(hand('right'), glove),
      shadow: batch(new PlaneGeometry(2, 2).rotateX(-Math.PI / 2), blob),
    };
    for (const part of ['body', 'bodyHands', 'sitter', 'sitterHands', 'head'] as const) {
      this.batches[part].mesh.castShadow = true;
    }
    for (const { mesh } of Object.values(this.batches)) scene.add(mesh);
  }

  add(part: CrowdPart, matrix: Matrix4, color: Color | null = null, curl = 0): void {
    this.batches[part].add(matrix, color, curl);
  }

  /** Everybody has been added for this frame. */
  finish(): void {
    for (const batch of Object.values(this.batches)) batch.finish();
  }

  dispose(): void {
    for (const { mesh } of Object.values(this.batches)) {
      this.scene.remove(mesh);
      mesh.geometry.dispose();
      mesh.dispose();
    }
    for (const material of this.materials) material.dispose();
  }

  private keep<M extends Material>(material: M): M {
    this.materials.push(material);
    return material;
  }
}
