import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { encodeBody } from '../../src/world/pose-codec';
import { World } from '../../src/world/world';
import type { PatchMessage } from '../../src/wire';
import { hall, joined, node, pose } from '../make';

const patch = (revision: number, ops: PatchMessage['ops'], layer: PatchMessage['layer'] = 'published'): PatchMessage =>
  ({ t: 'patch', number: 0, hall: 'hall', revision, layer, ops, author: '' });

/** A presence frame with one head record for each id. */
function frame(ids: number[], time = 1000, total = ids.length): Uint8Array {
  const bytes = new Uint8Array(12 + ids.length * 14);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 2);
  view.setUint16(4, ids.length, true);
  view.setUint16(6, total, true);
  view.setUint32(8, time, true);
  ids.forEach((id, i) => {
    view.setUint16(12 + i * 14, id, true);
    encodeBody(pose([id, 1.6, 0]), bytes, 14 + i * 14);
  });
  return bytes;
}

test('joining takes the scene in whole', () => {
  const world = new World();
  const heard = vi.fn();
  world.on('hall', heard);
  world.apply(joined({ shared: { '/nodes/a/explode': 0.25 } }));
  expect(world.hall?.id).toBe('hall');
  expect(world.me).toBe(7);
  expect(heard).toHaveBeenCalledExactlyOnceWith({ fresh: true });
  expect(world.value('a', 'explode')).toBe(0.25);
  expect(world.value('b', 'explode')).toBe(0);
  expect(world.value('b', 'parent')).toBe('a');
});

test('a snapshot and its patches equal the later snapshot', () => {
  const early = new World();
  early.apply(joined());
  early.apply(patch(4, [{ op: 'set', path: '/nodes/a/translation', value: [1, 2, 3] }]));
  early.apply(patch(5, [{ op: 'remove', path: '/nodes/b' }]));
  early.apply(patch(6, [{ op: 'set', path: '/nodes/a/explode', value: 1 }], 'shared'));
  const late = new World();
  const { scene, shared } = JSON.parse(JSON.stringify(early.snapshot())) as {
    scene: Record<string, unknown>; shared: Record<string, unknown>;
  };
  late.apply(joined({ scene, shared, revision: 6 }));
  expect(late.snapshot()).toEqual(early.snapshot());
});

test('a resume applies what was missed and keeps the rest', () => {
  const world = new World();
  world.apply(joined());
  const heard = vi.fn();
  world.on('hall', heard);
  const missed = [patch(4, [{ op: 'set', path: '/nodes/a/visible', value: false }])];
  world.apply(joined({ scene: null, shared: null, resumed: true, patches: missed, revision: 4 }));
  expect(world.value('a', 'visible')).toBe(false);
  expect(world.nodes.size).toBe(2);
  expect(world.revision).toBe(4);
  expect(heard).not.toHaveBeenCalled();
});

test('a patch for another hall changes nothing', () => {
  const world = new World();
  world.apply(joined());
  world.apply({ ...patch(9, [{ op: 'remove', path: '/nodes/a' }]), hall: 'elsewhere' });
  expect(world.nodes.has('a')).toBe(true);
  expect(world.revision).toBe(3);
});

test('strangers are asked about once, and oneself never', () => {
  const world = new World();
  world.apply(joined());
  const asked: number[][] = [];
  world.on('strangers', (ids) => asked.push(ids));
  world.applyPresence(frame([7, 8, 9]), 0);
  world.applyPresence(frame([7, 8, 9], 1050), 50);
  expect(asked).toEqual([[8, 9]]);
  const person = { id: 8, name: '甲', role: 'visitor', body: { color: '#123456', figure: 'plain' as const }, seat: null, account: false, muted: false };
  world.apply({ t: 'people', here: [person], total: 3 });
  expect(world.people.get(8)?.name).toBe('甲');
  expect(world.sample(7, 100)).toBeUndefined();
  expect(world.sample(8, 100)?.head.position[0]).toBeCloseTo(8, 2);
});

test('who is gone is forgotten', () => {
  const world = new World();
  world.apply(joined());
  world.applyPresence(frame([8]), 0);
  world.apply({ t: 'gone', ids: [8], total: 1 });
  expect(world.sample(8, 100)).toBeUndefined();
  expect(world.total).toBe(1);
});

test('a frame cut short is refused', () => {
  const world = new World();
  expect(() => world.applyPresence(frame([1, 2]).slice(0, 30), 0)).toThrow(RangeError);
});

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);
const operation = fc.oneof(
  fc.record({ op: fc.constant('set' as const), path: id.map((one) => `/nodes/${one}/translation`), value: fc.tuple(fc.integer(), fc.integer(), fc.integer()) }),
  fc.record({ op: fc.constant('set' as const), path: fc.tuple(id, fc.nat(3)).map(([one, n]) => `/nodes/${one}/materials/${n}/emissiveFactor`), value: fc.constant([1, 0, 0]) }),
  fc.record({ op: fc.constant('unset' as const), path: id.map((one) => `/nodes/${one}/translation`) }),
  fc.record({ op: fc.constant('set' as const), path: fc.constant('/hall/name/zh'), value: fc.string({ maxLength: 4 }) }),
  fc.record({ op: fc.constant('remove' as const), path: id.map((one) => `/nodes/${one}`) }),
  fc.record({ op: fc.constant('add' as const), path: id.map((one) => `/nodes/${one}`), value: fc.constant({ ...node(), parent: null }) }),
);
const sharing = fc.oneof(
  fc.record({ op: fc.constant('set' as const), path: id.map((one) => `/nodes/${one}/explode`), value: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ op: fc.constant('unset' as const), path: id.map((one) => `/nodes/${one}/explode`) }),
);
const step = fc.oneof(
  fc.record({ layer: fc.constant('published' as const), ops: fc.array(operation, { minLength: 1, maxLength: 3 }) }),
  fc.record({ layer: fc.constant('shared' as const), ops: fc.array(sharing, { minLength: 1, maxLength: 3 }) }),
);

test('whoever comes in the middle of any edits, or was cut off, sees what all the others see', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), fc.nat(25), (steps, at) => {
    const patches = steps.map(({ layer, ops }, i) => patch(4 + i, ops, layer));
    const middle = Math.min(at, patches.length);
    const [first, late, resumed] = [new World(), new World(), new World()];
    first.apply(joined());
    resumed.apply(joined());
    for (const one of patches.slice(0, middle)) first.apply(one);
    const { scene, shared, revision } = structuredClone(first.snapshot()) as unknown as { scene: Record<string, unknown>; shared: Record<string, unknown>; revision: number };
    late.apply(joined({ scene, shared, revision }));
    for (const one of patches.slice(middle)) for (const world of [first, late]) world.apply(one);
    resumed.apply(joined({ scene: null, shared: null, resumed: true, patches, revision: 3 + patches.length }));
    expect(late.snapshot()).toEqual(first.snapshot());
    expect(resumed.snapshot()).toEqual(first.snapshot());
    for (const one of IDS) for (const property of ['explode', 'translation', 'visible']) {
      expect(late.value(one, property)).toEqual(first.value(one, property));
    }
  }), { numRuns: 150 });
});

test('every change is told once, with what it touched', () => {
  const world = new World();
  world.apply(joined());
  const told: string[] = [];
  world.on('nodes', (changes) => told.push(...changes.map(({ id: name, kind, property }) => `${kind} ${name} ${property}`.trim())));
  world.apply(patch(4, [{ op: 'set', path: '/nodes/a/explode', value: 1 }], 'shared'));
  world.apply(patch(5, [{ op: 'add', path: '/nodes/c', value: node() }, { op: 'remove', path: '/nodes/a' }]));
  expect(told.sort()).toEqual(['added c', 'changed a explode', 'removed a', 'removed b']);
});

test('a draft is seen by nobody here', () => {
  const world = new World();
  world.apply(joined());
  world.apply(patch(9, [{ op: 'remove', path: '/nodes/a' }], 'draft'));
  expect(world.nodes.has('a')).toBe(true);
  expect(world.revision).toBe(3);
});

test('what lies below a shared value is read from it, and the node\'s own shows again when it is taken back', () => {
  const world = new World();
  world.apply(joined({ scene: { hall: hall(), nodes: { a: node({ materials: { 0: { emissiveFactor: [0, 0, 1] } } }) } } as unknown as Record<string, unknown> }));
  const path = '/nodes/a/materials/0';
  world.apply(patch(4, [{ op: 'set', path, value: { emissiveFactor: [1, 0, 0] } }], 'shared'));
  expect(world.value('a', 'materials/0/emissiveFactor')).toEqual([1, 0, 0]);
  world.apply(patch(5, [{ op: 'unset', path }], 'shared'));
  expect(world.value('a', 'materials/0/emissiveFactor')).toEqual([0, 0, 1]);
  expect(world.value('nobody', 'visible')).toBeUndefined();
});

test('one who comes back is met anew: names are the server\'s, poses of those who left are gone', () => {
  const world = new World();
  const person = (number: number) => ({ id: number, name: `${number}`, role: 'visitor', body: { color: '#123456', figure: 'plain' as const }, seat: null, account: false, muted: false });
  world.apply(joined({ people: [person(8), person(9)] }));
  world.applyPresence(frame([8, 9]), 0);
  world.apply(joined({ scene: null, shared: null, resumed: true, patches: [], people: [person(9)], total: 2 }));
  expect([...world.people.keys()]).toEqual([9]);
  expect(world.sample(8, 100)).toBeUndefined();
  expect(world.sample(9, 100)).toBeDefined();
});

test('a stranger who was asked about in vain is asked about again after a resume', () => {
  const world = new World();
  world.apply(joined());
  const asked: number[][] = [];
  world.on('strangers', (ids) => asked.push(ids));
  world.applyPresence(frame([8]), 0);
  world.apply(joined({ scene: null, shared: null, resumed: true, patches: [] }));
  world.applyPresence(frame([8], 1050), 50);
  expect(asked).toEqual([[8], [8]]);
});
