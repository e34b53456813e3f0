/** Acts on many exhibits at once: asked before, told of each, undone where it can be. */

import { deleteExhibit, publish, putInHall, takeFromHall } from '@/api/exhibits';
import { getScene } from '@/api/park';
import type { Exhibit } from '@/api/types';
import { t, words } from '@/i18n';
import { hallName } from '@/session';
import { confirm } from '@/ui/ask';
import { forEach, type Outcome } from '@/ui/bulk';

import { plinths } from './plinths';
import { drop, put, reread } from './store';

const named = (exhibit: Exhibit): { key: string; name: string } => ({ key: exhibit.id, name: words(exhibit.title) });

/** Publish the newest revision of each. */
export async function publishAll(exhibits: readonly Exhibit[]): Promise<void> {
  const n = exhibits.length;
  const note = await confirm({ title: t('bulk.publish.title', { n }), text: t('bulk.publish.text'), yes: t('publish.yes'), note: t('publish.note') });
  if (note === null) return;
  await forEach(t('bulk.publish.title', { n }), exhibits, named, async (exhibit): Promise<Outcome> => {
    const { id, latest, published: before } = exhibit;
    if (before === latest) return { spared: t('bulk.publish.spared') };
    put(await publish(id, latest, before, note));
    return before === null ? undefined : { undo: async () => put(await publish(id, before, latest, t('publish.undo.note'))) };
  });
}

/** Take each out of every hall. */
export async function takeOutAll(exhibits: readonly Exhibit[]): Promise<void> {
  const n = exhibits.length;
  if ((await confirm({ title: t('bulk.out.title', { n }), text: t('bulk.out.text'), yes: t('bulk.out'), grave: true })) === null) return;
  await forEach(t('bulk.out.title', { n }), exhibits, named, async ({ id, placements }): Promise<Outcome> => {
    if (!placements.length) return { spared: t('bulk.out.spared') };
    for (const at of placements) await takeFromHall(id, at);
    await reread(id);
    const back = placements.filter(({ plinth }) => plinth);
    return back.length ? { undo: () => putBack(id, back) } : undefined;
  });
}

async function putBack(id: string, places: Exhibit['placements']): Promise<void> {
  for (const { hall, plinth, fit, yaw } of places) await putInHall(id, { hall, at: plinth, fit: fit ?? 'true', yaw });
  await reread(id);
}

/** Put each on a free plinth of a hall, in the order of the plinths' names. */
export async function placeAll(exhibits: readonly Exhibit[], hall: string): Promise<void> {
  const free = plinths(await getScene(hall)).filter(({ taken }) => taken === null);
  const title = t('bulk.place.title', { n: exhibits.length, hall: words(hallName(hall)) });
  await forEach(title, exhibits, named, async ({ id, published }): Promise<Outcome> => {
    if (published === null) return { spared: t('place.unpublished') };
    const plinth = free.shift();
    if (!plinth) return { spared: t('place.full') };
    const { node } = await putInHall(id, { hall, at: plinth.id, fit: 'fitted', yaw: 0 });
    const now = await reread(id);
    const at = now?.placements.find((one) => one.hall === hall && one.node === node);
    return at ? { undo: async () => (await takeFromHall(id, at), reread(id)) } : undefined;
  });
}

/** Delete each with all of its revisions. */
export async function removeAll(exhibits: readonly Exhibit[]): Promise<void> {
  const n = exhibits.length;
  const places = exhibits.reduce((sum, { placements }) => sum + placements.length, 0);
  if ((await confirm({ title: t('bulk.delete.title', { n }), text: t('bulk.delete.text', { places }), yes: t('delete.yes'), grave: true })) === null) return;
  await forEach(t('bulk.delete.title', { n }), exhibits, named, async ({ id }): Promise<Outcome> => {
    await deleteExhibit(id);
    drop(id);
  });
}
