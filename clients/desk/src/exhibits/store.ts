/** The exhibits that the desk knows, as the server last told of them. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';
import { getExhibit, getExhibits } from '@/api/exhibits';
import type { Exhibit } from '@/api/types';

export const shelf = reactive({
  exhibits: [] as Exhibit[],
  /** The whole list has been read once. */
  known: false,
  loading: false,
  trouble: null as unknown,
});

/** Read the whole list again. */
export async function refresh(): Promise<void> {
  shelf.loading = true;
  try {
    shelf.exhibits = await getExhibits();
    [shelf.known, shelf.trouble] = [true, null];
  } catch (error) {
    shelf.trouble = error;
  } finally {
    shelf.loading = false;
  }
}

/** What the server has just said of one exhibit. */
export function put(exhibit: Exhibit): void {
  const at = shelf.exhibits.findIndex(({ id }) => id === exhibit.id);
  if (at >= 0) shelf.exhibits[at] = exhibit;
  else shelf.exhibits.unshift(exhibit);
}

export function drop(id: string): void {
  shelf.exhibits = shelf.exhibits.filter((exhibit) => exhibit.id !== id);
}

/** Read one exhibit again; null when it is gone. Throws ApiError. */
export async function reread(id: string): Promise<Exhibit | null> {
  try {
    const exhibit = await getExhibit(id);
    put(exhibit);
    return exhibit;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    drop(id);
    return null;
  }
}

export const find = (id: string): Exhibit | null => shelf.exhibits.find((exhibit) => exhibit.id === id) ?? null;
