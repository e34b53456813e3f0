/** The staff inbox and the plan of duty. */

import { ask, get, segment } from './http';
import type * as printed from './printed';
import type { Localised } from './types';

export interface Item extends Omit<printed.ItemAnswer, 'words' | 'title'> {
  words: Localised;
  title: Localised;
}
export interface ItemPage {
  items: Item[];
  next: string | null;
  counts: Record<string, number>;
  kinds: Record<string, Localised>;
}
export type Duty = Required<printed.DutyBody>;
export type Shift = Duty['shifts'][number];
export interface DutyAnswer extends Omit<printed.DutyAnswer, 'plan'> {
  plan: Duty;
}

export function getItems(filter: Record<string, string>, before?: string | null): Promise<ItemPage> {
  const query = new URLSearchParams({ limit: '50', ...filter, ...(before ? { before } : {}) });
  return get(`/inbox?${query}`);
}
export const addItem = (body: printed.ItemNew): Promise<Item> => ask('POST', '/inbox', { body });
export const changeItem = (id: string, body: printed.ItemChange): Promise<Item> => ask('PATCH', `/inbox/${segment(id)}`, { body });
export const addNote = (id: string, text: string): Promise<Item> => ask('POST', `/inbox/${segment(id)}/notes`, { body: { text } });
export const getDuty = (): Promise<DutyAnswer> => get('/duty');
export const setDuty = (body: Duty): Promise<DutyAnswer> => ask('PUT', '/duty', { body });
