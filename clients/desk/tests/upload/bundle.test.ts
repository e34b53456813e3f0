import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bundles } from '@/upload/bundle';

import { chosen } from '../make';

const shapes = (...paths: string[]): Record<string, string[]> =>
  Object.fromEntries(bundles(chosen(...paths)).map(({ name, pieces }) => [name, pieces.map(({ path }) => path)]));

describe('bundles', () => {
  it('takes each GLB and zip by itself', () => {
    expect(shapes('a.glb', 'b.zip')).toEqual({ 'a.glb': ['a.glb'], 'b.zip': ['b.zip'] });
  });

  it('takes a glTF with the files around it', () => {
    expect(shapes('car.gltf', 'car.bin', 'paint.png')).toEqual({ 'car.gltf': ['car.gltf', 'car.bin', 'paint.png'] });
  });

  it('keeps folders inside, and drops the one that all lies in', () => {
    expect(shapes('Car/glTF/car.gltf', 'Car/glTF/car.bin', 'Car/glTF/tex/a.png'))
      .toEqual({ 'car.gltf': ['car.gltf', 'car.bin', 'tex/a.png'] });
    expect(shapes('Car/model/car.gltf', 'Car/textures/a.png'))
      .toEqual({ 'car.gltf': ['model/car.gltf', 'textures/a.png'] });
  });

  it('parts several glTF by their folders', () => {
    expect(shapes('all/car/car.gltf', 'all/car/car.bin', 'all/bus/bus.gltf', 'all/bus/bus.bin'))
      .toEqual({ 'car.gltf': ['car.gltf', 'car.bin'], 'bus.gltf': ['bus.gltf', 'bus.bin'] });
  });

  it('leaves out what systems leave behind', () => {
    expect(shapes('Car/car.gltf', 'Car/.DS_Store', '__MACOSX/Car/._car.gltf', 'Car/Thumbs.db')).toEqual({ 'car.gltf': ['car.gltf'] });
  });

  it('offers strangers singly', () => {
    expect(shapes('pump.fbx', 'notes.txt')).toEqual({ 'pump.fbx': ['pump.fbx'], 'notes.txt': ['notes.txt'] });
  });

  it('loses no file and offers none of a bundle twice', () => {
    const name = fc.constantFrom('a.gltf', 'b.gltf', 'c.bin', 'd.png', 'e.glb', 'f.zip', 'g.step');
    const path = fc.tuple(fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }), name).map(([folders, file]) => [...folders, file].join('/'));
    fc.assert(fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const found = bundles(chosen(...paths));
      const files = new Set(found.flatMap(({ pieces }) => pieces.map(({ file }) => file)));
      expect(files.size).toBe(paths.length);
      for (const { pieces } of found) expect(new Set(pieces.map((piece) => piece.path)).size).toBe(pieces.length);
    }));
  });
});
