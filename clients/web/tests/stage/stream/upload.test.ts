import { CompressedTexture, DataTexture, Group, Light, Mesh, MeshStandardMaterial, type Object3D } from 'three';
import { describe, expect, it } from 'vitest';

import { meshes, Wardrobe } from '../../../src/stage/materials/dress';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';
import { decodeGlb, needsOf, UnreadableAsset } from '../../../src/stage/stream/decode';
import { gpuBytes } from '../../../src/stage/stream/memory';
import { Template } from '../../../src/stage/stream/template';
import { Placed } from '../../../src/stage/view/exhibit';
import { container, machine } from '../glb';

type Json = Record<string, unknown>;

/** A file of nodes that show one triangle, drawn in a mode (glTF 2.0: 1 lines, 4 triangles). */
function file(nodes: Json[], { mode = 4, more = {} }: { mode?: number; more?: Json } = {}): ArrayBuffer {
  const numbers = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
  const accessor = (view: number): Json => ({ bufferView: view, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 1] });
  return container({
    asset: { version: '2.0' }, scene: 0, scenes: [{ nodes: nodes.map((_, at) => at) }], nodes,
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, mode, material: 0 }] }],
    materials: [{ name: 'glass', pbrMetallicRoughness: { roughnessFactor: 0.9 } }],
    accessors: [accessor(0), accessor(1)],
    bufferViews: [0, 36].map((byteOffset) => ({ buffer: 0, byteOffset, byteLength: 36 })), buffers: [{ byteLength: 72 }],
    ...more,
  }, new Uint8Array(numbers.buffer));
}

async function open(glb: ArrayBuffer): Promise<{ template: Template; placed: Placed }> {
  const wardrobe = new Wardrobe(createAtmosphere(), new DataTexture());
  const template = await Template.build(await decodeGlb(glb), 'exhibit', wardrobe);
  return { template, placed: new Placed(template.instance(), template, wardrobe) };
}

const objects = (root: Object3D): Object3D[] => {
  const found: Object3D[] = [];
  root.traverse((object) => void found.push(object));
  return found;
};

describe('an uploaded exhibit', () => {
  it('has its still shapes joined, and its materials as they are, whatever they are called', async () => {
    const { template } = await open(file([{ mesh: 0 }, { mesh: 0, translation: [2, 0, 0] }]));
    expect([...meshes(template.rest!)]).toHaveLength(1);
    expect(template.slots[0]!.original).toBeInstanceOf(MeshStandardMaterial);
  });

  it('keeps what cannot be joined: lines are drawn from the file\'s own tree', async () => {
    const { template, placed } = await open(file([{ mesh: 0 }, { mesh: 0 }], { mode: 1 }));
    placed.hang(new Group());
    expect([template.rest, placed.object.visible]).toEqual([null, true]);
  });

  it('brings no light of its own, and what hangs below a lamp stays', async () => {
    const lights = { KHR_lights_punctual: { lights: [{ type: 'point', intensity: 900 }] } };
    const glb = file([{ children: [1], extensions: { KHR_lights_punctual: { light: 0 } } }, { mesh: 0 }], {
      more: { scenes: [{ nodes: [0] }], extensions: lights, extensionsUsed: ['KHR_lights_punctual'] },
    });
    const { template } = await open(glb);
    const lamps = objects(template.root).filter((object) => object instanceof Light);
    expect(lamps.map(({ layers }) => layers.mask)).toEqual([0]);
    expect([...meshes(template.root)]).toHaveLength(1);
  });

  it('in a mirrored or skewed place stands as its file says, joined or not', async () => {
    const skewed = [{ scale: [-1, 2, 1], rotation: [0, 0, 0.3826834, 0.9238795], mesh: 0 }, { mesh: 0 }];
    const { template } = await open(file(skewed));
    const [joined] = [...meshes(template.rest!)] as Mesh[];
    joined!.geometry.computeBoundingBox();
    expect(joined!.geometry.boundingBox!.min.x).toBeLessThan(-1);
    const { index } = joined!.geometry;
    // The first triangle is turned round, so that its outside stays outside.
    expect([0, 1, 2].map((at) => index!.getX(at))).toEqual([0, 2, 1]);
  });

  it('without scenes or shapes is there and shows nothing', async () => {
    const { template } = await open(container({ asset: { version: '2.0' } }, new Uint8Array()));
    expect([...meshes(template.root)]).toEqual([]);
  });
});

describe('one part alone', () => {
  it('stands as it is while the others are ghosts that a ray passes through', async () => {
    const { placed } = await open(machine());
    const before = placed.meshes.map(({ material }) => material);
    placed.isolate(0);
    const ghosts = placed.meshes.map(({ material }) => (material as MeshStandardMaterial).name === 'ghost');
    expect([placed.object.visible, ghosts, placed.solid.map(({ name }) => name)]).toEqual([true, [true, false, true], ['lid']]);
    expect(placed.meshes.map(({ castShadow }) => castShadow)).toEqual([false, true, false]);
    placed.setVariant('red');
    expect((placed.meshes[0]!.material as MeshStandardMaterial).name).toBe('ghost');
    placed.setVariant(null);
    placed.isolate(null);
    placed.setApart(false);
    expect([placed.meshes.map(({ material }) => material), placed.object.visible]).toEqual([before, false]);
    expect(placed.meshes.every(({ castShadow }) => castShadow)).toBe(true);
  });

  it('that is not there is as good as none', async () => {
    const { placed } = await open(machine());
    placed.isolate(17);
    expect(placed.solid).toBe(placed.meshes);
  });
});

describe('what a file needs', () => {
  it('is a transcoder for KTX2 pictures, named by an extension or not', () => {
    const images = [{ mimeType: 'image/ktx2', bufferView: 0 }];
    expect(needsOf(file([], { more: { images } })).ktx2).toBe(true);
    expect(needsOf(file([], { more: { extensionsUsed: ['KHR_texture_basisu'] } })).ktx2).toBe(true);
    expect(needsOf(file([])).ktx2).toBe(false);
  });

  it('cannot be told of broken files, which are said to be unreadable', async () => {
    const broken = file([]).slice(0);
    new Uint8Array(broken).fill(0x7b, 20, 40);
    for (const bytes of [broken, new ArrayBuffer(3), new ArrayBuffer(64), file([]).slice(0, 30)]) {
      await expect(decodeGlb(bytes)).rejects.toBeInstanceOf(UnreadableAsset);
    }
  });
});

describe('memory', () => {
  it('counts compressed pictures as they are', () => {
    const levels = [64, 16].map((bytes) => ({ data: new Uint8Array(bytes), width: 8, height: 8 }));
    const material = new MeshStandardMaterial({ map: new CompressedTexture(levels as never, 8, 8) });
    expect(gpuBytes(new Group(), [material])).toBe(80);
  });
});
