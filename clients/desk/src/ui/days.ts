/** Days by the clock of the registry: China has one time zone and no summer time. */

import { lang } from '@/i18n';

const CLOCK = 'Asia/Shanghai';

/** A day, given in seconds since 1970. */
export const dayName = (at: number, month: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(lang(), { year: 'numeric', month, day: 'numeric', timeZone: CLOCK }).format(new Date(at * 1000));
/** The last day of a term, which ends at midnight. */
export const lastDayName = (until: number, month: 'short' | 'long' = 'short'): string => dayName(until - 1, month);
