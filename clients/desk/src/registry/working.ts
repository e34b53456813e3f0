/** Deadlines in working days, as the desk says them. The park reckons the days; weekends alone are known here. */

import { t } from '@/i18n';

const DAY = 86_400;
/** The park's clock: China has one time zone and no summer time. */
const AHEAD = 8 * 3600;
export type Haste = 'late' | 'today' | 'soon' | 'later';

const dayOf = (at: number): number => Math.floor((at + AHEAD) / DAY);
/** Day 0 was a Thursday. */
const isWeekday = (day: number): boolean => ![2, 3].includes(((day % 7) + 7) % 7);

/** The day within which something is due: terms end at midnight, the beginning of the day after. */
const lastDayOf = (due: number): number => dayOf(due - 1);

/** Weekdays after the day of `from`, up to and with the last day of `to`; below zero when it has passed. */
export function weekdays(from: number, to: number): number {
  const [a, b] = [dayOf(from), lastDayOf(to)];
  const [first, last] = a <= b ? [a, b] : [b, a];
  let count = 0;
  for (let day = first + 1; day <= last; day++) if (isWeekday(day)) count++;
  return a <= b ? count : -count;
}

/** What is left until something is due; `days` as the park told it, else reckoned here. */
export function hasteOf(due: number, now = Date.now() / 1000, days: number | null = null): Haste {
  if (due <= now) return 'late';
  if (lastDayOf(due) === dayOf(now)) return 'today';
  return (days ?? weekdays(now, due)) <= 1 ? 'soon' : 'later';
}

/** The same in words. */
export function leftOf(due: number, now = Date.now() / 1000, days: number | null = null): string {
  const haste = hasteOf(due, now, days);
  const n = Math.abs(days ?? weekdays(now, due));
  if (haste === 'late') return n ? t('registry.due.late', { n }) : t('registry.due.late.today');
  return haste === 'today' ? t('registry.due.today') : t('registry.due.left', { n: Math.max(1, n) });
}
