/** The audit trail and personal data, asked of the park. */

import { ask, get, segment } from './http';
import type * as printed from './printed';

export type AuditRow = printed.AuditRowAnswer;
export type Verification = printed.VerificationAnswer;
export type Register = printed.RegisterAnswer;
export type RegisterRow = printed.RegisterRow;
export type Retention = printed.RetentionAnswer;
export type PrivacyRequest = printed.RequestAnswer;
export type ConsentCount = printed.ConsentCount;
export type Keys = printed.VaultAnswer;

/** Which lines of the trail are wanted; times are Unix seconds. */
export interface Wanted {
  actor: string;
  action: string;
  target: string;
  since: number | null;
  until: number | null;
}

/** Whatever is wanted of the trail, as a query. */
export function asQuery(wanted: Partial<Wanted>, more: Record<string, string | number> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wanted, ...more })) if (value !== '' && value !== null && value !== undefined) query.set(name, String(value));
  return query.toString();
}

export const getAudit = (wanted: Partial<Wanted>, before: number | null, signal?: AbortSignal): Promise<printed.AuditList> =>
  get(`/audit?${asQuery(wanted, { limit: 50, ...(before === null ? {} : { before }) })}`, signal);
export const auditFile = (wanted: Partial<Wanted>, format: 'csv' | 'jsonl'): string => `/api/v1/audit/export?${asQuery(wanted, { format })}`;
export const networkFile = (): string => '/api/v1/network-log/export';
export const getAuditActions = async (): Promise<string[]> => (await get<printed.AuditActions>('/audit/actions')).actions;
export const getVerification = (): Promise<Verification> => get('/audit/verification');

export const getRegister = (): Promise<Register> => get('/privacy/register');
export const getRetention = (): Promise<Retention> => get('/privacy/retention');
export const sweepNow = (): Promise<Retention> => ask('POST', '/privacy/retention/round');
export const getRequests = async (): Promise<PrivacyRequest[]> => (await get<printed.RequestList>('/privacy/requests')).requests;
export const answerRequest = (id: string, state: 'done' | 'refused'): Promise<PrivacyRequest> =>
  ask('POST', `/privacy/requests/${segment(id)}/answer`, { body: { state } });
export const copyFile = (person: string): string => `/api/v1/privacy/people/${segment(person)}/export`;
export const erasePerson = (person: string): Promise<void> => ask('DELETE', `/privacy/people/${segment(person)}`);
export const getConsentCounts = async (): Promise<ConsentCount[]> => (await get<printed.ConsentCounts>('/privacy/consents')).purposes;
export const getPrivacyKeys = (): Promise<Keys> => get('/privacy/keys');
export const rotateKeys = (): Promise<Keys> => ask('POST', '/privacy/keys/rotation');
