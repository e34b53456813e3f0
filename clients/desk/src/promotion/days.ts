/** Days and hours as the park's clocks show them, wherever the reader is. */

import { lang } from '@/i18n';

const DAY = 86_400;
const format = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(lang(), { timeZone: zone, ...options });

/** The day that a moment falls on there, as `2026-11-20`. */
export function dayOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(at * 1000));
}

/** Hours and minutes there. */
export const clockOf = (at: number, zone: string): string => format(zone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at * 1000));

/** `11月20日 周五`, `Fri, Nov 20`. */
export const dayName = (day: string): string => format('UTC', { month: 'short', day: 'numeric', weekday: 'short' }).format(new Date(`${day}T12:00:00Z`)).replace(/日周/u, '日 周');

/** `11月20日`, `Nov 20`. */
export const dateName = (day: string): string => format('UTC', { month: 'short', day: 'numeric' }).format(new Date(`${day}T12:00:00Z`));

/** A moment without its year, on the reader's clock. */
export const shortMoment = (at: number): string => new Intl.DateTimeFormat(lang(), { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at * 1000));

/** Minutes after midnight there. */
export function minutesOf(at: number, zone: string): number {
  const [hours, minutes] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at * 1000)).split(':');
  return (Number(hours) % 24) * 60 + Number(minutes);
}

/** A day so many days later. */
export const later = (day: string, days: number): string => new Date(new Date(`${day}T12:00:00Z`).getTime() + days * DAY * 1000).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => later(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));

/** The Monday of the week that matters on a day: at a weekend, the next one. */
export function weekToShow(day: string): string {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return later(mondayOf(day), weekday > 4 ? 7 : 0);
}

/** What a field of day and time holds for a moment, on the reader's own clock. */
export function fieldOf(at: number | null): string {
  if (at === null) return '';
  const here = new Date(at * 1000);
  return new Date(here.getTime() - here.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
export const momentOf = (field: string): number | null => (field ? new Date(field).getTime() / 1000 : null);

/** What a time zone is called. */
export const zoneName = (zone: string): string =>
  new Intl.DateTimeFormat(lang(), { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date()).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
