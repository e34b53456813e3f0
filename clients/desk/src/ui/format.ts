/** Numbers as people read them, in the reader's language. */

import { lang, t } from '@/i18n';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes in steps of a thousand, three digits at most. */
export function bytes(count: number): string {
  let [value, unit] = [Math.max(0, count), 0];
  for (; value >= 999.5 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${short(value, unit > 0)} ${UNITS[unit]!}`;
}

function short(value: number, fraction: boolean): string {
  if (!fraction || value >= 99.95) return String(Math.round(value));
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

/** How many, with separators. */
export const count = (value: number): string => Math.round(value).toLocaleString(lang());

/** How many, shortened: 12.3 万, 123 k. */
export function about(value: number): string {
  const [step, name] = lang() === 'en' ? [1e3, 'k'] : [1e4, '万'];
  if (value < step) return count(value);
  if (value >= 1e6 && lang() === 'en') return `${trim(value / 1e6)} M`;
  return `${trim(value / step)} ${name}`;
}

const trim = (value: number): string => (value >= 99.95 ? count(value) : String(Number(value.toFixed(1))));

/** Whole percent; never 100 before the end, never 0 after the start. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '1%';
  if (share < 1 && share >= 0.995) return '99%';
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
}

/** A length in metres: millimetres below one centimetre. */
export function metres(value: number): string {
  if (value === 0) return '0';
  if (value < 1e-5) return '< 0.01 mm';
  if (value < 0.01) return `${Number((value * 1000).toPrecision(2))} mm`;
  if (value < 1) return `${Number((value * 100).toPrecision(3))} cm`;
  return `${Number(value.toPrecision(3))} m`;
}

/** Width × height × depth, in the unit that suits the longest. */
export function size({ min, max }: { min: number[]; max: number[] }): string {
  const sides = [0, 1, 2].map((axis) => Math.abs((max[axis] ?? 0) - (min[axis] ?? 0)));
  const longest = Math.max(...sides);
  const [unit, scale] = longest < 0.01 ? ['mm', 1000] : longest < 1 ? ['cm', 100] : ['m', 1];
  return `${sides.map((side) => Number((side * scale).toPrecision(3))).join(' × ')} ${unit}`;
}

/** About how long, in words. */
export function span(seconds: number): string {
  if (seconds < 60) return t('time.seconds', { n: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 3600) return t('time.minutes', { n: Math.ceil(seconds / 60) });
  return t('time.hours', { n: Number((seconds / 3600).toFixed(1)) });
}

/** How many triangles, in words. */
export const triangles = (value: number): string => t('preview.triangles', { n: about(value) }).replace('万 ', '万');

/** How long a step took. */
export const took = (seconds: number): string => (seconds < 0.1 ? '< 0.1 s' : seconds < 10 ? `${seconds.toFixed(1)} s` : span(seconds));

/** A moment, given in seconds since 1970. */
export function moment(at: number): string {
  const style = { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(lang(), style).format(new Date(at * 1000));
}

/** How long ago, as people say it; a date when it is long. */
export function ago(at: number, now = Date.now() / 1000): string {
  const seconds = Math.max(0, now - at);
  const format = new Intl.RelativeTimeFormat(lang(), { numeric: 'auto' });
  const relative = (value: number, unit: Intl.RelativeTimeFormatUnit): string => spaced(format.format(value, unit));
  if (seconds < 60) return t('time.now');
  if (seconds < 3600) return relative(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative(-Math.floor(seconds / 3600), 'hour');
  if (seconds < 7 * 86_400) return relative(-Math.floor(seconds / 86_400), 'day');
  return moment(at);
}

/** Chinese sets a space between figures and words. */
const spaced = (text: string): string => text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');

/** Radians to whole degrees, 0 to 359. */
export const degrees = (yaw: number): number => ((Math.round((yaw * 180) / Math.PI) % 360) + 360) % 360;
export const radians = (angle: number): number => (angle * Math.PI) / 180;
