/** Registering a company: what an applicant, and later a resident company, asks of the park. */

import type { Step } from './door';
import { ask, get, segment } from './http';
import type * as printed from './printed';
import type { Finding, Park, Session } from './types';

export type State = printed.ApplicationAnswer['state'];
export type Verb = printed.OfferShown['verb'];
export type Case = 'existing' | 'new_firm';
/** What a field holds, as the form keeps it. */
export type Value = string | number | boolean | null;
export type Values = Record<string, Value>;

export type FieldRule = printed.FormField;
export type PaperRule = printed.PaperKind;
export type Industry = printed.Industry;

/** How long each thing may take. */
export interface Deadlines {
  review_working_days: number;
  extra_working_days: number;
  draft_days: number;
  notice_days: number;
  hold_months: number;
  term_months: number;
}

export interface FormAnswer extends Omit<printed.FormAnswer, 'deadlines'> {
  deadlines: Deadlines;
}

export type Paper = printed.PaperShown;
export type Missing = printed.MissingShown;
export type Comment = printed.CommentShown;
export type Entry = printed.PassageShown;

export interface Application extends Omit<printed.ApplicationAnswer, 'fields'> {
  fields: Values;
}

export type Member = printed.MemberShown;
/** A booth of the park's scene: metres, radians about the vertical; whose it is, or free. */
export type BoothPlace = printed.BoothAnswer;
export type BoothShown = printed.BoothDetail;
export type Company = printed.CompanyCard;

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
