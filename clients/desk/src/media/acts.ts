/** What staff do to images, films and documents: told after, undone where it can be. */

import { deleteMedium, hangBoard, renameMedium, showOn, takeDown } from '@/api/media';
import type { BoardNew } from '@/api/printed';
import type { Board, Localised, Medium } from '@/api/types';
import { t, words } from '@/i18n';
import { hallName } from '@/session';
import { confirm } from '@/ui/ask';
import { attempt, tell } from '@/ui/tell';

import { drop, put, reread } from './store';

type Place = Pick<Board, 'hall' | 'node'>;
const told = (at: Place): { hall: string } => ({ hall: words(hallName(at.hall)) });

/** Hang a new board that shows it; true when it hangs. */
export async function hang(medium: Medium, spot: BoardNew): Promise<boolean> {
  return attempt(async () => {
    const board = await hangBoard(medium.id, spot);
    await reread(medium.id);
    const undo = async (): Promise<void> => {
      await takeDown(board);
      await reread(medium.id);
    };
    tell(t('board.hung', told(board)), { undo });
  });
}

/** Have a board that hangs show it; true when it does. */
export async function show(medium: Medium, at: Place, before: string | null): Promise<boolean> {
  return attempt(async () => {
    await showOn(at, medium.id);
    await reread(medium.id);
    const undo = async (): Promise<void> => {
      await showOn(at, before);
      await reread(medium.id);
    };
    tell(t('board.shown', told(at)), { undo });
  });
}

/** Take a board out of its hall. */
export async function unhang(medium: Medium, at: Board): Promise<void> {
  const agreed = await confirm({
    title: t('board.down.title', told(at)), text: t('board.down.text'), yes: t('board.down.yes'), grave: true,
  });
  if (agreed === null) return;
  await attempt(async () => {
    await takeDown(at);
    await reread(medium.id);
    tell(t('board.down.done', told(at)));
  });
}

/** Call it something else, on every board too. */
export async function rename(medium: Medium, title: Localised): Promise<boolean> {
  const before = medium.title;
  return attempt(async () => {
    put(await renameMedium(medium.id, title));
    const undo = async (): Promise<void> => put(await renameMedium(medium.id, before));
    tell(t('medium.renamed'), { undo });
  });
}

/** Delete it; boards that show it are cleared. True when it is gone. */
export async function remove(medium: Medium): Promise<boolean> {
  const title = words(medium.title);
  const agreed = await confirm({
    title: t('delete.title', { title }),
    text: t(medium.boards.length ? 'medium.delete.shown' : 'medium.delete', { boards: medium.boards.length }),
    yes: t('delete.yes'), grave: true,
  });
  if (agreed === null) return false;
  return attempt(async () => {
    await deleteMedium(medium.id);
    drop(medium.id);
    tell(t('delete.done', { title }));
  });
}
