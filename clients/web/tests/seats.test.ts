import { expect, test } from 'vitest';

import { seatNear, standUp, takeSeat } from '../src/seats';
import type { SceneNode } from '../src/world/scene';
import { createViewer, SEATED_EYE, STANDING_EYE } from '../src/world/viewer';
import { World } from '../src/world/world';
import { hall, joined, node } from './make';

const half = Math.SQRT1_2;

/** A row of seats half a metre apart, turned to the left, and a balcony above the first. */
function theatre(): World {
  const seat = (x: number, y = 0): SceneNode => node({ kind: 'seat', parent: 'row', translation: [x, y, 0] });
  const nodes = {
    row: node({ translation: [10, 0, 0], rotation: [0, half, 0, half] }),
    a: seat(0), b: seat(0.5), c: seat(1), balcony: seat(0, 3), lamp: node({ parent: 'row' }),
  };
  const world = new World();
  world.apply(joined({ scene: { hall: hall(), nodes } as unknown as Record<string, unknown> }));
  return world;
}

test('pointing between seats finds the nearest, where it stands in the hall', () => {
  expect(seatNear(theatre(), [10, 0.4, -0.1])).toBe('a');
  expect(seatNear(theatre(), [10, 0.4, -0.6])).toBe('b');
});

test('a seat on the balcony is not taken from below, nor the other way round', () => {
  expect(seatNear(theatre(), [10, 3.2, 0])).toBe('balcony');
  expect(seatNear(theatre(), [10, 0, 0])).toBe('a');
});

test('far from all seats there is none', () => {
  expect(seatNear(theatre(), [10, 0, 1])).toBeNull();
  expect(seatNear(new World(), [0, 0, 0])).toBeNull();
});

test('one sits looking where the seat faces, and stands up to full height', () => {
  const viewer = createViewer();
  viewer.pitch = 0.7;
  takeSeat(theatre(), viewer, 'b');
  expect(viewer).toMatchObject({ seated: true, eye: SEATED_EYE, pitch: 0, jumps: 1 });
  expect(viewer.yaw).toBeCloseTo(Math.PI / 2);
  expect(viewer.feet[2]).toBeCloseTo(-0.5);
  standUp(viewer, [9, 0, 0]);
  expect(viewer).toMatchObject({ seated: false, eye: STANDING_EYE, feet: [9, 0, 0], jumps: 2 });
});
