/** Halls as staff know them: what visitors see of them, and the work on them. */

import { reactive } from 'vue';

import { getHalls, getWork, type Work } from '@/api/halls';
import type { HallSummary } from '@/api/types';
import { session } from '@/session';

export interface HallRow extends HallSummary {
  work: Work | null;
}

export const shelf = reactive({ items: [] as HallRow[], known: false, trouble: null as unknown });

/** Read all of them again; the rest of the desk knows them too. */
export async function refresh(): Promise<void> {
  try {
    const [halls, work] = await Promise.all([getHalls(), getWork()]);
    const known = new Map(work.map((one) => [one.id, one]));
    shelf.items = halls.map((hall) => ({ ...hall, work: known.get(hall.id) ?? null }));
    [shelf.known, shelf.trouble] = [true, null];
    if (session.park) session.park.halls = halls;
  } catch (error) {
    shelf.trouble = error;
  }
}

/** One place up (-1) or down (+1). */
export function movedBy(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + by));
  return movedTo(ids, id, to);
}

export function movedTo(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
