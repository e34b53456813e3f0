/** Registering a company: what an applicant, and later a resident company, asks of the park. */

import type { Step } from './door';
import { ask, get, segment } from './http';
import type { Finding, Localised, Park, Session } from './types';

export type State =
  | 'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'awaiting_licence' | 'active'
  | 'suspended' | 'exiting' | 'closed' | 'rejected' | 'withdrawn' | 'expired';
export type Verb =
  | 'submit' | 'claim' | 'release' | 'request_changes' | 'approve' | 'await' | 'reject' | 'withdraw' | 'activate'
  | 'suspend' | 'restore' | 'exit' | 'close' | 'expire';
export type Case = 'existing' | 'new_firm';
/** What a field holds, as the form keeps it. */
export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

export interface FieldRule {
  name: string;
  group: string;
  kind: string;
  label: Localised;
  help: Localised;
  example: Localised;
  /** Cases in which it has to be filled in. */
  required: string[];
  /** Cases in which it is asked for at all. */
  cases: string[];
  choices: { value: string; label: Localised }[];
  sealed: boolean;
  personal: boolean;
  longest: number;
}

export interface PaperRule {
  kind: string;
  name: Localised;
  help: Localised;
  cases: string[];
  /** Cases in which it has to be handed in. */
  required: string[];
  /** How many files of it are taken. */
  most: number;
}

export interface Industry {
  /** A division of GB/T 4754, two digits. */
  code: string;
  label: Localised;
  section: string;
  section_label: Localised;
}

/** How long each thing may take. */
export interface Deadlines {
  review_working_days: number;
  extra_working_days: number;
  draft_days: number;
  notice_days: number;
  hold_months: number;
  term_months: number;
}

export interface FormAnswer {
  groups: { name: string; label: Localised }[];
  fields: FieldRule[];
  documents: PaperRule[];
  industries: Industry[];
  reasons: { code: string; label: Localised; next: Localised; verbs: string[] }[];
  agreement: { version: string; text: Localised; html: Localised };
  /** The version in force of each document that is agreed to. */
  consents: Record<string, number>;
  deadlines: Deadlines;
  largest: number;
  /** Media types that are taken. */
  types: string[];
}

export interface Paper {
  id: string;
  kind: string;
  name: string;
  bytes: number;
  media_type: string;
  at: number;
}

export interface Missing {
  /** `/fields/<name>` or `/documents/<kind>`. */
  pointer: string;
  zh: string;
  en: string;
}

export interface Comment {
  id: string;
  pointer: string;
  text: string;
  by: string;
  at: number;
  resolved: boolean;
}

export interface Entry {
  at: number;
  verb: string;
  state: State;
  by: string;
  role: string;
  reason: string;
  note: string;
}

export interface Application {
  id: string;
  state: State;
  version: number;
  flags: string[];
  fields: Values;
  documents: Paper[];
  missing: Missing[];
  findings: Finding[];
  may: { verb: Verb; allowed: boolean; why: Finding[] }[];
  comments: Comment[];
  deadlines: Record<string, number | null>;
  seat: { number: number; name: string; address: Localised; custodian_name: Localised } | null;
  booth: { hall: string; node: string; name: Localised } | null;
  certificate: { number: string; state: string } | null;
  /** The version in force, and which one was accepted when. */
  agreement: { version: string; accepted: string; at: number | null };
  history: Entry[];
  /** A code of the form's reasons: why it was turned down or suspended; empty for none. */
  reason: string;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: string;
  state: 'active' | 'invited';
}

export interface BoothPlace {
  hall: string;
  node: string;
  no: string;
  /** Metres. */
  width: number;
  depth: number;
  position: [number, number, number];
  /** Radians about the vertical. */
  yaw: number;
  tenant: string | null;
}

export interface BoothShown extends BoothPlace {
  height: number;
  triangles: number;
  texture_bytes: number;
  used: { triangles: number; texture_bytes: number };
}

export interface Company {
  id: string;
  name: string;
  name_en: string;
  brief: Localised;
  website: string;
  /** An asset. */
  logo: string | null;
}

const one = (id: string): string => `/applications/${segment(id)}`;

export const sendSignUpCode = (address: string, lang: string): Promise<void> =>
  ask('POST', '/registration/codes', { body: { address, lang } });
/** One is in with an application of one's own, or half the way where the account has a second factor. */
export const signUp = (
  body: { address: string; code: string; name: string; consents: Record<string, number>; lang: string },
): Promise<(Session & { application: string }) | Step> =>
  ask('POST', '/registration/accounts', { body });
export const getForm = (): Promise<FormAnswer> => get('/registration/form');
export const checkFields = async (fields: Values, signal?: AbortSignal): Promise<Finding[]> =>
  (await ask<{ details: Finding[] }>('POST', '/registration/checks', { body: { fields, partial: true }, ...(signal ? { signal } : {}) })).details;

export const begin = (): Promise<Application> => ask('POST', '/applications', { body: {} });
export const getApplication = (id: string): Promise<Application> => get(one(id));
export const saveFields = (id: string, version: number, fields: Values): Promise<Application> =>
  ask('PATCH', one(id), { body: { version, fields } });
export const advance = (id: string, body: { verb: Verb; version: number } & Record<string, unknown>): Promise<Application> =>
  ask('POST', `${one(id)}/transitions`, { body });

export const keepDocument = (id: string, upload: string, kind: string): Promise<Application> =>
  ask('POST', `${one(id)}/documents`, { body: { upload, kind } });
export const dropDocument = (id: string, document: string): Promise<Application> => ask('DELETE', `${one(id)}/documents/${segment(document)}`);
export const documentUrl = (id: string, document: string): string => `/api/v1${one(id)}/documents/${segment(document)}`;
export const getPublicPark = (): Promise<Park> => get('/park');

export const getBooths = async (): Promise<BoothPlace[]> => (await get<{ booths: BoothPlace[] }>('/booths')).booths;
export const getBooth = (hall: string, node: string): Promise<BoothShown> => get(`/booths/${segment(hall)}/${segment(node)}`);
export const getCompany = (id: string): Promise<Company> => get(`/companies/${segment(id)}`);
export const changeCompany = (id: string, body: Record<string, unknown>): Promise<Company> => ask('PATCH', `/companies/${segment(id)}`, { body });
export const getMembers = async (id: string): Promise<Member[]> => (await get<{ members: Member[] }>(`${one(id)}/members`)).members;
export const addMember = async (id: string, body: { email: string; name: string; lang: string }): Promise<Member[]> =>
  (await ask<{ members: Member[] }>('POST', `${one(id)}/members`, { body })).members;
export const removeMember = (id: string, member: string): Promise<void> => ask('DELETE', `${one(id)}/members/${segment(member)}`);
export const certificateUrl = (id: string): string => `/api/v1${one(id)}/certificate.pdf`;
/** Everything that the park has of a company, as a zip. */
export const copyUrl = (id: string): string => `/api/v1${one(id)}/copy`;
