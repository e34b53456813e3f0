/** The board of leads: its columns, and where a card may be put. */

import type { Lead, LeadState } from '@/api/promotion';

import { LEAD_STATES } from './names';

export interface Column {
  state: LeadState;
  leads: Lead[];
}

/** Columns in the order of the way; those due first stand on top, then the newest. */
export function columnsOf(leads: readonly Lead[]): Column[] {
  return LEAD_STATES.map((state) => ({
    state,
    leads: leads.filter((lead) => lead.state === state).toSorted((a, b) => (a.next_at ?? Infinity) - (b.next_at ?? Infinity) || b.changed - a.changed),
  }));
}

/** What a move asks for; null when it may not be made. */
export const asksFor = (lead: Lead, state: LeadState): '' | 'reason' | 'application' | null => lead.moves.find((move) => move.state === state)?.asks ?? null;

/** The leads that words are found in: name, company, contact, wants. */
export function finding(leads: readonly Lead[], text: string): Lead[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return [...leads];
  return leads.filter((lead) => [lead.name, lead.company, lead.phone, lead.email, lead.wants, lead.owner_name].some((one) => one.toLocaleLowerCase().includes(wanted)));
}
