import { BufferGeometry, Group, InstancedMesh, Matrix4, MeshBasicMaterial } from 'three';
import { describe, expect, it } from 'vitest';

import { cutIntoChunks, neighbourhoods } from '../../../src/stage/stream/chunks';

const forest = (count: number, spread: number): [number, number][] =>
  Array.from({ length: count }, (_, at) => [((at * 37) % 100) / 100 * spread, ((at * 61) % 100) / 100 * spread]);

describe('neighbourhoods', () => {
  it('leaves a small or a dense group whole', () => {
    expect(neighbourhoods(forest(40, 900))).toHaveLength(1);
    expect(neighbourhoods(forest(800, 20))).toHaveLength(1);
    expect(neighbourhoods([])).toEqual([]);
  });

  it('cuts a wide forest into at most eight, losing no tree', () => {
    const groups = neighbourhoods(forest(2000, 900));
    expect(groups.length).toBeGreaterThan(3);
    expect(groups.length).toBeLessThanOrEqual(8);
    expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 2000 }, (_, at) => at));
  });
});

describe('cutIntoChunks', () => {
  it('keeps every instance where it stood, below the same parent', () => {
    const mesh = new InstancedMesh(new BufferGeometry(), new MeshBasicMaterial(), 400);
    const places = forest(400, 600);
    places.forEach(([x, z], at) => mesh.setMatrixAt(at, new Matrix4().setPosition(x, 0, z)));
    const parent = new Group().add(mesh);
    const chunks = cutIntoChunks(mesh);
    const found: string[] = [];
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.count; at++) {
        const matrix = new Matrix4();
        chunk.getMatrixAt(at, matrix);
        found.push(`${matrix.elements[12]!.toFixed(2)} ${matrix.elements[14]!.toFixed(2)}`);
      }
    }
    expect(parent.children).toEqual(chunks);
    expect(found.sort()).toEqual(places.map(([x, z]) => `${x.toFixed(2)} ${z.toFixed(2)}`).sort());
  });
});
