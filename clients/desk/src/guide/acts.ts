/** What staff do to documents: told after, undone where it can be. */

import { changeDocument, deleteDocument, type Facts, type Knowledge, type KnowledgeText } from '@/api/knowledge';
import { t } from '@/i18n';
import { confirm } from '@/ui/ask';
import { attempt, tell } from '@/ui/tell';

export const factsOf = ({ title, lang, kind, visibility, valid_from, valid_until, regions }: Knowledge): Facts =>
  ({ title, lang, kind: kind === 'policy' ? kind : 'document', visibility, valid_from, valid_until, regions: [...regions] });

/** Which facts differ, by name. */
export function changesOf(now: Facts, before: Facts): Partial<Facts> {
  const names = Object.keys(now) as (keyof Facts)[];
  return Object.fromEntries(names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name])).map((name) => [name, now[name]]));
}

/** Take a document away, with a way back; true when it went. */
export async function remove(document: Knowledge, back: (document: KnowledgeText) => void): Promise<boolean> {
  if ((await confirm({ title: t('know.delete.title', { title: document.title }), text: t('know.delete.text'), yes: t('know.delete.yes'), grave: true })) === null) return false;
  return attempt(async () => {
    await deleteDocument(document.id, document.version);
    tell(t('know.deleted', { title: document.title }), {
      undo: async () => void (await attempt(async () => {
        back(await changeDocument(document.id, { version: document.version, restore: document.version }));
        tell(t('know.deleted.back', { title: document.title }));
      })),
    });
  });
}
