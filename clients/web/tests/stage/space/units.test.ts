import { Group, type InstancedMesh, Scene } from 'three';
import { expect, it } from 'vitest';

import { createFrame } from '../../../src/stage/frame';
import { HIGH } from '../../../src/stage/quality';
import { COLOURS } from '../../../src/stage/space/unit';
import { Units } from '../../../src/stage/space/units';
import type { Entry } from '../../../src/stage/view/sceneview';
import type { UnitStatus } from '../../../src/world/scene';
import { node } from '../../make';

const unit = { no: 'F-101', use: 'office' as const, area: 860, rent: 4200, from: '2027-01-01', size: [10, 4, 8] as [number, number, number] };
const entry = (id: string, status?: UnitStatus): Entry => ({ id, node: node({ kind: 'unit', unit, ...(status ? { status } : {}) }), group: new Group(), model: null });
const shown = (chosen: string | null) => ({ ...createFrame(HIGH), units: { chosen }, reducedMotion: true });
const meshes = (scene: Scene): InstancedMesh[] => scene.children as InstancedMesh[];
const tints = (scene: Scene): number[] => [...meshes(scene)[0]!.geometry.getAttribute('tint').array].map((v) => Math.round(v * 100) / 100);

it('is seen while somebody asks for it, before and behind walls', () => {
  const scene = new Scene(), units = new Units(scene);
  units.build([entry('a')]);
  units.update({ ...createFrame(HIGH), units: null });
  expect(meshes(scene).map(({ visible }) => visible)).toEqual([false, false]);
  units.update(shown(null));
  expect(meshes(scene).map(({ visible }) => visible)).toEqual([true, true]);
});

it('has the colour of its status, and lights the one that is looked at', () => {
  const scene = new Scene(), units = new Units(scene);
  units.build([entry('a'), entry('b', 'held')]);
  units.update(shown('b'));
  expect(tints(scene)).toEqual([...COLOURS.free, 0, ...COLOURS.held, 1]);
  units.update(shown(null));
  expect(tints(scene)[7]).toBe(0);
  units.dispose();
  expect(scene.children).toEqual([]);
});
