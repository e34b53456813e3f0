/** What staff do to exhibits: asked before where others notice, told after, undone where it can be. */

import {
  changeExhibit, deleteExhibit, movePlacement, publish, putInHall, takeFromHall,
} from '@/api/exhibits';
import type { PlacementChange, PlacementNew } from '@/api/printed';
import type { Card, Exhibit, Placement } from '@/api/types';
import { t, words } from '@/i18n';
import { hallName } from '@/session';
import { confirm } from '@/ui/ask';
import { attempt, tell } from '@/ui/tell';

import { changeTo, draftOf } from './card-form';
import { drop, put, reread } from './store';

/** Make a revision the one that everyone sees. */
export async function publishRevision(exhibit: Exhibit, number: number): Promise<void> {
  const before = exhibit.published;
  const back = before !== null && number < before;
  const places = exhibit.placements.length;
  const note = await confirm({
    title: t(back ? 'publish.back.title' : 'publish.title', { n: number }),
    text: t(places ? 'publish.text' : 'publish.text.nowhere', { n: number, places }),
    yes: t(back ? 'publish.back.yes' : 'publish.yes'), note: t('publish.note'),
  });
  if (note === null) return;
  const well = await attempt(async () => {
    put(await publish(exhibit.id, number, before, note));
    const undo = before === null || before === number ? {} : { undo: () => unpublish(exhibit.id, number, before) };
    tell(t(back ? 'publish.back.done' : 'publish.done', { n: number }), undo);
  });
  if (!well) await attempt(() => reread(exhibit.id));
}

async function unpublish(id: string, now: number, before: number): Promise<void> {
  put(await publish(id, before, now, t('publish.undo.note')));
  tell(t('publish.back.done', { n: before }));
}

/** Put it somewhere. */
export async function place(exhibit: Exhibit, spot: PlacementNew): Promise<boolean> {
  return attempt(async () => {
    await putInHall(exhibit.id, spot);
    await reread(exhibit.id);
    tell(t('place.done', { hall: words(hallName(spot.hall)) }));
  });
}

/** Turn it, or change how its size is chosen. */
export async function adjust(exhibit: Exhibit, at: Placement, change: PlacementChange): Promise<void> {
  await attempt(() => movePlacement(exhibit.id, at, change));
  await attempt(() => reread(exhibit.id));
}

/** Take it away from one place. */
export async function unplace(exhibit: Exhibit, at: Placement): Promise<void> {
  const hall = words(hallName(at.hall));
  const agreed = await confirm({
    title: t('unplace.title', { hall }), text: t('unplace.text'), yes: t('unplace.yes'), grave: true,
  });
  if (agreed === null) return;
  await attempt(async () => {
    await takeFromHall(exhibit.id, at);
    await reread(exhibit.id);
    const { plinth, fit, yaw } = at;
    const undo = async (): Promise<void> => void (await place(exhibit, { hall: at.hall, at: plinth, fit: fit ?? 'true', yaw }));
    tell(t('unplace.done', { hall }), plinth ? { undo } : {});
  });
}

/** Give it another card; true when it is kept. */
export async function writeCard(exhibit: Exhibit, card: Card): Promise<boolean> {
  const before = draftOf(exhibit);
  return attempt(async () => {
    put(await changeExhibit(exhibit.id, changeTo(card)));
    const undo = async (): Promise<void> => {
      put(await changeExhibit(exhibit.id, changeTo(before)));
      tell(t('card.undone'));
    };
    tell(t('card.done'), { undo });
  });
}

/** Delete it with everything of it; true when it is gone. */
export async function remove(exhibit: Exhibit): Promise<boolean> {
  const title = words(exhibit.title);
  const agreed = await confirm({
    title: t('delete.title', { title }),
    text: t(exhibit.placements.length ? 'delete.text.placed' : 'delete.text', { places: exhibit.placements.length, revisions: exhibit.revisions.length }),
    yes: t('delete.yes'), grave: true,
  });
  if (agreed === null) return false;
  return attempt(async () => {
    await deleteExhibit(exhibit.id);
    drop(exhibit.id);
    tell(t('delete.done', { title }));
  });
}
