import { expect, it } from 'vitest';

import { KEPT, nearestGuide, OFFERED, offered } from '../../src/guide/near';
import type { Vec3 } from '../../src/world/viewer';
import { guideHere } from './samples';

const near = guideHere(), far = guideHere({ node: 'far', person: 41 });
const places: Record<string, Vec3 | null> = { 'guide-hall': [2, 1.6, 0], far: [9, 1.6, 0] };

it('is the guide whose place is nearest on the floor', () => {
  expect(nearestGuide([far, near], ({ node }) => places[node] ?? null, [0, 0, 0])).toEqual({ guide: near, metres: 2 });
  expect(nearestGuide([far, near], ({ node }) => (node === 'far' ? places[node]! : null), [0, 0, 0])?.guide).toBe(far);
  expect(nearestGuide([], () => null, [0, 0, 0])).toBeNull();
});

it('an offer stands a little longer than it takes to be made', () => {
  const at = (metres: number) => ({ guide: near, metres });
  expect(offered(at(OFFERED), null)).toBe(near);
  expect(offered(at(OFFERED + 0.5), null)).toBeNull();
  expect(offered(at(OFFERED + 0.5), near.node)).toBe(near);
  expect(offered(at(KEPT + 0.1), near.node)).toBeNull();
  expect(offered(null, near.node)).toBeNull();
});
