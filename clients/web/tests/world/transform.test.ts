import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SceneNode } from '../../src/world/scene';
import { multiply, rotate, worldCentre, worldTransform } from '../../src/world/transform';
import type { Quat, Vec3 } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';

const half = Math.SQRT1_2;
const left: Quat = [0, half, 0, half];

function worldOf(nodes: Record<string, SceneNode>): World {
  const world = new World();
  world.apply(joined({ scene: { hall: hall(), nodes } as unknown as Record<string, unknown> }));
  return world;
}

const near = (actual: readonly number[], expected: readonly number[]): void => {
  actual.forEach((value, axis) => expect(value).toBeCloseTo(expected[axis]!, 5));
};

const component = fc.double({ min: -1, max: 1, noNaN: true });
const turn = fc.tuple(component, component, component, component)
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q) => q.map((v) => v / Math.hypot(...q)) as Quat);
const place = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -50, max: 50, noNaN: true }))) as unknown as fc.Arbitrary<Vec3>;

describe('turning', () => {
  it('a quarter to the left takes ahead to the left', () => near(rotate(left, [0, 0, -1]), [-1, 0, 0]));

  it('keeps lengths, and one turn after another is their product', () => {
    fc.assert(fc.property(turn, turn, place, (a, b, v) => {
      expect(Math.hypot(...rotate(a, v))).toBeCloseTo(Math.hypot(...v), 4);
      near(rotate(multiply(a, b), v), rotate(a, rotate(b, v)));
    }));
  });
});

describe('where a node stands', () => {
  it('is below its parents: scaled, then turned, then moved', () => {
    const world = worldOf({
      table: node({ translation: [10, 0, 0], rotation: left, scale: [2, 2, 2] }),
      lamp: node({ parent: 'table', translation: [0, 1, -1], scale: [0.5, 1, 1] }),
    });
    const { translation, rotation, scale } = worldTransform(world, 'lamp');
    near(translation, [8, 2, 0]);
    near(rotation, left);
    near(scale, [1, 2, 2]);
  });

  it('follows what is being dragged in the shared layer', () => {
    const world = worldOf({ a: node({ translation: [1, 0, 0] }), b: node({ parent: 'a' }) });
    const ops = [{ op: 'set' as const, path: '/nodes/a/translation', value: [5, 0, 0] }];
    world.apply({ t: 'patch', number: 0, hall: 'hall', revision: 4, layer: 'shared', ops, author: '' });
    near(worldTransform(world, 'b').translation, [5, 0, 0]);
  });

  it('of nobody is the origin; a parent that is not there counts as none', () => {
    const world = worldOf({ orphan: node({ parent: 'gone', translation: [1, 2, 3] }) });
    near(worldTransform(world, 'nobody').translation, [0, 0, 0]);
    near(worldTransform(world, 'orphan').translation, [1, 2, 3]);
  });

  it('of a ring of parents ends', () => {
    const world = worldOf({ a: node({ parent: 'b' }), b: node({ parent: 'a' }) });
    expect(() => worldTransform(world, 'a')).not.toThrow();
  });
});

describe('the middle of what a node shows', () => {
  it('is the middle of its bounds, turned and scaled with it', () => {
    const model = { levels: [], bounds: { min: [0, 0, -4], max: [0, 2, 0] }, color: [1, 1, 1], clips: [], variants: [], parts: 0, role: 'exhibit' } as unknown as SceneNode['model'];
    const world = worldOf({ thing: node({ translation: [1, 0, 0], rotation: left, scale: [2, 2, 2], model }) });
    near(worldCentre(world, 'thing'), [-3, 2, 0]);
  });

  it('is its place when it has no model', () => {
    near(worldCentre(worldOf({ seat: node({ translation: [1, 2, 3] }) }), 'seat'), [1, 2, 3]);
  });
});
