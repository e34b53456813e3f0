import { beforeEach, describe, expect, it } from 'vitest';

import { ApiError } from '@/api/http';
import { bulk, canUndo, count, forEach, stop, undoAll } from '@/ui/bulk';

const named = (thing: string) => ({ key: thing, name: thing.toUpperCase() });
const states = (): string[] => bulk.deeds.map(({ state }) => state);
beforeEach(() => Object.assign(bulk, { running: false, deeds: [] }));

describe('one act on many things', () => {
  it('goes on after a failure and says what went wrong', async () => {
    await forEach('all', ['a', 'b', 'c'], named, async (thing) => {
      if (thing === 'b') throw new ApiError(409, 'publish_stale', 'somebody was faster');
      return thing === 'c' ? { spared: 'nothing to do' } : undefined;
    });
    expect(states()).toEqual(['done', 'failed', 'spared']);
    expect(bulk.deeds.map(({ words }) => words)).toEqual(['', 'somebody was faster', 'nothing to do']);
    expect(bulk.running).toBe(false);
    expect([count('done'), count('failed', 'spared')]).toEqual([1, 2]);
  });

  it('stops where it is told to', async () => {
    await forEach('all', ['a', 'b', 'c'], named, async (thing) => {
      if (thing === 'b') stop();
    });
    expect(states()).toEqual(['done', 'done', 'waiting']);
  });

  it('takes back what can be, the last first', async () => {
    const undone: string[] = [];
    await forEach('all', ['a', 'b', 'c'], named, async (thing) =>
      thing === 'b' ? undefined : { undo: async () => void undone.push(thing) });
    expect(canUndo()).toBe(true);
    await undoAll();
    expect(undone).toEqual(['c', 'a']);
    expect(states()).toEqual(['undone', 'done', 'undone']);
    expect(canUndo()).toBe(false);
  });

  it('says so when the way back is barred', async () => {
    await forEach('all', ['a'], named, async () => ({ undo: () => Promise.reject(new ApiError(404, 'gone', 'it is gone')) }));
    await undoAll();
    expect([states(), bulk.deeds[0]!.words]).toEqual([['done'], 'it is gone']);
  });

  it('does one thing at a time', async () => {
    bulk.running = true;
    await forEach('other', ['x'], named, async () => undefined);
    expect(bulk.deeds).toEqual([]);
  });
});
