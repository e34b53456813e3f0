import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { NodeKind, SceneNode } from '@/editor/core/types';
import { above, childrenOf, foundBy, mayHold, rowsOf } from '@/editor/panels/tree';

type Nodes = Record<string, SceneNode>;
const node = (name: string, parent: string | null = null, kind: NodeKind = 'group'): SceneNode => ({ kind, name: { zh: name, en: name }, parent });
const nameOf = (_: string, { name }: Readonly<SceneNode>): string => name.zh;
const NODES: Nodes = {
  b: node('馆 10'), a: node('馆 2'), c: node('灯', 'a', 'light'), d: node('展台', 'a', 'plinth'), e: node('齿轮箱', 'd', 'exhibit'), lost: node('散', 'gone'),
};
const ids = (open: string[], found: Set<string> | null = null): string[] => rowsOf(childrenOf(NODES, nameOf), new Set(open), found).map(({ id }) => id);

describe('a tree of nodes', () => {
  it('shows what is open, numbers as numbers, and what has lost its parent at the top', () => {
    expect(ids([])).toEqual(['a', 'b', 'lost']);
    expect(ids(['a'])).toEqual(['a', 'd', 'c', 'b', 'lost']);
    expect(ids(['a', 'd'])).toEqual(['a', 'd', 'e', 'c', 'b', 'lost']);
  });

  it('says where each row stands', () => {
    const rows = rowsOf(childrenOf(NODES, nameOf), new Set(['a']), null);
    expect(rows.find(({ id }) => id === 'd')).toEqual({ id: 'd', depth: 1, hasChildren: true, open: false, place: 1, of: 2 });
  });

  it('opens the way to what is found', () => {
    const found = foundBy(NODES, '齿轮', nameOf);
    expect(found).toEqual(new Set(['e', 'd', 'a']));
    expect(ids([], found)).toEqual(['a', 'd', 'e']);
    expect(foundBy(NODES, '  ', nameOf)).toBeNull();
  });

  it('lets nothing be put below itself, and one exhibit on a plinth', () => {
    expect(mayHold(NODES, null, ['a'])).toBe(true);
    expect(mayHold(NODES, 'a', ['a'])).toBe(false);
    expect(mayHold(NODES, 'd', ['a'])).toBe(false);
    expect(mayHold({ ...NODES, f: node('泵', null, 'exhibit') }, 'd', ['f'])).toBe(false);
    expect(mayHold(NODES, 'd', ['e'])).toBe(true);
    expect(mayHold(NODES, 'd', ['b'])).toBe(true);
  });

  it('has every node once, whatever is below what', () => {
    const forest = fc.array(fc.option(fc.nat(30), { nil: null }), { maxLength: 30 }).map((parents): Nodes =>
      // A parent comes before its child, so that no ring closes.
      Object.fromEntries(parents.map((parent, at) => [`n${at}`, node(`n${at}`, parent !== null && parent < at ? `n${parent}` : null)])));
    fc.assert(fc.property(forest, (nodes) => {
      const rows = rowsOf(childrenOf(nodes, nameOf), new Set(Object.keys(nodes)), null);
      expect(rows.map(({ id }) => id).sort()).toEqual(Object.keys(nodes).sort());
      for (const { id, depth } of rows) expect(above(nodes, id)).toHaveLength(depth);
    }));
  });
});
