import { Group, type InstancedMesh, Scene, Texture, Vector3 } from 'three';
import { expect, it, vi } from 'vitest';

import { createFrame } from '../../../src/stage/frame';
import { HIGH } from '../../../src/stage/quality';
import { Booths } from '../../../src/stage/space/booths';
import type { Entry } from '../../../src/stage/view/sceneview';
import type { BoothTenant } from '../../../src/world/scene';
import { node, words } from '../../make';

const BOOTH = { no: 'A-01', width: 6, depth: 4.4, height: 3.2, triangles: 1, texture_bytes: 1 };
const tenant = (logo: string | null): BoothTenant => ({ enterprise: 'e_1', name: words('云帆'), brief: words(''), logo, since: 1 });

function entry(id: string, who: BoothTenant | null): Entry {
  return { id, node: node({ kind: 'booth', booth: BOOTH, tenant: who }), group: new Group(), model: null };
}
const countOf = (scene: Scene): number => (scene.children.find((one) => 'isInstancedMesh' in one) as InstancedMesh | undefined)?.count ?? 0;
const frameAt = (z: number) => ({ ...createFrame(HIGH), eye: new Vector3(0, 1.6, z) });

it('gives a free booth one board, and a company one on its wall besides', () => {
  const scene = new Scene(), booths = new Booths(scene);
  booths.build([entry('a', null)]);
  expect(countOf(scene)).toBe(1);
  booths.build([entry('a', null), entry('b', tenant(null))]);
  expect(countOf(scene)).toBe(4);
  booths.build([]);
  expect(scene.children).toEqual([]);
});

it('fetches a logo when one comes near, once, and lets go of it with the company', async () => {
  const texture = Object.assign(new Texture(), { image: { width: 200, height: 100 } });
  const load = vi.fn((_asset: string, _most: number, _signal: AbortSignal) => Promise.resolve(texture));
  const scene = new Scene(), booths = new Booths(scene, load);
  const mine = entry('a', tenant('f00d'));
  booths.build([mine]);
  booths.update(frameAt(300));
  expect(load).not.toHaveBeenCalled();
  booths.update(frameAt(5));
  booths.update(frameAt(5));
  await vi.waitFor(() => expect(scene.children.some(({ children }) => children.length === 1)).toBe(true));
  expect(load).toHaveBeenCalledOnce();
  const [picture] = scene.children.find(({ children }) => children.length)!.children;
  expect(picture!.scale.x / picture!.scale.y).toBeCloseTo(2);
  const gone = vi.spyOn(texture, 'dispose');
  booths.build([entry('a', null)]);
  expect(gone).toHaveBeenCalledOnce();
  expect(load.mock.calls[0]![2].aborted).toBe(true);
});

it('goes without a logo that cannot be had', async () => {
  const load = vi.fn(() => Promise.reject(new Error('404')));
  const scene = new Scene(), booths = new Booths(scene, load);
  booths.build([entry('a', tenant('f00d'))]);
  booths.update(frameAt(5));
  await Promise.resolve();
  booths.update(frameAt(5));
  expect(load).toHaveBeenCalledOnce();
  booths.dispose();
  expect(scene.children).toEqual([]);
});
