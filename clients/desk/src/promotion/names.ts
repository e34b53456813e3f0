/** What the states, sources and uses of promotion are called, and how they look. */

import type { BookingState, LeadState, Reason, Source, UnitStatus } from '@/api/promotion';
import { known, lang, t } from '@/i18n';

export const WAY: readonly LeadState[] = ['new', 'contacted', 'visited', 'negotiating', 'signed'];
export const ENDS: readonly LeadState[] = ['landed', 'lost'];
export const LEAD_STATES: readonly LeadState[] = [...WAY, ...ENDS];
export const SOURCES: readonly Source[] = ['tour', 'exhibit', 'guide', 'unit', 'booth', 'page', 'desk'];
export const REASONS: readonly Reason[] = ['price', 'space', 'timing', 'elsewhere', 'unreachable', 'unsuitable', 'other'];
export const USES = ['office', 'workshop', 'lab', 'desk', 'warehouse', 'retail'] as const;

export const leadState = (state: LeadState): string => t(`lead.state.${state}`);
export const sourceName = (source: Source): string => t(`lead.source.${source}`);
export const reasonName = (reason: Reason): string => t(`lead.reason.${reason}`);
export const bookingState = (state: BookingState): string => t(`booking.state.${state}`);
export const statusName = (status: UnitStatus): string => t(`unit.status.${status}`);
export function useName(use: string): string {
  const key = `unit.use.${use}`;
  return known(key) ? t(key) : use;
}

export const LEAD_LOOKS: Record<LeadState, string> = { new: 'warm', contacted: '', visited: '', negotiating: '', signed: 'good', landed: 'good', lost: '' };
export const BOOKING_LOOKS: Record<BookingState, string> = { asked: 'warm', confirmed: 'good', declined: '', cancelled: '', visited: 'good', no_show: 'bad' };
export const STATUS_LOOKS: Record<UnitStatus, string> = { free: 'good', held: 'warm', let: '' };

/** Rent in yuan per square metre and month, from fen. */
export const rent = (fen: number): string => (fen / 100).toLocaleString(lang(), { maximumFractionDigits: 2 });
/** A number as people write it. */
export const plain = (value: number): string => value.toLocaleString(lang(), { maximumFractionDigits: 2 });
