/** What a guide has opened before whoever asked: from its deed to a button and what the button does. Pure. */

import type { ActMessage } from '../wire';
import type { GuideKey } from './words-zh';

export type Page = 'units' | 'companies' | 'register' | 'visit' | 'contact' | 'privacy';

export type Offer =
  | { do: 'page'; page: Page; about: string; day: string }
  | { do: 'prefill'; values: Prefill }
  | { do: 'staff' };

/** What was said of oneself, for an application: never more than its form knows. */
export interface Prefill {
  name?: string;
  industry?: string;
  brief?: string;
  wants_booth?: boolean;
}

const PAGES: readonly Page[] = ['units', 'companies', 'register', 'visit', 'contact', 'privacy'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = 500;
/** Deeds that open something before whoever asked alone. */
const ASKERS = new Set(['open_page', 'prefill_registration', 'offer_lead_form', 'book_visit', 'call_staff']);

export const isAskers = ({ action }: Pick<ActMessage, 'action'>): boolean => ASKERS.has(action);

const page = (which: Page, about = '', day = ''): Offer => ({ do: 'page', page: which, about, day });
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

/** What a deed offers, or null when it was refused, means nothing or is done in the hall. */
export function offerOf({ action, args, state }: ActMessage): Offer | null {
  if (state === 'refused' || state === 'undone') return null;
  switch (action) {
    case 'open_page': {
      const wanted = PAGES.find((each) => each === args['page']);
      return wanted ? page(wanted) : null;
    }
    case 'offer_lead_form': return page('contact', text(args['wants']));
    case 'book_visit': return page('visit', '', DAY.test(text(args['day'])) ? text(args['day']) : '');
    case 'prefill_registration': return { do: 'prefill', values: prefillOf(args['values']) };
    case 'call_staff': return { do: 'staff' };
    default: return null;
  }
}

/** The words on its button. */
export function offerWords(offer: Offer): GuideKey {
  if (offer.do === 'page') return `open.${offer.page}`;
  return offer.do === 'prefill' ? 'open.prefill' : 'open.staff';
}

function prefillOf(values: unknown): Prefill {
  if (typeof values !== 'object' || values === null) return {};
  const given = values as Record<string, unknown>, prefill: Prefill = {};
  for (const field of ['name', 'industry', 'brief'] as const) if (text(given[field])) prefill[field] = text(given[field]);
  if (typeof given['wants_booth'] === 'boolean') prefill.wants_booth = given['wants_booth'];
  return prefill;
}

/** Where the application begins with it. What was said stays in this browser: a fragment is not sent. */
export function applyPath(values: Prefill): string {
  const told = JSON.stringify(values);
  return told === '{}' ? '/desk/apply' : `/desk/apply#prefill=${encodeURIComponent(told)}`;
}
