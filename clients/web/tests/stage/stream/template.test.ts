import { DataTexture, InstancedMesh, Mesh, MeshStandardMaterial, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { Wardrobe } from '../../../src/stage/materials/dress';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';
import { decodeGlb, needsOf, UnreadableAsset } from '../../../src/stage/stream/decode';
import { Template } from '../../../src/stage/stream/template';
import { Placed } from '../../../src/stage/view/exhibit';
import { container, machine } from '../glb';

const wardrobe = (): Wardrobe => new Wardrobe(createAtmosphere(), new DataTexture());

async function placed(): Promise<Placed> {
  const own = wardrobe();
  const template = await Template.build(await decodeGlb(machine()), 'exhibit', own);
  return new Placed(template.instance(), template, own);
}

const color = (mesh: Mesh): number[] => (mesh.material as MeshStandardMaterial).color.toArray();

describe('decoding', () => {
  it('names the extensions of a file', () => {
    expect(needsOf(machine()).used).toContain('EXT_mesh_gpu_instancing');
  });

  it('refuses what is no GLB, and what asks for more than can be read', async () => {
    expect(() => needsOf(new ArrayBuffer(40))).toThrow(UnreadableAsset);
    const strange = container({ asset: { version: '2.0' }, extensionsRequired: ['EXT_strange'] }, new Uint8Array());
    await expect(decodeGlb(strange)).rejects.toThrow('EXT_strange');
  });
});

describe('a placed exhibit', () => {
  it('knows its parts in the order of the file', async () => {
    expect((await placed()).parts.map(({ name }) => name.zh)).toEqual(['盖', '螺栓']);
  });

  it('comes apart along its own vectors, in the space of each part\'s parent', async () => {
    const machineHere = await placed();
    const lid = machineHere.parts[0]!.object;
    machineHere.explode(0.5);
    machineHere.object.updateMatrixWorld(true);
    expect(new Vector3().setFromMatrixPosition(lid.matrixWorld).toArray()).toEqual([0, 1.5, 0]);
  });

  it('keeps moving while it is apart: a clip turns the part, not its displacement', async () => {
    const machineHere = await placed();
    machineHere.explode(1);
    expect(machineHere.play({ clip: 'spin', playing: true, at: 0.5, since: 100, speed: 1 }, 100.5)).toBe(true);
    machineHere.object.updateMatrixWorld(true);
    const { object } = machineHere.parts[0]!;
    expect(object.quaternion.y).toBeCloseTo(Math.SQRT1_2, 3);
    expect(new Vector3().setFromMatrixPosition(object.matrixWorld).y).toBe(2);
  });

  it('stands where a clip that is held stands, and plays nothing it has not', async () => {
    const machineHere = await placed();
    expect(machineHere.play({ clip: 'spin', playing: false, at: 1 }, 500)).toBe(false);
    expect(machineHere.parts[0]!.object.quaternion.y).toBeCloseTo(Math.SQRT1_2, 3);
    expect(machineHere.play({ clip: 'dance', playing: true }, 500)).toBe(false);
  });

  it('wears the variant asked for, or its own look', async () => {
    const machineHere = await placed();
    machineHere.setVariant('red');
    expect(machineHere.meshes.map(color)).toEqual([[1, 0, 0], [1, 0, 0], [1, 0, 0]]);
    machineHere.setVariant('blue');
    expect(color(machineHere.meshes[0]!)).toEqual([1, 1, 1]);
  });

  it('takes overrides by the file\'s material number, for itself alone', async () => {
    const one = await placed();
    one.setOverrides({ 0: { pbrMetallicRoughness: { baseColorFactor: [0, 0.5, 0, 1], roughnessFactor: 0.9 } } });
    expect(color(one.meshes[0]!)).toEqual([0, 0.5, 0]);
    expect((one.meshes[0]!.material as MeshStandardMaterial).roughness).toBe(0.9);
    expect(one.template.slots[0]!.original).toMatchObject({ roughness: 0.4 });
    one.setOverrides({});
    expect(color(one.meshes[0]!)).toEqual([1, 1, 1]);
  });

  it('is one mesh a material while nothing is apart, and its parts otherwise', async () => {
    const machineHere = await placed();
    expect(machineHere.object.visible).toBe(false);
    const [joined, ...others] = machineHere.meshesOf(null);
    expect(others).toEqual([]);
    // Base, lid and three bolts, a triangle each.
    expect(joined!.geometry.getAttribute('position').count).toBe(15);
    machineHere.setApart(true);
    expect(machineHere.object.visible).toBe(true);
    expect(machineHere.meshesOf(null)).toHaveLength(3);
    expect(machineHere.meshesOf(1).map((mesh) => mesh instanceof InstancedMesh)).toEqual([true]);
  });

  it('stands joined where its parts stand', async () => {
    const [joined] = (await placed()).meshesOf(null);
    joined!.geometry.computeBoundingBox();
    expect(joined!.geometry.boundingBox!.min.toArray()).toEqual([-1, 0, 0]);
    expect(joined!.geometry.boundingBox!.max.toArray()).toEqual([7, 2, 0]);
  });

  it('can say what it takes in memory', async () => {
    const { template } = await placed();
    expect(template.bytes).toBeGreaterThan(9 * 4 + 9 * 4 + 3 * 64);
  });
});
