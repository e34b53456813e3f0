import { expect, it } from 'vitest';

import { boothAbove, burdenOf, freePlace, intoBooth, isIn, partOf } from '@/editor/core/own';
import type { SceneDoc, SceneNode, Vec3 } from '@/editor/core/types';

const name = { zh: '物', en: 'thing' };
const booth = { no: 'A', width: 4, depth: 4, height: 3, triangles: 100, texture_bytes: 1000 };
const model = { levels: [{ asset: 'a', bytes: 10, triangles: 40, error: 0, gpu_bytes: 700 }], bounds: { min: [0, 0, 0], max: [1, 1, 1] } } as unknown as SceneNode['model'];
const node = (more: Partial<SceneNode>): SceneNode => ({ kind: 'group', name, ...more });
const DOC = {
  hall: {}, nodes: {
    mine: node({ kind: 'booth', booth, translation: [10, 0, 0], rotation: [0, Math.SQRT1_2, 0, Math.SQRT1_2] }),
    theirs: node({ kind: 'booth', booth }),
    group: node({ parent: 'mine' }),
    fox: node({ kind: 'exhibit', parent: 'group', model }),
    board: node({ kind: 'board', parent: 'mine', board: { width: 1, height: 1, media: { id: 'm', kind: 'document', title: name, pages: [{ asset: 'b', width: 30, height: 10 }, { asset: 'c', width: 3, height: 1 }] } } }),
    other: node({ kind: 'exhibit', parent: 'theirs', model }),
    lost: node({ parent: 'nobody' }),
  },
} as unknown as SceneDoc;

it('knows in which booth something is, however deep, and that a booth is in none', () => {
  expect(boothAbove(DOC.nodes, 'fox')).toBe('mine');
  expect([boothAbove(DOC.nodes, 'mine'), boothAbove(DOC.nodes, 'lost'), boothAbove(DOC.nodes, 'none')]).toEqual([null, null, null]);
  expect([isIn(DOC.nodes, ['mine'], 'fox'), isIn(DOC.nodes, ['mine'], 'other'), isIn(DOC.nodes, ['mine'], 'mine')]).toEqual([true, false, false]);
  expect(Object.keys(partOf(DOC.nodes, ['mine'])).sort()).toEqual(['board', 'fox', 'group', 'mine']);
});

it('adds up what stands there as the park does', () => {
  expect(burdenOf(DOC.nodes, 'mine')).toEqual({ nodes: 3, triangles: 40, texture_bytes: 700 + 1600 });
  expect(burdenOf(DOC.nodes, 'theirs')).toEqual({ nodes: 1, triangles: 40, texture_bytes: 700 });
});

const near = (one: Vec3, other: Vec3): void => one.forEach((value, axis) => expect(value).toBeCloseTo(other[axis]!, 5));

it('hangs what is put down into the booth: where one looks, off the walls, else in the middle', () => {
  const put = (at: Vec3, radius?: number) => intoBooth(DOC, 'mine', node({}), at, radius);
  expect(put([10, 0, 0]).node.parent).toBe('mine');
  near(put([10, 1, -1]).at, [1, 1, 0]);
  near(put([11.9, 0, 0]).at, [0, 0, 1.6]);
  near(put([11.9, 0, 0], 3).at, [0, 0, 0]);
  near(put([90, 9, 0]).at, [0, 2.6, 0]);
});

it('finds a place where nothing stands, as long as there is one', () => {
  near(freePlace(DOC, 'theirs', [1, 0, 1], 0.5), [1, 0, 1]);
  near(freePlace(DOC, 'theirs', [0, 0, 0], 0.5), [-1.5, 0, 0]);
  near(freePlace(DOC, 'theirs', [0, 0, 0], 9), [0, 0, 0]);
});
