/** Numbers, money and times as the visitor's language writes them. Times are those of the park. Pure. */

import type { Language } from '../world/scene';

const ZONE = 'Asia/Shanghai';

const format = (lang: Language, seconds: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', { timeZone: ZONE, ...options }).format(new Date(seconds * 1000));

/** A day with its year. */
export const dayOf = (lang: Language, seconds: number): string => format(lang, seconds, { year: 'numeric', month: 'short', day: 'numeric' });

/** A day of these weeks, with the weekday. */
export const shortDayOf = (lang: Language, seconds: number): { day: string; weekday: string } => ({
  day: format(lang, seconds, { month: 'short', day: 'numeric' }), weekday: format(lang, seconds, { weekday: 'short' }),
});

/** Hours and minutes. */
export const clockOf = (lang: Language, seconds: number): string => format(lang, seconds, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A day, and the time on it. */
export const momentOf = (lang: Language, seconds: number): string => `${shortDayOf(lang, seconds).day} ${clockOf(lang, seconds)}`;

/** The day as one key, so that times of one day are found together. */
export const dayKey = (seconds: number): string => format('en', seconds, { year: 'numeric', month: '2-digit', day: '2-digit' });

/** A day that stands as `YYYY-MM-DD`. */
export const isoDayOf = (lang: Language, iso: string): string => dayOf(lang, Date.parse(`${iso}T12:00:00+08:00`) / 1000);

/** Fen as yuan, with as many decimals as it has. */
export const yuanOf = (fen: number): string => (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

/** The rent of a whole unit in a month, whole yuan. */
export const monthlyYuan = (fen: number, area: number): string => Math.round((fen * area) / 100).toLocaleString('en-US');

export const plainNumber = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

/** Today where the park is, `YYYY-MM-DD`. */
export const todayThere = (now: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(now));
