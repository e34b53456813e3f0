/** What an applicant does to the whole application: asked before, told after, newest version read when it was stale. */

import { advance, type Application, getApplication, type Verb } from '@/api/applications';
import { ApiError } from '@/api/http';
import { t } from '@/i18n';
import { confirm } from '@/ui/ask';
import { tell, wordsOf } from '@/ui/tell';

/** Take a step; what it became, or null after telling why not. */
export async function step(application: Application, verb: Verb, more: Record<string, unknown> = {}): Promise<Application | null> {
  try {
    return await advance(application.id, { verb, version: application.version, ...more });
  } catch (error) {
    tell(wordsOf(error), { kind: 'bad' });
    return error instanceof ApiError && error.status === 409 ? getApplication(application.id).catch(() => null) : null;
  }
}

export async function withdraw(application: Application): Promise<Application | null> {
  const note = await confirm({ title: t('stand.withdraw.title'), text: t('stand.withdraw.text'), yes: t('stand.withdraw.yes'), grave: true, note: t('stand.withdraw.note') });
  if (note === null) return null;
  const now = await step(application, 'withdraw', note ? { note } : {});
  if (now?.state === 'withdrawn') tell(t('stand.withdraw.done'));
  return now;
}

/** Give notice to leave, with what comes of it. */
export async function leave(application: Application, days: number): Promise<Application | null> {
  const note = await confirm({ title: t('firm.exit.title'), text: t('firm.exit.text', { n: days }), yes: t('firm.exit.yes'), grave: true, note: t('firm.exit.note') });
  if (note === null) return null;
  const now = await step(application, 'exit', note ? { note } : {});
  if (now?.state === 'exiting') tell(t('firm.exit.done'));
  return now;
}
