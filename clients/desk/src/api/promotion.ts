/** Leads, visits and space to let. */

import { ask, get, segment } from './http';
import type * as printed from './printed';
import type { Localised } from './types';

export type LeadState = printed.LeadAnswer['state'];
export type Source = printed.LeadAnswer['source'];
export type Reason = Exclude<printed.LeadAnswer['reason'], ''>;
export interface Lead extends Omit<printed.LeadAnswer, 'source_title'> {
  source_title: Partial<Localised>;
}
export interface LeadPage extends Omit<printed.LeadList, 'leads'> {
  leads: Lead[];
}
export interface LeadNote extends Omit<printed.LeadLine, 'about'> {
  about: Record<string, string | number | boolean | null>;
}
export interface Leaving extends Omit<printed.LeavingAnswer, 'source_title'> {
  source_title: Partial<Localised>;
}
export interface LeadFile {
  lead: Lead;
  notes: LeadNote[];
  leavings: Leaving[];
  /** The park's time zone. */
  zone: string;
}
export type Funnel = printed.FunnelAnswer;
export type LeadChange = printed.LeadChange;
export type LeftContact = printed.LeftContact;

export type Booking = printed.BookingAnswer;
export type BookingState = Booking['state'];
export type BookingVerb = printed.BookingTurn['verb'];
export type Slot = printed.SlotAnswer;
export interface SlotPage extends Omit<printed.SlotList, 'place'> {
  place: Localised;
}
export type Plan = printed.PlanBody;
export type PlanAnswer = printed.PlanAnswer;

export interface Unit extends Omit<printed.UnitAnswer, 'hall_name' | 'terms'> {
  hall_name: Localised;
  terms: Localised;
}
export interface UnitPage extends Omit<printed.UnitList, 'units'> {
  units: Unit[];
}
export type Hold = printed.HoldAnswer;
export type UnitStatus = Unit['status'];

type Query = Record<string, string | number | null | undefined>;
const asked = (query: Query): string => {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== '' && value !== null && value !== undefined) kept.set(name, String(value));
  return kept.size ? `?${kept}` : '';
};
const lead = (id: string): string => `/leads/${segment(id)}`;
const booking = (id: string): string => `/bookings/${segment(id)}`;
const unit = (hall: string, id: string): string => `/units/${segment(hall)}/${segment(id)}`;

export const getLeads = (query: Query): Promise<LeadPage> => get(`/leads${asked(query)}`);
export const getLead = (id: string): Promise<LeadFile> => get(lead(id));
export const changeLead = (id: string, body: LeadChange): Promise<Lead> => ask('PATCH', lead(id), { body });
export const noteLead = (id: string, text: string): Promise<LeadFile> => ask('POST', `${lead(id)}/notes`, { body: { text } });
export const deleteLead = (id: string): Promise<void> => ask('DELETE', lead(id));
export const addLead = (body: LeftContact): Promise<printed.LeftAnswer> => ask('POST', '/leads', { body });
export const beginApplication = (id: string): Promise<{ application: string }> => ask('POST', `${lead(id)}/application`);
export const getFunnel = (days: number): Promise<Funnel> => get(`/leads/funnel?days=${days}`);

export const getBookings = (query: Query): Promise<{ bookings: Booking[]; zone: string }> => get(`/bookings${asked(query)}`);
export const getBooking = (id: string): Promise<Booking> => get(booking(id));
export const turnBooking = (id: string, body: printed.BookingTurn): Promise<Booking> => ask('POST', `${booking(id)}/turns`, { body });
export const moveBooking = (id: string, body: printed.BookingMove): Promise<Booking> => ask('POST', `${booking(id)}/reschedule`, { body });
export const addBooking = (body: printed.BookingNew): Promise<printed.BookedAnswer> => ask('POST', '/bookings', { body });
export const calendarUrl = (id: string): string => `/api/v1${booking(id)}/visit.ics`;
export const getSlots = (from: string, days: number): Promise<SlotPage> => get(`/bookings/slots${asked({ from, days })}`);
export const getPlan = (): Promise<PlanAnswer> => get('/bookings/plan');
export const setPlan = (body: Plan): Promise<PlanAnswer> => ask('PUT', '/bookings/plan', { body });

export const getUnits = (query: Query = {}): Promise<UnitPage> => get(`/units${asked(query)}`);
export const setUnitStatus = (hall: string, id: string, status: 'let' | 'free', forLead = ''): Promise<Unit> =>
  ask('PUT', `${unit(hall, id)}/status`, { body: { status, lead: forLead } });
export const holdUnit = (hall: string, id: string, body: printed.HoldNew): Promise<Hold> => ask('POST', `${unit(hall, id)}/holds`, { body });
export const extendHold = (id: string): Promise<Hold> => ask('POST', `/holds/${segment(id)}/extension`);
export const endHold = (id: string): Promise<void> => ask('DELETE', `/holds/${segment(id)}`);
/** Facts of a unit are a property of its node: an ordinary edit of the scene. */
export const setUnitFacts = (hall: string, id: string, facts: Record<string, unknown>): Promise<{ revision: number }> =>
  ask('PATCH', `/halls/${segment(hall)}/scene`, { body: { ops: [{ op: 'set', path: `/nodes/${id}/unit`, value: facts }] } });
