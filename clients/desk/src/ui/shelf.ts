/** Things of one kind that the desk knows, as the server last told of them. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';

export interface Shelf<T> {
  items: T[];
  /** The whole list has been read once. */
  known: boolean;
  loading: boolean;
  trouble: unknown;
}

/** How the server is asked: for all of them, and for one (which throws ApiError 404 when gone). */
interface Source<T> {
  all(): Promise<T[]>;
  one(id: string): Promise<T>;
}

export function makeShelf<T extends { id: string }>({ all, one }: Source<T>) {
  const shelf = reactive({ items: [], known: false, loading: false, trouble: null }) as Shelf<T>;

  /** Read the whole list again. */
  async function refresh(): Promise<void> {
    shelf.loading = true;
    try {
      shelf.items = await all();
      [shelf.known, shelf.trouble] = [true, null];
    } catch (error) {
      shelf.trouble = error;
    } finally {
      shelf.loading = false;
    }
  }

  /** What the server has just said of one of them. */
  function put(item: T): void {
    const at = shelf.items.findIndex(({ id }) => id === item.id);
    if (at >= 0) shelf.items[at] = item;
    else shelf.items.unshift(item);
  }

  function drop(id: string): void {
    shelf.items = shelf.items.filter((item) => item.id !== id);
  }

  /** Read one again; null when it is gone. Throws ApiError. */
  async function reread(id: string): Promise<T | null> {
    try {
      const item = await one(id);
      put(item);
      return item;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
      drop(id);
      return null;
    }
  }

  const find = (id: string): T | null => shelf.items.find((item) => item.id === id) ?? null;
  return { shelf, refresh, put, drop, reread, find };
}
