import { expect, it } from 'vitest';

import { Broadcast } from '@/editor/core/broadcast';
import type { Operation } from '@/editor/core/types';

it('tells of a drag now and then, and lets go of all that it told', () => {
  let now = 0;
  const sent: Operation[][] = [];
  const broadcast = new Broadcast({ now: () => now, send: async (ops) => void sent.push(ops) });
  for (const [at, value] of [[0, 1], [20, 2], [200, 3]] as const) {
    now = at;
    broadcast.tell([{ op: 'set', path: '/nodes/a/turn', value }]);
  }
  broadcast.end();
  broadcast.end();
  expect(sent).toEqual([
    [{ op: 'set', path: '/nodes/a/turn', value: 1 }], [{ op: 'set', path: '/nodes/a/turn', value: 3 }], [{ op: 'unset', path: '/nodes/a/turn' }],
  ]);
});
