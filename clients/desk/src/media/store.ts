/** The images, films and documents that the desk knows, as the server last told of them. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';
import { getMedia, getMedium } from '@/api/media';
import type { Medium } from '@/api/types';

export const library = reactive({
  media: [] as Medium[],
  /** The whole list has been read once. */
  known: false,
  loading: false,
  trouble: null as unknown,
});

/** Read the whole list again. */
export async function refresh(): Promise<void> {
  library.loading = true;
  try {
    library.media = await getMedia();
    [library.known, library.trouble] = [true, null];
  } catch (error) {
    library.trouble = error;
  } finally {
    library.loading = false;
  }
}

/** What the server has just said of one of them. */
export function put(medium: Medium): void {
  const at = library.media.findIndex(({ id }) => id === medium.id);
  if (at >= 0) library.media[at] = medium;
  else library.media.unshift(medium);
}

export function drop(id: string): void {
  library.media = library.media.filter((medium) => medium.id !== id);
}

/** Read one again; null when it is gone. Throws ApiError. */
export async function reread(id: string): Promise<Medium | null> {
  try {
    const medium = await getMedium(id);
    put(medium);
    return medium;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    drop(id);
    return null;
  }
}

export const find = (id: string): Medium | null => library.media.find((medium) => medium.id === id) ?? null;
