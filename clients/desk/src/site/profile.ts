/** The park's profile as a form. */

import { ApiError } from '@/api/http';
import type { Site, SiteChange } from '@/api/site';

export interface Draft {
  name: { zh: string; en: string };
  operator: { zh: string; en: string };
  footer: { zh: string; en: string };
  contact: { phone: string; email: string; address: { zh: string; en: string } };
  languages: ('zh-CN' | 'en')[];
  start_hall: string;
  icp: string;
  police_record: string;
}

/** What stands in the form of a profile. */
export function draftOf(site: Site): Draft {
  const { name, operator, footer, contact, languages, start_hall, icp, police_record } = site;
  return JSON.parse(JSON.stringify({ name, operator, footer, contact, languages, start_hall, icp, police_record })) as Draft;
}

export const isSame = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what has changed is sent. */
export function changesOf(draft: Draft, site: Site): SiteChange {
  const before = draftOf(site);
  const changed = (Object.keys(draft) as (keyof Draft)[]).filter((key) => JSON.stringify(draft[key]) !== JSON.stringify(before[key]));
  return Object.fromEntries(changed.map((key) => [key, draft[key]])) as SiteChange;
}

/** What the server found wrong, by field. */
export function wrongs(error: unknown): Record<string, string> {
  const details = error instanceof ApiError ? error.details : [];
  return Object.fromEntries(details.map(({ pointer, message }) => [pointer.split('/')[1] ?? '', message]));
}
