/** The registry desk: applications, the companies they become, who lends them an address, where they stand. */

import { ask, get, segment } from './http';
import { ahead } from './overview';
import type * as printed from './printed';
import type { Localised } from './types';

export const STATES = [
  'draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'awaiting_licence', 'active', 'suspended', 'exiting',
  'closed', 'rejected', 'withdrawn', 'expired',
] as const;
/** One line of the queue. Times are Unix seconds. */
export type Row = printed.ApplicationRow;
export type State = Row['state'];
export const FLAGS = ['overdue', 'duplicate', 'name_conflict', 'restricted', 'region_unlisted', 'expiring'] as const;
export type Flag = (typeof FLAGS)[number];
export type Application = printed.ApplicationAnswer;
export type Paper = printed.PaperShown;
export type Comment = printed.CommentShown;
export type Passage = printed.PassageShown;
/** An act of the workflow, whether one may do it now, and why not. */
export type Offer = Pick<printed.OfferShown, 'verb' | 'allowed' | 'why'>;
export type Verb = Offer['verb'];
export type Rules = printed.FormAnswer;
export type FieldRule = Rules['fields'][number];
/** A coded reason, with the way forward that it tells, and the verbs that it can be given with. */
export type ReasonChoice = printed.ReasonChoice;
/** What is masked elsewhere, in clear. */
export type Identity = printed.IdentityAnswer;
/** Another application that may be of the same company. */
export type Likeness = printed.Likeness;
/** Who lends an address, and how its seats stand. */
export type Custodian = printed.CustodianAnswer;
export type CustodianNew = printed.CustodianNew;
export type CustodianChange = printed.CustodianChange;
export type SeatRow = printed.SeatShown;
export type Numbers = printed.RegistrationStatistics;
export type DeskPace = printed.DeskAnswer;
/** What a verb is given besides; the park checks that it is what the verb asks for. */
export type Given = printed.TransitionBody;

export interface RowPage {
  applications: Row[];
  next: string | null;
  /** How many are in each state, all told. */
  counts: Partial<Record<State, number>>;
}
export function getRows(filter: Record<string, string>, before: string | null = null): Promise<RowPage> {
  return get(`/applications?${new URLSearchParams({ limit: '50', ...filter, ...(before ? { before } : {}) })}`);
}

const one = (id: string): string => `/applications/${segment(id)}`;
const paper = (id: string, document: string): string => `${one(id)}/documents/${segment(document)}`;
export const getRules = (): Promise<Rules> => get('/registration/form');
export const getApplication = (id: string): Promise<Application> => get(one(id));
/** `version` is the one that was looked at: nobody else's act is passed over unseen. */
export const advance = (id: string, body: Given): Promise<Application> => ask('POST', `${one(id)}/transitions`, { body });
export const getIdentity = (id: string, why: string): Promise<Identity> => ask('POST', `${one(id)}/identity`, { body: { why } });
export const getDuplicates = async (id: string): Promise<Likeness[]> => (await get<printed.LikenessList>(`${one(id)}/duplicates`)).duplicates;

export const documentUrl = (id: string, document: string): string => `/api/v1${paper(id, document)}`;
/** A page of a document as a picture, pixels. */
export interface Page {
  width: number;
  height: number;
}
export const getPages = async (id: string, document: string): Promise<Page[]> => (await get<{ pages: Page[] }>(`${paper(id, document)}/pages`)).pages;
export const pageUrl = (id: string, document: string, number: number): string => `/api/v1${paper(id, document)}/pages/${number}`;

export const getCustodians = async (): Promise<Custodian[]> => (await get<printed.CustodianList>('/custodians')).custodians;
export const addCustodian = (body: CustodianNew): Promise<Custodian> => ask('POST', '/custodians', { body });
export const changeCustodian = (id: string, body: CustodianChange): Promise<Custodian> => ask('PATCH', `/custodians/${segment(id)}`, { body });
export const getSeats = (filter: Record<string, string>, after: number | null = null): Promise<printed.SeatList> =>
  get(`/seats?${new URLSearchParams({ limit: '100', ...filter, ...(after === null ? {} : { after: String(after) }) })}`);

/** A booth of the park's scene: whose it is, or free. Lengths in metres. */
export interface BoothRow extends Pick<printed.BoothAnswer, 'hall' | 'node' | 'no' | 'width' | 'depth' | 'height' | 'visible'> {
  tenant: { enterprise: string; name: Localised } | null;
}
export const getBooths = async (): Promise<BoothRow[]> => (await get<{ booths: BoothRow[] }>('/booths')).booths;

export const getNumbers = (): Promise<Numbers> => get('/registration/statistics');
export const getPace = (days: number): Promise<DeskPace> => get(`/statistics/registration?days=${days}&offset=${ahead()}`);
