import { DataTexture, Ray, Scene, Vector3 } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';

import { Wardrobe } from '../../src/stage/materials/dress';
import { Picker } from '../../src/stage/picking';
import { createAtmosphere } from '../../src/stage/sky/atmosphere';
import { decodeGlb } from '../../src/stage/stream/decode';
import type { Streamer } from '../../src/stage/stream/streamer';
import { Template } from '../../src/stage/stream/template';
import { SceneView } from '../../src/stage/view/sceneview';
import type { Model } from '../../src/world/scene';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';
import { machine } from './glb';

const model = (role: Model['role']): Model => ({
  levels: [{ asset: 'a', bytes: 1, triangles: 1, error: 0 }], bounds: { min: [-1, 0, -1], max: [7, 2, 1] },
  color: [1, 1, 1], clips: [], variants: [], parts: 2, role,
});

let picker: Picker;
let person: { id: number; distance: number } | null = null;

beforeAll(async () => {
  const world = new World(), wardrobe = new Wardrobe(createAtmosphere(), new DataTexture());
  const streamer = { add: () => undefined, remove: () => undefined } as unknown as Streamer;
  const view = new SceneView(new Scene(), world, streamer, wardrobe);
  world.apply(joined({
    scene: {
      hall: hall(),
      nodes: {
        exhibit: node({ kind: 'exhibit', translation: [0, 0, -4], model: model('exhibit') }),
        wall: node({ kind: 'model', translation: [0, 0, -8], model: model('architecture') }),
        door: node({ kind: 'portal', translation: [8, 0, -4], portal: { hall: 'grounds', spawn: null, width: 2, height: 3 } }),
      },
    } as unknown as Record<string, unknown>,
  }));
  view.rebuild();
  for (const one of view.models()) {
    const template = await Template.build(await decodeGlb(machine()), one.model.role, wardrobe);
    one.show(0, template, template.instance());
  }
  view.root.updateMatrixWorld(true);
  picker = new Picker({ view, areas: () => world.hall!.walk.areas, person: () => person, board: () => null });
});

const towards = (x: number, y: number, z: number): Ray => {
  const eye = new Vector3(0, 1.6, 3);
  return new Ray(eye, new Vector3(x, y, z).sub(eye).normalize());
};

describe('picking', () => {
  it('finds an exhibit and the part of it', () => {
    expect(picker.pick(towards(0, 0.3, -4), true)).toMatchObject({ node: 'exhibit', part: null, person: null });
    expect(picker.pick(towards(0, 1.3, -4), true)).toMatchObject({ node: 'exhibit', part: { zh: '盖' }, partIndex: 0 });
    expect(picker.pick(towards(4, 0.3, -4), true)).toMatchObject({ node: 'exhibit', part: { zh: '螺栓' }, partIndex: 1 });
  });

  it('says where, and how far', () => {
    const pick = picker.pick(towards(0, 0.3, -4), true)!;
    expect(pick.point[2]).toBeCloseTo(-4, 3);
    expect(pick.distance).toBeCloseTo(Math.hypot(1.3, 7), 3);
  });

  it('finds the floor where nothing stands before it', () => {
    const pick = picker.pick(towards(-6, 0, -2), true)!;
    expect(pick).toMatchObject({ node: null, person: null });
    expect(pick.point.map((v) => Math.round(v * 100) / 100)).toEqual([-6, 0, -2]);
  });

  it('meets walls only when asked to', () => {
    const above = towards(0, 2.6, -8);
    expect(picker.pick(towards(0.2, 0.1, -8), true)?.node).not.toBeNull();
    expect(picker.pick(above, true)).toBeNull();
    const past = new Ray(new Vector3(0, 0.2, -6), new Vector3(0, -0.02, -1).normalize());
    expect(picker.pick(past, true)?.node).toBe('wall');
    expect(picker.pick(past, false)?.node ?? null).toBeNull();
  });

  it('finds a doorway inside its frame and not beside it', () => {
    expect(picker.pick(towards(8, 1.5, -4), false)?.node).toBe('door');
    expect(picker.pick(towards(9.5, 1.5, -4), false)?.node ?? null).toBeNull();
  });

  it('prefers the person who stands before a thing', () => {
    person = { id: 12, distance: 2 };
    expect(picker.pick(towards(0, 0.3, -4), true)).toMatchObject({ node: null, person: 12 });
    person = { id: 12, distance: 50 };
    expect(picker.pick(towards(0, 0.3, -4), true)).toMatchObject({ node: 'exhibit', person: null });
    person = null;
  });
});
