/** The day at a glance: what waits for work, who is here, what was counted. */

import { get, segment } from './http';
import type { DwellAnswer, HeatAnswer, OverviewAnswer, VisitsAnswer } from './printed';
import type { Localised, Vec3 } from './types';

export type { Health, HeatAnswer, VisitsAnswer } from './printed';

export interface Overview extends Omit<OverviewAnswer, 'drafts' | 'newer' | 'blocked' | 'failed'> {
  drafts: Pile;
  newer: Pile;
  blocked: Pile;
  failed: Pile;
}

export interface Pile {
  count: number;
  items: { id: string; title: Localised; at: number; code: string }[];
}

export interface Dwell extends Omit<DwellAnswer, 'sums'> {
  sums: (Omit<DwellAnswer['sums'][number], 'title'> & { title: Localised })[];
}

/** Somebody in a hall. */
export interface Present {
  connection: string;
  slot: number;
  hidden: boolean;
  name: string;
  role: string;
  position: Vec3;
  muted?: boolean;
}

export interface Presence {
  hall: string;
  people: Present[];
}

/** What waits in the inbox. */
export interface Item {
  id: string;
  kind: string;
  title: Localised;
  link: string;
  due: number | null;
  state: string;
  at: number;
}

/** Minutes by which the reader's clock is ahead of UTC. */
export const ahead = (): number => -new Date().getTimezoneOffset();

export const getOverview = (signal?: AbortSignal): Promise<Overview> => get('/overview', signal);
export const getPresence = async (signal?: AbortSignal): Promise<Presence[]> =>
  (await get<{ halls: Presence[] }>('/presence', signal)).halls;
export const getWaiting = async (): Promise<Item[]> => (await get<{ items: Item[] }>('/inbox?state=open&limit=50')).items;
export const getVisits = (days: number, step: 'hour' | 'day'): Promise<VisitsAnswer> =>
  get(`/statistics/visits?days=${days}&step=${step}&offset=${ahead()}`);
export const getDwell = (days: number): Promise<Dwell> => get(`/statistics/dwell?days=${days}&offset=${ahead()}`);
export const getHeat = (hall: string, days: number): Promise<HeatAnswer> =>
  get(`/statistics/heat/${segment(hall)}?days=${days}&offset=${ahead()}`);
