import { expect, test } from 'vitest';

import { doorwaysOf, PortalWatch } from '../src/portals';
import { World } from '../src/world/world';
import { hall, joined, node } from './make';

/** A doorway at x = 5 that one enters from the west: its +Z looks to -X. */
function watch(): PortalWatch {
  const world = new World();
  const half = Math.SQRT1_2;
  const door = node({
    kind: 'portal', translation: [5, 0, 0], rotation: [0, -half, 0, half],
    portal: { hall: 'next', spawn: null, width: 2, height: 3 },
  });
  world.apply(joined({ scene: { hall: hall(), nodes: { door } } as unknown as Record<string, unknown> }));
  const portals = new PortalWatch();
  portals.reset(doorwaysOf(world));
  return portals;
}

test('walking into a doorway leads through it, once', () => {
  const portals = watch();
  expect(portals.entered([2, 0, 0])).toBeNull();
  expect(portals.entered([4.7, 0, 0])?.hall).toBe('next');
  expect(portals.entered([4.8, 0, 0])).toBeNull();
});

test('one who arrives in a doorway must step out of it first', () => {
  const portals = watch();
  expect(portals.entered([4.8, 0, 0])).toBeNull();
  expect(portals.entered([3, 0, 0])).toBeNull();
  expect(portals.entered([4.8, 0, 0])?.node).toBe('door');
});

test('walking past beside it leads nowhere', () => {
  const portals = watch();
  portals.entered([2, 0, 3]);
  expect(portals.entered([4.8, 0, 3])).toBeNull();
});
