import {
  BoxGeometry, BufferAttribute, BufferGeometry, DataTexture, Group, InstancedMesh, InterleavedBuffer, InterleavedBufferAttribute,
  Mesh, MeshBasicMaterial, MeshStandardMaterial,
} from 'three';
import { describe, expect, it, vi } from 'vitest';

import { freeGeometry, freeTextures, gpuBytes, materialsOf, texturesOf } from '../../../src/stage/stream/memory';

function triangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(9), 3));
  geometry.setIndex(new BufferAttribute(new Uint16Array(3), 1));
  return geometry;
}

const material = new MeshBasicMaterial();
const TRIANGLE = 9 * 4 + 3 * 2;

function group(...meshes: Mesh[]): Group {
  const root = new Group();
  root.add(...meshes);
  return root;
}

describe('what a model takes', () => {
  it('is its buffers, shared ones once', () => {
    const shared = triangle();
    expect(gpuBytes(group(new Mesh(triangle(), material)), [])).toBe(TRIANGLE);
    expect(gpuBytes(group(new Mesh(shared, material), new Mesh(shared, material)), [])).toBe(TRIANGLE);
  });

  it('is the copies of an instanced one besides', () => {
    expect(gpuBytes(group(new InstancedMesh(triangle(), material, 10)), [])).toBe(TRIANGLE + 10 * 64);
  });

  it('counts interleaved numbers as the one buffer that they are', () => {
    const geometry = new BufferGeometry();
    const buffer = new InterleavedBuffer(new Float32Array(18), 6);
    geometry.setAttribute('position', new InterleavedBufferAttribute(buffer, 3, 0));
    geometry.setAttribute('normal', new InterleavedBufferAttribute(buffer, 3, 3));
    expect(gpuBytes(group(new Mesh(geometry, material)), [])).toBe(18 * 4);
  });

  it('is textures with their smaller copies, each once', () => {
    const map = new DataTexture(new Uint8Array(4 * 64), 8, 8);
    const painted = new MeshStandardMaterial({ map, emissiveMap: map });
    const bytes = gpuBytes(new Group(), [painted, painted]);
    expect(bytes).toBeGreaterThan(8 * 8 * 4);
    expect(bytes).toBeLessThan(8 * 8 * 4 * 1.5);
  });

  it('of nothing is nothing', () => {
    expect(gpuBytes(new Group(), [])).toBe(0);
    expect(texturesOf(material)).toEqual([]);
    expect(materialsOf(material)).toEqual([material]);
    expect(materialsOf([material, material])).toHaveLength(2);
  });
});

describe('giving it back', () => {
  it('frees every geometry and every texture', () => {
    const geometry = new BoxGeometry(), map = new DataTexture(new Uint8Array(4), 1, 1);
    const freed = vi.fn();
    geometry.addEventListener('dispose', freed);
    map.addEventListener('dispose', freed);
    const painted = new MeshStandardMaterial({ map });
    freeGeometry(group(new Mesh(geometry, painted), new InstancedMesh(geometry, painted, 3)));
    freeTextures([painted]);
    expect(freed.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  it('closes the pictures that the browser decoded', () => {
    class Picture {
      readonly width = 4;
      readonly height = 4;
      close = vi.fn();
    }
    vi.stubGlobal('ImageBitmap', Picture);
    const map = new DataTexture(), picture = new Picture();
    (map as { image: unknown }).image = picture;
    freeTextures([new MeshStandardMaterial({ map })]);
    expect(picture.close).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
