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
  industry: string;
  clerk: string;
  clerk_name: string;
  submitted: number | null;
  due: number | null;
  updated: number;
}
export interface RowPage {
  applications: Row[];
  next: string | null;
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
  by_name: string;
  at: number;
  resolved: boolean;
}
export interface Passage {
  at: number;
  verb: Verb;
  state: State;
  by_name: string;
  role: string;
  note: string;
  reason: string;
}
export interface Offer {
  verb: Verb;
  allowed: boolean;
  why: Finding[];
}
export interface Application {
  id: string;
  state: State;
  version: number;
  flags: Flag[];
  fields: Record<string, unknown>;
  documents: Paper[];
  missing: { pointer: string; zh: string; en: string }[];
  findings: Finding[];
  may: Offer[];
  comments: Comment[];
  clerk: string;
  clerk_name: string;
  deadlines: Partial<Record<'submitted' | 'due' | 'hold_until' | 'term_until' | 'exit_at' | 'draft_until', number | null>>;
  custodian: string;
  seat: string;
  booth: { hall: string; node: string; name: Localised } | null;
  certificate: { number: string; state: string } | null;
  history: Passage[];
}

export const one = (id: string): string => `/applications/${segment(id)}`;
export const getApplication = (id: string): Promise<Application> => get(one(id));
export const documentUrl = (id: string, document: string): string => `/api/v1${one(id)}/documents/${segment(document)}`;
export const getIdentity = (id: string, why: string): Promise<{ number: string }> => ask('POST', `${one(id)}/identity`, { body: { why } });

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

/** Who lends an address, and how many seats are left there. */
export interface Custodian {
  id: string;
  title: Localised;
  place: Localised;
  credit_code: string;
  state: 'open' | 'closed';
  free: number;
  leased: number;
  resting: number;
}
export const getCustodians = async (): Promise<Custodian[]> => (await get<{ custodians: Custodian[] }>('/custodians')).custodians;
/** Another application that may be the same company. */
export interface Likeness {
  id: string;
  state: State;
  name: string;
  why: string[];
  fields: Record<string, unknown>;
}
export const getDuplicates = async (id: string): Promise<Likeness[]> => (await get<{ duplicates: Likeness[] }>(`${one(id)}/duplicates`)).duplicates;
