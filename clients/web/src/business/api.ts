/** What the park is asked about companies, space to let and visits: one place for every address and shape. */

import { lang } from '../i18n';
import type { Localised, UnitStatus, UnitUse } from '../world/scene';
import type { Vec3 } from '../world/viewer';

export interface Detail {
  pointer: string;
  code: string;
  message: string;
}

/** The park said no: `code` is stable, `message` is for the visitor. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly details: readonly Detail[] = []) {
    super(message);
  }
}

export interface BoothPlace {
  hall: string;
  node: string;
  /** Such as `A-01 展位`. */
  name: Localised;
}

export interface Company {
  id: string;
  name: Localised;
  /** A division of GB/T 4754, and what it is called. */
  division: string;
  industry: Localised;
  brief: Localised;
  website: string;
  logo: string | null;
  booth: BoothPlace | null;
  /** Unix time, seconds. */
  since: number;
  proof: Proof | null;
}

export interface Proof {
  number: string;
  state: 'valid' | 'suspended' | 'revoked' | 'expired';
}

export interface Unit {
  hall: string;
  node: string;
  no: string;
  name: Localised;
  use: UnitUse;
  area: number;
  /** Fen per m² and month. */
  rent: number;
  from: string;
  floor_load: number;
  power: number;
  height: number;
  terms: Localised;
  size: Vec3;
  status: UnitStatus;
  held_until: number | null;
  /** One's own hold of it, by its id. */
  mine: string | null;
}

export type SourceKind = 'tour' | 'exhibit' | 'guide' | 'unit' | 'booth' | 'page';

export interface Source {
  kind: SourceKind;
  ref: string;
}

export interface Contact {
  name: string;
  phone: string;
  email: string;
  company: string;
}

export interface Slot {
  starts: number;
  ends: number;
  left: number;
}

/** A hold of a unit: until when, Unix time; null for good. */
export interface Hold {
  id: string;
  until: number | null;
}

export interface Booking {
  id: string;
  state: 'asked' | 'confirmed' | 'declined' | 'cancelled' | 'visited' | 'no_show';
  starts: number;
  ends: number;
  people: number;
  /** What shows and cancels it, its page, and its file for calendars. */
  token: string;
  url: string;
  ics: string;
  may: readonly string[];
}

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<unknown>;

/** Ask the park; raises Refusal. */
export const send: Send = async (method, path, body, headers = {}) => {
  const answer = await fetch(`/api/v1${path}`, {
    method,
    headers: { 'Accept-Language': lang(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!answer) throw new Refusal(0, 'offline', '');
  const said = (answer.status === 204 ? null : await answer.json().catch(() => null)) as Record<string, unknown> | null;
  if (!answer.ok) throw new Refusal(answer.status, String(said?.['code'] ?? 'unknown'), String(said?.['message'] ?? ''), (said?.['details'] as Detail[] | undefined) ?? []);
  return said;
};
