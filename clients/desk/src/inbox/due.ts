/** When something is due, as people say it. */

import { lang, t } from '@/i18n';
import { moment } from '@/ui/format';

const HOUR = 3600;
const DAY = 24 * HOUR;

export type Haste = 'late' | 'soon' | 'later';

/** Whether something is over its time, nearly, or not yet. */
export function haste(due: number, now = Date.now() / 1000): Haste {
  if (due <= now) return 'late';
  return due - now < DAY ? 'soon' : 'later';
}

/** The time that is left, or by how much it is late. */
export function left(due: number, now = Date.now() / 1000): string {
  const seconds = due - now;
  const far = Math.abs(seconds);
  if (far > 7 * DAY) return moment(due);
  const [value, unit] = far >= DAY ? [seconds / DAY, 'day' as const] : far >= HOUR ? [seconds / HOUR, 'hour' as const] : [seconds / 60, 'minute' as const];
  const said = new Intl.RelativeTimeFormat(lang(), { numeric: 'always' }).format(Math.trunc(value) || Math.sign(value), unit);
  return t(seconds <= 0 ? 'inbox.late' : 'inbox.due.in', { time: said.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ') });
}
