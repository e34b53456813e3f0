/** What staff do to halls: asked before where visitors notice, told after, undone where it can be. */

import { changeHall, deleteHall, orderHalls } from '@/api/halls';
import { t, words } from '@/i18n';
import { confirm } from '@/ui/ask';
import { attempt, tell } from '@/ui/tell';

import { type HallRow, movedTo, refresh, shelf } from './store';

const told = (hall: HallRow): { hall: string } => ({ hall: words(hall.name) });

/** Let visitors in, or send them to another hall. */
export async function setOpen(hall: HallRow, open: boolean): Promise<void> {
  if (!open) {
    await refresh();
    const inside = shelf.items.find(({ id }) => id === hall.id)?.visitors ?? 0;
    const last = shelf.items.filter(({ state }) => state === 'open').length === 1;
    const agreed = await confirm({
      title: t('halls.close.title', told(hall)), yes: t('halls.close.yes'),
      text: [t(inside ? 'halls.close.inside' : 'halls.close.empty', { n: inside }), last ? t('halls.close.last') : ''].join('\n').trim(),
    });
    if (agreed === null) return;
  }
  await attempt(async () => {
    await changeHall(hall.id, { state: open ? 'open' : 'closed' });
    await refresh();
    const undo = async (): Promise<void> => {
      await changeHall(hall.id, { state: open ? 'closed' : 'open' });
      await refresh();
    };
    tell(t(open ? 'halls.opened' : 'halls.closed', told(hall)), { undo });
  });
}

/** Take a hall away for good. */
export async function remove(hall: HallRow): Promise<void> {
  await refresh();
  const now = shelf.items.find(({ id }) => id === hall.id) ?? hall;
  const agreed = await confirm({
    title: t('delete.title', { title: words(hall.name) }), yes: t('delete.yes'), grave: true,
    text: [t('halls.delete.text', { nodes: now.work?.nodes ?? 0, versions: now.work?.versions ?? 0 }), now.visitors ? t('halls.close.inside', { n: now.visitors }) : ''].join('\n').trim(),
  });
  if (agreed === null) return;
  await attempt(async () => {
    await deleteHall(hall.id);
    await refresh();
    tell(t('delete.done', { title: words(hall.name) }));
  });
}

/** Put a hall at a place in the list; visitors arrive in the first open one. */
export async function arrange(id: string, to: number): Promise<void> {
  const before = shelf.items.map((hall) => hall.id);
  const order = movedTo(before, id, to);
  if (order.join() === before.join()) return;
  // Seen at once; what the server says comes after.
  shelf.items = order.map((one) => shelf.items.find((hall) => hall.id === one)!);
  await attempt(async () => {
    await orderHalls(order);
    const undo = async (): Promise<void> => {
      await orderHalls(before);
      await refresh();
    };
    tell(t('halls.arranged'), { undo });
  });
  await refresh();
}
