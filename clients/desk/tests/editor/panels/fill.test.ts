import { describe, expect, it } from 'vitest';

import type { Medium } from '@/api/types';
import { faultsOf, shapeAt } from '@/editor/panels/check';
import { boardWith, exhibitNode, seatOps, swapOps } from '@/editor/panels/fill';
import { scaleFor } from '@/editor/panels/seat';

import { exhibit, revision } from '../../make';

const shown = exhibit('pump', { published: 1, card: { title: { zh: '泵', en: 'Pump' } } });

describe('an exhibit in a hall', () => {
  it('stands on its foot where it was put', () => {
    const made = exhibitNode(shown, [10, 0, -5])!;
    // Its model reaches from 0 to 1, 2 and half a metre.
    expect(made.at).toEqual([9.5, 0, -5.25]);
    expect(made.node.exhibit).toEqual({ id: 'pump', revision: 1, fit: 'true' });
    expect(exhibitNode(exhibit('draft'), [0, 0, 0])).toBeNull();
  });

  it('is scaled as the server scales it', () => {
    const box = { min: [0, 0, 0] as [number, number, number], max: [10, 2, 4] as [number, number, number] };
    expect(scaleFor(box, 1.5, 'true')).toBe(1);
    expect(scaleFor(box, 1.5, 'fitted')).toBeCloseTo(0.3);
    expect(scaleFor({ min: [0, 0, 0], max: [0.01, 0.01, 0.01] }, 1.5, 'fitted')).toBeCloseTo(15);
  });

  it('keeps its foot when it is resized or swapped', () => {
    const { node, at } = exhibitNode(shown, [0, 0, 0])!;
    const placed = { ...node, translation: at };
    expect(seatOps(placed, node.model!.bounds, 2)).toEqual({ translation: [-1, 0, -0.5], scale: [2, 2, 2] });
    const other = exhibit('crane', { published: 3, revisions: [revision(3)], card: { title: { zh: '吊', en: 'Crane' } } });
    const ops = swapOps('n', { ...placed, variant: 'red' }, other, 1.5);
    expect(ops[0]).toEqual({ op: 'unset', path: '/nodes/n/variant' });
    expect(ops.find(({ path }) => path === '/nodes/n/exhibit')!.value).toEqual({ id: 'crane', revision: 3, fit: 'true' });
    expect(ops.find(({ path }) => path === '/nodes/n/translation')!.value).toEqual(at);
  });
});

describe('a board', () => {
  const picture = { asset: 'a'.repeat(64), width: 300, height: 900 };
  const medium: Medium = {
    id: 'plan', kind: 'image', title: { zh: '图', en: 'Plan' }, author: '', at: 0, source: { name: '', bytes: 1, sha256: null },
    pages: [picture], video: null, poster: 'b'.repeat(64), boards: [],
  } as unknown as Medium;

  it('keeps its width and takes the picture’s shape, up to six metres', () => {
    expect(boardWith(medium, 1)).toMatchObject({ width: 1, height: 3 });
    expect(boardWith(medium, 4)).toMatchObject({ width: 2, height: 6 });
  });

  it('carries what the park takes', () => expect(faultsOf(shapeAt('board', 'board')!, boardWith(medium, 2))).toEqual([]));
});
