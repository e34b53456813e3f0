import { DataTexture, MeshBasicMaterial, MeshPhysicalMaterial, MeshStandardMaterial, Texture } from 'three';
import { describe, expect, it } from 'vitest';

import { Wardrobe } from '../../../src/stage/materials/dress';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';

const wardrobe = (): Wardrobe => new Wardrobe(createAtmosphere(), new DataTexture());

describe('somebody\'s own materials', () => {
  it.each(['water', 'Glass', 'leaf', 'ground'])('called %s are just called so', (name) => {
    const source = new MeshStandardMaterial({ name, roughness: 0.9 });
    expect(wardrobe().dress(source, 'upload')).toBe(source);
  });

  it('stay physically based, and unlit ones unlit', () => {
    const sheen = new MeshPhysicalMaterial({ sheen: 1, roughness: 1 }), flat = new MeshBasicMaterial();
    const own = wardrobe();
    expect([own.dress(sheen, 'upload'), own.dress(flat, 'upload')]).toEqual([sheen, flat]);
  });

  it('take the hall\'s reflections, whenever they come', () => {
    const own = wardrobe(), made = own.dress(new MeshStandardMaterial(), 'upload') as MeshStandardMaterial;
    expect(own.wantsReflections).toBe(true);
    const room = new Texture();
    own.setReflections(room, 0.9);
    expect([made.envMap, made.envMapIntensity]).toEqual([room, 0.9]);
  });
});

describe('what light passes through', () => {
  const glass = (): MeshPhysicalMaterial => new MeshPhysicalMaterial({ transmission: 1, thickness: 0.1 });

  it('is plainly see-through where the real thing is too dear, and real again where it is not', () => {
    const own = wardrobe(), made = own.dress(glass(), 'upload') as MeshPhysicalMaterial;
    expect([made.transmission, made.transparent, made.opacity]).toEqual([0, true, expect.closeTo(0.3)]);
    own.setClear(true);
    expect([made.transmission, made.transparent, made.opacity]).toEqual([1, false, 1]);
    own.setClear(false);
    expect([made.transmission, made.transparent]).toEqual([0, true]);
  });

  it('stays solid where a map says that only some of it is clear', () => {
    const source = glass();
    source.transmissionMap = new Texture();
    const made = wardrobe().dress(source, 'upload') as MeshPhysicalMaterial;
    expect([made.transmission, made.transparent, made.opacity]).toEqual([0, false, 1]);
  });

  it('does so in copies that are recoloured, and is forgotten with them', () => {
    const own = wardrobe(), made = own.dress(glass(), 'upload');
    const copy = own.copy(made) as MeshPhysicalMaterial;
    own.setClear(true);
    expect(copy.transmission).toBe(1);
    own.free(copy);
    own.setClear(false);
    expect(copy.transmission).toBe(1);
  });
});
