import {
  BoxGeometry, DataTexture, DoubleSide, Group, Mesh, MeshBasicMaterial, MeshLambertMaterial, MeshPhysicalMaterial, MeshStandardMaterial,
  type MeshStandardMaterialParameters,
} from 'three';
import { describe, expect, it, vi } from 'vitest';

import { meshes, Wardrobe } from '../../../src/stage/materials/dress';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';

const wardrobe = (): Wardrobe => new Wardrobe(createAtmosphere(), new DataTexture());
const paint = (change: MeshStandardMaterialParameters = {}): MeshStandardMaterial =>
  new MeshStandardMaterial({ name: 'stone', roughness: 0.9, metalness: 0, ...change });

describe('what a file\'s material is drawn with', () => {
  it('is the cheap shader where it is rough, and as painted where it shines', () => {
    expect(wardrobe().dress(paint(), 'architecture')).toBeInstanceOf(MeshLambertMaterial);
    const steel = paint({ metalness: 1, roughness: 0.3 });
    expect(wardrobe().dress(steel, 'exhibit')).toBe(steel);
    const lacquer = paint({ roughness: 0.3 });
    expect(wardrobe().dress(lacquer, 'exhibit')).toBe(lacquer);
  });

  it('keeps its look: colour, glow, cut-out, both sides', () => {
    const source = paint({ color: 0x336699, emissive: 0x110000, emissiveIntensity: 3, alphaTest: 0.5, side: DoubleSide, vertexColors: true });
    const made = wardrobe().dress(source, 'architecture') as MeshLambertMaterial;
    expect(made.color.getHex()).toBe(0x336699);
    expect([made.emissiveIntensity, made.alphaTest, made.side, made.vertexColors, made.name]).toEqual([3, 0.5, DoubleSide, true, 'stone']);
  });

  it('is made once for all who wear it', () => {
    const own = wardrobe(), source = paint();
    expect(own.dress(source, 'exhibit')).toBe(own.dress(source, 'exhibit'));
  });

  it('of another kind is left alone', () => {
    const plain = new MeshBasicMaterial();
    expect(wardrobe().dress(plain, 'exhibit')).toBe(plain);
  });

  it.each(['water', 'Water lake', 'glass', 'foliage', 'ground'])('%s has a shader of its own', (name) => {
    expect(wardrobe().dress(paint({ name }), 'landscape')).not.toBeInstanceOf(MeshStandardMaterial);
  });

  it('of thick glass is made thin: the scene is not drawn twice for it', () => {
    const lens = new MeshPhysicalMaterial({ transmission: 1, roughness: 0.1 });
    const made = wardrobe().dress(lens, 'exhibit') as MeshPhysicalMaterial;
    expect([made.transmission, made.transparent]).toEqual([0, true]);
    expect(made.opacity).toBeLessThan(0.5);
    expect(made.opacity).toBeGreaterThan(0.1);
  });
});

describe('reflections', () => {
  it('reach what shines, also what comes later and what was copied, and are taken back', () => {
    const own = wardrobe(), sky = new DataTexture();
    const early = own.dress(paint({ metalness: 1 }), 'exhibit') as MeshStandardMaterial;
    own.setReflections(sky, 0.7);
    const late = own.dress(paint({ metalness: 1 }), 'exhibit') as MeshStandardMaterial;
    const copied = own.copy(early) as MeshStandardMaterial;
    for (const one of [early, late, copied]) expect([one.envMap, one.envMapIntensity]).toEqual([sky, 0.7]);
    own.setReflections(null, 1);
    expect(copied.envMap).toBeNull();
  });

  it('are no longer kept up for what was freed', () => {
    const own = wardrobe(), source = paint({ metalness: 1 });
    own.dress(source, 'exhibit');
    own.discard(source);
    own.setReflections(new DataTexture(), 1);
    expect(source.envMap).toBeNull();
  });
});

describe('copies and leavings', () => {
  it('a copy may be recoloured alone', () => {
    const own = wardrobe(), made = own.dress(paint({ color: 0xffffff }), 'exhibit') as MeshLambertMaterial;
    (own.copy(made) as MeshLambertMaterial).color.setHex(0xff0000);
    expect(made.color.getHex()).toBe(0xffffff);
  });

  it('discarding frees the source and what was made of it, once', () => {
    const own = wardrobe(), source = paint(), made = own.dress(source, 'architecture');
    const [freed, alsoFreed] = [vi.fn(), vi.fn()];
    source.addEventListener('dispose', freed);
    made.addEventListener('dispose', alsoFreed);
    own.discard(source);
    expect([freed.mock.calls.length, alsoFreed.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('the meshes of a thing', () => {
  it('are all of them, at any depth, and the list does not mind what is done to the tree', () => {
    const root = new Group(), inner = new Group(), box = new BoxGeometry();
    inner.add(new Mesh(box), new Mesh(box));
    root.add(new Mesh(box), inner);
    const found = [...meshes(root)];
    expect(found).toHaveLength(3);
    for (const mesh of meshes(root)) mesh.removeFromParent();
    expect([...meshes(root)]).toEqual([]);
  });
});
