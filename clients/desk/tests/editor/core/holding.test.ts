import { expect, it, vi } from 'vitest';

import { Broadcast } from '@/editor/core/broadcast';
import { Holding } from '@/editor/core/holding';
import type { Operation } from '@/editor/core/types';

import { hallOf, node } from './scenes';

function hold(isLive: boolean) {
  const doc = hallOf({ a: node({ translation: [1, 0, 0] }) });
  const sent: Operation[][] = [];
  const keep = vi.fn(async () => undefined);
  const show = vi.fn();
  const broadcast = new Broadcast({ send: async (ops) => void sent.push(ops), now: () => 0 });
  return { sent, keep, show, holding: new Holding({ doc: () => doc, isLive: () => isLive, keep, changed: () => undefined, show }, broadcast) };
}
const at = (x: number) => new Map([['a', { translation: [x, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] }] as const]) as never;

it('keeps what has changed, and nothing else, when it is let go', () => {
  const { holding, keep, sent } = hold(false);
  holding.move(at(2.00004));
  expect(holding.ops).toHaveLength(3);
  holding.drop(true);
  expect(keep).toHaveBeenCalledWith([{ op: 'set', path: '/nodes/a/translation', value: [2, 0, 0] }]);
  expect([holding.ops, sent]).toEqual([[], []]);
});

it('puts all back when it is given up, also for visitors who saw it', async () => {
  const { holding, keep, sent } = hold(true);
  holding.move(at(3));
  holding.drop(false);
  expect(keep).toHaveBeenCalledWith([]);
  await vi.waitFor(() => expect(sent).toEqual([
    [{ op: 'set', path: '/nodes/a/translation', value: [3, 0, 0] }], [{ op: 'unset', path: '/nodes/a/translation' }],
  ]));
});

it('passes over what somebody else has taken away meanwhile', () => {
  const { holding } = hold(false);
  holding.move(new Map([['gone', { translation: [0, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] }]]) as never);
  expect(holding.ops).toEqual([]);
});

it('lets colleagues see what is held in the draft, until it is let go', () => {
  const { holding, show, keep } = hold(false);
  holding.move(at(2));
  expect(show).toHaveBeenLastCalledWith(at(2));
  holding.drop(true);
  expect(show).toHaveBeenLastCalledWith(null);
  expect(keep.mock.invocationCallOrder[0]!).toBeLessThan(show.mock.invocationCallOrder.at(-1)!);
});

it('needs not tell them of what visitors see as well', () => {
  const { holding, show } = hold(true);
  holding.move(at(2));
  expect(show).not.toHaveBeenCalled();
});
