import fc from 'fast-check';
import { expect, it } from 'vitest';

import { apply, difference, isCarried, isStructural, merged, subtree, valueAt } from '@/editor/core/document';

import { node, operations, START } from './scenes';

it('never changes a document in place, and shares what stayed', () => {
  const before = structuredClone(START);
  const after = apply(START, [{ op: 'set', path: '/nodes/c/text/size', value: 3 }]);
  expect(START).toEqual(before);
  expect(after.nodes['a']).toBe(START.nodes['a']);
  expect(valueAt(after, '/nodes/c/text')).toEqual({ zh: '字', en: 'word', size: 3 });
});

it('takes away a node with all below it', () => {
  expect(Object.keys(apply(START, [{ op: 'remove', path: '/nodes/a' }]).nodes)).toEqual(['c']);
  expect(subtree({ a: node(), b: node({ parent: 'a' }), c: node({ parent: 'b' }) }, 'a')).toEqual(['a', 'b', 'c']);
});

it('passes over what cannot be carried out', () => {
  const odd = [{ op: 'set', path: '/nodes/zz/visible', value: false }, { op: 'remove', path: '/nodes/zz' }, { op: 'set', path: '/else/x', value: 1 }] as const;
  expect(difference(START, apply(START, odd))).toEqual([]);
});

it('finds operations that lead from any document to any other', () => {
  fc.assert(fc.property(operations, operations, (one, other) => {
    const [before, after] = [apply(START, one), apply(START, other)];
    expect(apply(before, difference(before, after))).toEqual(after);
  }));
});

it('knows when a document already says what an edit would', () => {
  fc.assert(fc.property(operations, (ops) => {
    const last = ops.slice(-1);
    const there = last.every(({ op, path }) => op !== 'set' && op !== 'unset' ? true : path.startsWith('/hall') || START.nodes[path.split('/')[2]!]);
    fc.pre(there);
    expect(isCarried(apply(START, last), last)).toBe(true);
  }));
  expect(isCarried(START, [{ op: 'set', path: '/nodes/a/visible', value: false }])).toBe(false);
});

it('merges a drag into its last place', () => {
  const to = (value: number): { op: 'set'; path: string; value: number } => ({ op: 'set', path: '/nodes/a/turn', value });
  expect(merged([to(1), { op: 'set', path: '/nodes/a/page', value: 2 }], [to(3)])).toEqual([{ op: 'set', path: '/nodes/a/page', value: 2 }, to(3)]);
  const add = { op: 'add', path: '/nodes/q', value: node() } as const;
  expect(merged([add], [to(1)])).toEqual([add, to(1)]);
});

it('tells edits of the tree from others', () => {
  const paths = ['/nodes/a/parent', '/nodes/a/parental', '/hall/name'].map((path) => isStructural({ op: 'set', path, value: null }));
  expect(paths).toEqual([true, false, false]);
  expect(isStructural({ op: 'remove', path: '/nodes/a' })).toBe(true);
});
