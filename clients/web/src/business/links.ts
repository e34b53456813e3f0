/** Addresses that open a company, a unit or a list. Pure. */

export type Link =
  | { what: 'company' | 'unit'; id: string }
  | { what: 'list'; list: 'companies' | 'units' | 'visit' | 'contact' | 'services'; day?: string };

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LISTS = ['companies', 'units', 'visit', 'contact', 'services'] as const;

/** What an address asks to be shown, or null. */
export function linkOf(search: string): Link | null {
  const asked = new URLSearchParams(search);
  for (const what of ['company', 'unit'] as const) {
    const id = asked.get(what);
    if (id && ID.test(id)) return { what, id };
  }
  const list = LISTS.find((each) => each === asked.get('show'));
  const day = asked.get('day') ?? '';
  if (!list) return null;
  return list === 'visit' && DAY.test(day) ? { what: 'list', list, day } : { what: 'list', list };
}

/** The same search without what has been shown. */
export function withoutLink(search: string): string {
  const asked = new URLSearchParams(search);
  for (const name of ['company', 'unit', 'show', 'day']) asked.delete(name);
  const rest = asked.toString();
  return rest && `?${rest}`;
}

export const placePath = (hall: string, what: 'company' | 'unit', id: string): string => `/h/${encodeURIComponent(hall)}?${what}=${encodeURIComponent(id)}`;
