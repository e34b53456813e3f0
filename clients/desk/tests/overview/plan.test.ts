import { expect, it } from 'vitest';

import type { Scene } from '@/api/types';
import { pathOf, placeOf, planOf } from '@/overview/plan';

const HALF = Math.SQRT1_2;
const SCENE = {
  hall: { id: 'gallery', name: { zh: '', en: '' }, kind: 'indoor', walk: { areas: [{ polygon: [[0, 0], [10, 0], [10, 5], [0, 5]], holes: [[[1, 1], [1, 2], [2, 2]]] }] } },
  nodes: {
    turned: { kind: 'plinth', translation: [4, 0, 2], rotation: [0, HALF, 0, HALF], scale: [2, 2, 2] },
    fox: { kind: 'exhibit', parent: 'turned', translation: [1, 1, 0], model: { bounds: { min: [-1, 0, -2], max: [1, 1, 2] } }, card: { title: { zh: '狐', en: 'Fox' } } },
    door: { kind: 'portal', translation: [0, 0, 1], portal: { hall: 'yard' } },
  },
} as unknown as Scene;

it('draws up floors, exhibits and ways out', () => {
  const plan = planOf(SCENE);
  expect(plan.box.map((value) => Number(value.toFixed(2)))).toEqual([-0.3, -0.3, 10.6, 5.6]);
  expect(plan.exhibits).toMatchObject([{ id: 'fox', name: { en: 'Fox' }, radius: 1 }]);
  expect(plan.portals).toEqual([{ id: 'door', at: [0, 1], hall: 'yard' }]);
  expect(plan.outdoor).toBe(false);
});

it('finds places below turned and scaled parents', () => {
  const [x, z] = placeOf(SCENE.nodes, 'fox');
  expect(x).toBeCloseTo(4);
  expect(z).toBeCloseTo(0);
});

it('leaves holes out by the even-odd rule', () => {
  expect(pathOf(planOf(SCENE).floors[0]!).match(/Z/g)).toHaveLength(2);
});

it('shows something of a hall without floors', () => {
  expect(planOf({ ...SCENE, hall: { ...SCENE.hall, walk: { areas: [] } } }).box).toEqual([-10, -10, 20, 20]);
});
