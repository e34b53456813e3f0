/** Who is in the park now, and what moderators do about it. */

import { ask, get, segment } from './http';
import type {
  BlockBody, HallPresence, Handling, MuteBody, PersonHere, PresenceAnswer, RemoveBody, ReportAnswer, Reports,
  RestraintAnswer, Restraints,
} from './printed';

export type Here = PersonHere;
export type HallHere = HallPresence;
export type Presence = PresenceAnswer;
export type Restraint = RestraintAnswer;
export type Report = ReportAnswer;
export type Reason = ReportAnswer['reason'];
export type Outcome = Exclude<ReportAnswer['outcome'], ''>;
export type { BlockBody, MuteBody, RemoveBody } from './printed';

const on = (connection: string, verb: string): string => `/visitors/${segment(connection)}/${verb}`;
const after = (before: string | null): string => (before ? `&before=${segment(before)}` : '');

export const getPresence = (signal?: AbortSignal): Promise<Presence> => get('/presence', signal);
export const mute = (connection: string, body: MuteBody): Promise<Restraint> => ask('POST', on(connection, 'mute'), { body });
export const unmute = (connection: string): Promise<void> => ask('POST', on(connection, 'unmute'));
export const remove = (connection: string, body: RemoveBody): Promise<Restraint> => ask('POST', on(connection, 'remove'), { body });
export const block = (connection: string, body: BlockBody): Promise<Restraints> => ask('POST', on(connection, 'block'), { body });

export const getBlocks = (before: string | null = null): Promise<Restraints> => get(`/blocks?limit=50${after(before)}`);
export const lift = (id: string): Promise<void> => ask('DELETE', `/blocks/${segment(id)}`);

export const getReports = (state: 'open' | 'handled', before: string | null = null): Promise<Reports> =>
  get(`/reports?limit=50&state=${state}${after(before)}`);
export const handle = (id: string, body: Handling): Promise<Report> => ask('POST', `/reports/${segment(id)}/handling`, { body });
