/** The registry desk: applications, the companies they become, who lends them an address, where they stand. */

import { ask, get, segment } from './http';
import type { Finding, Localised } from './types';

export const STATES = [
  'draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'awaiting_licence', 'active', 'suspended', 'exiting',
  'closed', 'rejected', 'withdrawn', 'expired',
] as const;
export type State = (typeof STATES)[number];
export const FLAGS = ['overdue', 'duplicate', 'name_conflict', 'restricted', 'region_unlisted', 'expiring'] as const;
export type Flag = (typeof FLAGS)[number];
export const VERBS = [
  'submit', 'claim', 'release', 'request_changes', 'approve', 'await', 'reject', 'withdraw', 'activate', 'suspend', 'restore', 'exit',
  'close', 'expire',
] as const;
export type Verb = (typeof VERBS)[number];

/** One line of the queue. Times are Unix seconds. */
export interface Row {
  id: string;
  state: State;
  version: number;
  flags: Flag[];
  name: string;
  credit_code: string;
  /** A division of GB/T 4754, two digits. */
  industry: string;
  clerk: string;
  clerk_name: string;
  created: number;
  updated: number;
  submitted: number | null;
  due: number | null;
  term_until: number | null;
}
export interface RowPage {
  applications: Row[];
  next: string | null;
  /** How many are in each state, all told. */
  counts: Partial<Record<State, number>>;
}

export interface Paper {
  id: string;
  kind: string;
  name: string;
  bytes: number;
  media_type: string;
  sha256: string;
  at: number;
}
export interface Comment {
  id: string;
  pointer: string;
  text: string;
  by: string;
  at: number;
  resolved: boolean;
}
export interface Passage {
  at: number;
  verb: string;
  state: string;
  by: string;
  role: string;
  reason: string;
  note: string;
}
export interface Offer {
  verb: Verb;
  allowed: boolean;
  why: Finding[];
}
export interface Seat {
  number: number;
  name: string;
  address: Localised;
  custodian: string;
  custodian_name: Localised;
}
export interface Application {
  id: string;
  state: State;
  version: number;
  flags: Flag[];
  /** The identity number is masked; phone and e-mail too, for all but the company's own people. */
  fields: Record<string, unknown>;
  documents: Paper[];
  missing: { pointer: string; zh: string; en: string }[];
  findings: Finding[];
  may: Offer[];
  comments: Comment[];
  clerk: string;
  clerk_name: string;
  deadlines: Record<string, number | null>;
  reason: string;
  custodian: string;
  seat: Seat | null;
  booth: { hall: string; node: string; name: Localised } | null;
  certificate: { number: string; state: string } | null;
  agreement: { version: string; accepted: string; at: number | null };
  history: Passage[];
  created: number;
  updated: number;
}

export const one = (id: string): string => `/applications/${segment(id)}`;
export const getApplication = (id: string): Promise<Application> => get(one(id));
export const documentUrl = (id: string, document: string): string => `/api/v1${one(id)}/documents/${segment(document)}`;
/** What is masked elsewhere, in clear. */
export interface Identity {
  number: string;
  phone: string;
  email: string;
}
export const getIdentity = (id: string, why: string): Promise<Identity> => ask('POST', `${one(id)}/identity`, { body: { why } });

export function getRows(filter: Record<string, string>, before: string | null = null): Promise<RowPage> {
  return get(`/applications?${new URLSearchParams({ limit: '50', ...filter, ...(before ? { before } : {}) })}`);
}

/** What a verb is given besides; the park checks that it is what the verb asks for. */
export interface Given {
  verb: Verb;
  /** The version that was looked at: nobody else's act is passed over unseen. */
  version: number;
  reason?: string;
  note?: string;
  items?: { pointer: string; text: string }[];
  custodian?: string;
}
export const advance = (id: string, body: Given): Promise<Application> => ask('POST', `${one(id)}/transitions`, { body });

/** A page of a document as a picture, pixels. */
export interface Page {
  width: number;
  height: number;
}
const paper = (id: string, document: string): string => `${one(id)}/documents/${segment(document)}`;
export const getPages = async (id: string, document: string): Promise<Page[]> => (await get<{ pages: Page[] }>(`${paper(id, document)}/pages`)).pages;
export const pageUrl = (id: string, document: string, number: number): string => `/api/v1${paper(id, document)}/pages/${number}`;

/** Who lends an address, and how its seats stand. */
export interface Custodian {
  id: string;
  title: Localised;
  place: Localised;
  credit_code: string;
  state: 'open' | 'closed';
  seats: number;
  leased: number;
  resting: number;
  free: number;
}
export const getCustodians = async (): Promise<Custodian[]> => (await get<{ custodians: Custodian[] }>('/custodians')).custodians;
export interface CustodianNew {
  title: Localised;
  place: Localised;
  credit_code: string;
  seats: number;
}
export const addCustodian = (body: CustodianNew): Promise<Custodian> => ask('POST', '/custodians', { body });
export interface CustodianChange {
  title?: Localised;
  place?: Localised;
  state?: 'open' | 'closed';
  /** Seats added to those it has. */
  more?: number;
}
export const changeCustodian = (id: string, body: CustodianChange): Promise<Custodian> => ask('PATCH', `/custodians/${segment(id)}`, { body });

export interface SeatRow {
  number: number;
  name: string;
  custodian: string;
  state: 'free' | 'leased' | 'resting';
  application: string;
  company: string;
  since: number | null;
  free_from: number | null;
}
export const getSeats = (filter: Record<string, string>, after: number | null = null): Promise<{ seats: SeatRow[]; next: number | null }> =>
  get(`/seats?${new URLSearchParams({ limit: '100', ...filter, ...(after === null ? {} : { after: String(after) }) })}`);

/** Another application that may be of the same company. */
export interface Likeness {
  id: string;
  state: State;
  name: string;
  credit_code: string;
  why: string[];
  fields: Record<string, unknown>;
  submitted: number | null;
}
export const getDuplicates = async (id: string): Promise<Likeness[]> => (await get<{ duplicates: Likeness[] }>(`${one(id)}/duplicates`)).duplicates;

/** A coded reason, with the way forward that it tells. */
export interface ReasonChoice {
  code: string;
  label: Localised;
  next: Localised;
  verbs: string[];
}

export interface FieldRule {
  name: string;
  group: string;
  kind: string;
  label: Localised;
  choices: { value: string; label: Localised }[];
  /** Cases in which it is asked for at all: `existing`, `new_firm`. */
  cases: string[];
  sealed: boolean;
}
/** What the form is made of, as far as the desk looks at it. */
export interface Rules {
  groups: { name: string; label: Localised }[];
  fields: FieldRule[];
  documents: { kind: string; name: Localised }[];
  industries: { code: string; label: Localised }[];
  reasons: ReasonChoice[];
}
export const getRules = (): Promise<Rules> => get('/registration/form');

/** A booth of the park's scene: whose it is, or free. Lengths in metres. */
export interface BoothRow {
  hall: string;
  node: string;
  no: string;
  width: number;
  depth: number;
  height: number;
  visible: boolean;
  tenant: { enterprise: string; name: Localised } | null;
}
export const getBooths = async (): Promise<BoothRow[]> => (await get<{ booths: BoothRow[] }>('/booths')).booths;
