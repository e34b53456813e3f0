/** A small hall for tests, and random edits of it. */

import fc from 'fast-check';

import type { Operation, SceneDoc, SceneNode, Vec3 } from '@/editor/core/types';

export const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

export const node = (more: Partial<SceneNode> = {}): SceneNode => ({ kind: 'group', name: both('node'), ...more });

export function hallOf(nodes: Record<string, SceneNode>): SceneDoc {
  return {
    hall: {
      id: 'hall', name: both('Hall'), kind: 'indoor', state: 'open', capacity: 10, bounds: { min: [-9, 0, -9], max: [9, 5, 9] },
      environment: { sky: 'none', background: [1, 1, 1], exposure: 1, ambient: { sky: [1, 1, 1], ground: [1, 1, 1], intensity: 1 } },
      walk: { areas: [] },
    },
    nodes,
  };
}

const IDS = ['a', 'b', 'c', 'd'];
const place = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constant(0), fc.integer({ min: -9, max: 9 })) as fc.Arbitrary<Vec3>;

/** Edits as two editors make them: moves, sizes of text, nodes that come and go. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ id: fc.constantFrom(...IDS), to: place }).map(({ id, to }): Operation => ({ op: 'set', path: `/nodes/${id}/translation`, value: to })),
  fc.record({ id: fc.constantFrom(...IDS), size: fc.integer({ min: 1, max: 9 }) })
    .map(({ id, size }): Operation => ({ op: 'set', path: `/nodes/${id}/text/size`, value: size })),
  fc.constantFrom(...IDS).map((id): Operation => ({ op: 'unset', path: `/nodes/${id}/text` })),
  fc.constantFrom(...IDS).map((id): Operation => ({ op: 'remove', path: `/nodes/${id}` })),
  fc.record({ id: fc.constantFrom(...IDS), parent: fc.constantFrom(undefined, ...IDS) })
    .map(({ id, parent }): Operation => ({ op: 'add', path: `/nodes/${id}`, value: node(parent && parent < id ? { parent } : {}) })),
  fc.integer({ min: 1, max: 99 }).map((capacity): Operation => ({ op: 'set', path: '/hall/capacity', value: capacity })),
);

export const operations = fc.array(operation, { minLength: 1, maxLength: 3 });

export const START: SceneDoc = hallOf({ a: node(), b: node({ parent: 'a' }), c: node({ text: { zh: '字', en: 'word', size: 1 } }) });
