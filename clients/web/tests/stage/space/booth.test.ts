import { expect, it } from 'vitest';

import { backOf, fasciaOf, throughSurface } from '../../../src/stage/space/booth';

const BOOTH = { no: 'A-01', width: 6, depth: 4.4, height: 3.2, triangles: 1, texture_bytes: 1 };

it('hangs one board over the open side and one on the back wall', () => {
  const [fascia, wall] = [fasciaOf(BOOTH), backOf(BOOTH)];
  expect(fascia.up + fascia.height / 2).toBeCloseTo(3.2);
  expect([fascia.width, Math.sign(fascia.out), Math.sign(wall.out)]).toEqual([6, 1, -1]);
  expect(wall.up - wall.height / 2).toBeGreaterThan(0.3);
  expect(wall.up + wall.height / 2).toBeLessThan(fascia.up - fascia.height / 2);
});

it('keeps the board on the wall above the floor of a low booth', () => {
  const { up, height } = backOf({ ...BOOTH, height: 2 });
  expect(up).toBeLessThan(backOf(BOOTH).up);
  expect(up - height / 2).toBeGreaterThan(-0.1);
});

it('is met from its front, inside its edges, and from nowhere else', () => {
  const fascia = fasciaOf(BOOTH), ahead = { x: 0, y: 0, z: -1 };
  expect(throughSurface(fascia, { x: 2.9, y: fascia.up, z: 8 }, ahead)).toBeCloseTo(8 - fascia.out);
  expect(throughSurface(fascia, { x: 3.1, y: fascia.up, z: 8 }, ahead)).toBeNull();
  expect(throughSurface(fascia, { x: 0, y: 1, z: 8 }, ahead)).toBeNull();
  expect(throughSurface(fascia, { x: 0, y: fascia.up, z: -8 }, { x: 0, y: 0, z: 1 })).toBeNull();
});
