/** How much of it there is: pixels, minutes or pages. */

import type { Medium } from '@/api/types';
import { t } from '@/i18n';

export function extent({ kind, pages, video }: Pick<Medium, 'kind' | 'pages' | 'video'>): string {
  if (kind === 'document') return t('medium.pages', { n: pages.length });
  const shown = video ?? pages[0];
  const size = shown ? `${shown.width} × ${shown.height}` : '';
  return video?.duration ? `${clock(video.duration)} · ${size}` : size;
}

/** Seconds as a player shows them: 1:05, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
