/** Where a table of the park is had as a file. */

import { lang } from '@/i18n';

export const KINDS = ['xlsx', 'csv'] as const;
export type Kind = (typeof KINDS)[number];

/** Have a file kept as one that was clicked for; menus are worked by keys too, where links within them are not. */
export function fetchFile(url: string): void {
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: '' });
  link.click();
}

/** The address of a table as a file, in the reader's language, filtered as the list is. */
export function tableUrl(table: string, kind: Kind, query: Record<string, string | number | null | undefined> = {}): string {
  const asked = new URLSearchParams({ lang: lang() });
  for (const [name, value] of Object.entries(query)) if (value !== '' && value !== null && value !== undefined) asked.set(name, String(value));
  return `/api/v1/tables/${table}.${kind}?${asked}`;
}
