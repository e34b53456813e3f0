import { beforeAll, expect, test, vi } from 'vitest';

import { Gaze, standBefore } from '../src/gaze';
import { createViewer } from '../src/world/viewer';
import { World } from '../src/world/world';
import { hall, joined, node } from './make';

beforeAll(() => void vi.stubGlobal('matchMedia', () => ({ matches: false })));

function worldWith(translation: [number, number, number]): World {
  const world = new World();
  const thing = node({ kind: 'exhibit', translation });
  world.apply(joined({ scene: { hall: hall(), nodes: { thing } } as unknown as Record<string, unknown> }));
  return world;
}

test('the view turns to a thing the shorter way and rests on it', () => {
  const viewer = createViewer();
  const gaze = new Gaze(viewer, worldWith([-5, viewer.eye, 0]));
  gaze.atNode('thing');
  for (let i = 0; i < 120; i++) gaze.update(1 / 60, false);
  expect(viewer.yaw).toBeCloseTo(Math.PI / 2, 1);
  expect(viewer.pitch).toBeCloseTo(0, 1);
});

test('a hand on the view takes over at once', () => {
  const viewer = createViewer();
  const gaze = new Gaze(viewer, worldWith([-5, 0, 0]));
  gaze.atNode('thing');
  gaze.update(1 / 60, true);
  const { yaw } = viewer;
  gaze.update(1 / 60, false);
  expect(viewer.yaw).toBe(yaw);
});

test('one stands before a thing on the side one comes from', () => {
  const [x, , z] = standBefore(worldWith([0, 0, -8]), 'thing', [0, 0, 2]);
  expect(x).toBeCloseTo(0);
  expect(z).toBeGreaterThan(-6);
  expect(z).toBeLessThan(-5);
});
