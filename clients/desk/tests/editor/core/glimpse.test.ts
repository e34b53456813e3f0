import { expect, it } from 'vitest';

import { Glimpse, heldBy } from '@/editor/core/glimpse';

import type { Placement } from '@web/workshop';

function glimpse() {
  const said: [string[], unknown][] = [];
  const clock = { now: 0 };
  return { said, clock, glimpse: new Glimpse({ say: (nodes, moving) => void said.push([nodes, moving]), now: () => clock.now }) };
}
const at = (x: number): Map<string, Placement> => new Map([['a', { translation: [x, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] }]]);
const packed = (x: number) => ({ a: [[x, 0, 0], [0, 0, 0, 1], [1, 1, 1]] });

it('tells where what is held stands, not too often, and that it was let go', () => {
  const { glimpse: one, said, clock } = glimpse();
  one.select(['a', 'b']);
  one.hold(at(1));
  clock.now = 50;
  one.hold(at(2));
  clock.now = 130;
  one.hold(at(3.00004));
  one.hold(null);
  one.hold(null);
  expect(said).toEqual([
    [['a', 'b'], undefined], [['a', 'b'], packed(1)], [['a', 'b'], packed(3)], [['a', 'b'], undefined],
  ]);
});

it('says the first step of each drag at once', () => {
  const { glimpse: one, said } = glimpse();
  one.hold(at(1));
  one.hold(null);
  one.hold(at(2));
  expect(said.map(([, moving]) => moving)).toEqual([packed(1), undefined, packed(2)]);
});

it('stays within what the wire takes', () => {
  const { glimpse: one, said } = glimpse();
  const many = new Map(Array.from({ length: 100 }, (_, n) => [`n-${n}`, at(1e9).get('a')!] as const));
  one.select(Array.from({ length: 300 }, (_, n) => `n-${n}`));
  one.hold(many);
  const [nodes, moving] = said.at(-1)!;
  expect(nodes).toHaveLength(256);
  expect(Object.keys(moving as object)).toHaveLength(64);
  expect((moving as Record<string, number[][]>)['n-0']![0]).toEqual([8000, 0, 0]);
});

it('reads what a colleague holds, of those who say nothing of it too', () => {
  const [translation, rotation, scale] = [[1, 2, 3], [0, 0, 0, 1], [2, 2, 2]] as [[number, number, number], [number, number, number, number], [number, number, number]];
  expect(heldBy({ person: 1, name: '', nodes: ['a'], moving: { a: [translation, rotation, scale] } })).toEqual({ a: { translation, rotation, scale } });
  expect(heldBy({ person: 1, name: '', nodes: ['a'] })).toEqual({});
});
