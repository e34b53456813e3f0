import { expect, test, vi } from 'vitest';

import { encodeBody } from '../../src/world/pose-codec';
import { World } from '../../src/world/world';
import type { PatchMessage } from '../../src/wire';
import { joined, pose } from '../make';

const patch = (revision: number, ops: PatchMessage['ops'], layer: PatchMessage['layer'] = 'published'): PatchMessage =>
  ({ t: 'patch', hall: 'hall', revision, layer, ops, author: '' });

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
  const person = { id: 8, name: '甲', role: 'visitor', body: { color: '#123456', figure: 'plain' as const }, seat: null };
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
