import { describe, expect, it } from 'vitest';

import { ApiError } from '@/api/http';
import { makeShelf } from '@/ui/shelf';

interface Thing {
  id: string;
  words: string;
}

function stage(): { told: Map<string, Thing>; away: { now: boolean }; shelf: ReturnType<typeof makeShelf<Thing>> } {
  const told = new Map([['a', { id: 'a', words: 'old' }], ['b', { id: 'b', words: 'old' }]]);
  const away = { now: false };
  const check = (): void => {
    if (away.now) throw new ApiError(0, 'away', '');
  };
  const shelf = makeShelf<Thing>({
    all: async () => (check(), [...told.values()]),
    one: async (id) => {
      check();
      const found = told.get(id);
      if (!found) throw new ApiError(404, 'not_found', '');
      return found;
    },
  });
  return { told, away, shelf };
}

describe('a shelf', () => {
  it('knows what the server told, and keeps it while the server is away', async () => {
    const { away, shelf: { shelf, refresh } } = stage();
    expect(shelf.known).toBe(false);
    await refresh();
    away.now = true;
    await refresh();
    expect([shelf.items.length, shelf.known, shelf.loading]).toEqual([2, true, false]);
    expect(shelf.trouble).toBeInstanceOf(ApiError);
    away.now = false;
    await refresh();
    expect(shelf.trouble).toBeNull();
  });

  it('puts what is new first and what is known in its place', () => {
    const { shelf: { shelf, put, find, drop } } = stage();
    put({ id: 'a', words: 'one' });
    put({ id: 'b', words: 'two' });
    put({ id: 'a', words: 'three' });
    expect(shelf.items.map(({ words }) => words)).toEqual(['two', 'three']);
    drop('b');
    expect([find('a')?.words, find('b')]).toEqual(['three', null]);
  });

  it('forgets what is gone and says what else went wrong', async () => {
    const { told, away, shelf: { shelf, refresh, reread } } = stage();
    await refresh();
    told.delete('a');
    expect(await reread('a')).toBeNull();
    expect(shelf.items.map(({ id }) => id)).toEqual(['b']);
    away.now = true;
    await expect(reread('b')).rejects.toBeInstanceOf(ApiError);
    expect(shelf.items.length).toBe(1);
  });
});
