/** Why one went to the identity provider, kept in this tab until one is back. */

import type { Purpose } from '@/api/door';

export interface Errand {
  purpose: Purpose;
  /** A page of the desk. */
  back: string;
}

const KEY = 'lingjing.oidc';

export function keepErrand(errand: Errand): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(errand));
  } catch {
    // A browser that keeps nothing goes on at the desk's first page.
  }
}

/** The errand, once. */
export function takeErrand(): Errand {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Errand>;
    sessionStorage.removeItem(KEY);
    return { purpose: kept.purpose ?? 'sign_in', back: safe(kept.back ?? '/') };
  } catch {
    return { purpose: 'sign_in', back: '/' };
  }
}

/** A path of the desk, never an address elsewhere. */
export const safe = (path: string): string => (/^\/(?![/\\])/.test(path) && !path.startsWith('/oidc') ? path : '/');
