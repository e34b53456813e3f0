import { expect, it } from 'vitest';

import { plinths } from '@/exhibits/plinths';

it('lists plinths, free ones first, in the order of their numbers', () => {
  const scene = {
    nodes: {
      'plinth-10': { kind: 'plinth', name: { zh: '十号', en: 'Ten' }, plinth: { height: 0.4, radius: 1 } },
      'plinth-2': { kind: 'plinth', plinth: { height: 0.4, radius: 0.5 } },
      'plinth-1': { kind: 'plinth', plinth: { height: 0.4, radius: 0.5 } },
      pump: { kind: 'exhibit', parent: 'plinth-1' },
      wall: { kind: 'model', parent: null },
    },
  };
  expect(plinths(scene).map(({ id, taken }) => [id, taken])).toEqual([['plinth-2', null], ['plinth-10', null], ['plinth-1', 'pump']]);
  expect(plinths(scene)[0]!.name).toEqual({ zh: 'plinth-2', en: 'plinth-2' });
});
