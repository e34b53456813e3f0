/**
 * Compile the shaders of a first view while its models are still on the way.
 *
 * Drivers compile beside the page's own thread, so by the time geometry arrives the programs are
 * there. Each stand-in must have what a program depends on: attributes, instancing, sidedness.
 */

import {
  BufferAttribute, BufferGeometry, type Camera, DataTexture, DoubleSide, Group, InstancedMesh, type Material, Mesh,
  MeshStandardMaterial, type Scene, type WebGLRenderer,
} from 'three';
import type { Wardrobe } from './materials/dress';

interface StandIn {
  name: string;
  textured?: boolean;
  instanced?: boolean;
  bothSides?: boolean;
  /** Cut out by its texture's alpha. */
  masked?: boolean;
}

/** What the first view of an outdoor hall, and of an indoor one, is mostly made of. */
const OUTDOORS: readonly StandIn[] = [
  { name: 'stone' }, { name: 'ground', textured: true }, { name: 'glass' }, { name: 'water' },
  { name: 'foliage', textured: true, instanced: true, bothSides: true, masked: true },
  { name: 'stone', instanced: true },
];
const INDOORS: readonly StandIn[] = [{ name: 'stone' }, { name: 'glass' }, { name: 'foliage', bothSides: true }];

export class Warmup {
  private readonly sources: Material[] = [];

  constructor(private readonly wardrobe: Wardrobe) {}

  /** Begin compiling for `scene` as it is lit now; `finish` frees the stand-ins. */
  begin(renderer: WebGLRenderer, scene: Scene, camera: Camera, outdoor: boolean): void {
    const group = new Group();
    for (const standIn of outdoor ? OUTDOORS : INDOORS) group.add(this.make(standIn));
    renderer.compile(group, camera, scene);
  }

  /** The real materials hold the programs by now. */
  finish(): void {
    for (const source of this.sources.splice(0)) this.wardrobe.discard(source);
  }

  private make({ name, textured, instanced, bothSides, masked }: StandIn): Mesh {
    const source = new MeshStandardMaterial({ name, roughness: 0.9, metalness: 0, vertexColors: true });
    if (textured) source.map = new DataTexture(new Uint8Array(4), 1, 1);
    if (bothSides) source.side = DoubleSide;
    if (masked) source.alphaTest = 0.5;
    this.sources.push(source);
    const material = this.wardrobe.dress(source, 'architecture');
    const mesh = instanced ? new InstancedMesh(shape(textured), material, 1) : new Mesh(shape(textured), material);
    mesh.receiveShadow = true;
    return mesh;
  }
}

function shape(textured = false): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(9), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(9), 3));
  geometry.setAttribute('color', new BufferAttribute(new Uint8Array(12), 4, true));
  if (textured) geometry.setAttribute('uv', new BufferAttribute(new Float32Array(6), 2));
  return geometry;
}
