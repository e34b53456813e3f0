/** Where events go, and the outbox. */

import { ask, get, segment } from './http';
import type * as printed from './printed';
import type { Localised } from './types';

export type Endpoint = printed.EndpointAnswer;
export type EndpointNew = printed.EndpointNew;
export interface EventWords extends Omit<printed.EventAnswer, 'words'> {
  words: Localised;
}
export interface Notice extends Omit<printed.NoticeAnswer, 'words'> {
  words: Localised;
}
export interface NoticeDetail extends Omit<printed.NoticeDetail, 'words'> {
  words: Localised;
}
export interface NoticePage {
  notices: Notice[];
  next: string | null;
  counts: Record<string, number>;
  ways: Record<'email' | 'phone', { how: string; ready: boolean }>;
}

export const getEndpoints = (): Promise<{ endpoints: Endpoint[]; events: EventWords[] }> => get('/webhooks');
export const addEndpoint = (body: EndpointNew): Promise<Endpoint> => ask('POST', '/webhooks', { body });
export const changeEndpoint = (id: string, body: printed.EndpointChange): Promise<Endpoint> => ask('PATCH', `/webhooks/${segment(id)}`, { body });
export const removeEndpoint = (id: string): Promise<void> => ask('DELETE', `/webhooks/${segment(id)}`);
export const rotateSecret = (id: string): Promise<Endpoint> => ask('POST', `/webhooks/${segment(id)}/secret`);
export const ping = (id: string): Promise<{ id: string }> => ask('POST', `/webhooks/${segment(id)}/ping`);

export function getNotices(filter: Record<string, string>, before?: string | null): Promise<NoticePage> {
  const query = new URLSearchParams({ limit: '50', ...filter, ...(before ? { before } : {}) });
  return get(`/notices?${query}`);
}
export const getNotice = (id: string): Promise<NoticeDetail> => get(`/notices/${segment(id)}`);
export const resend = (id: string): Promise<Notice> => ask('POST', `/notices/${segment(id)}/resend`);
export const stopNotice = (id: string): Promise<Notice> => ask('DELETE', `/notices/${segment(id)}`);
export const sendTest = (way: 'email' | 'phone', to: string): Promise<{ id: string }> => ask('POST', '/notices/test', { body: { way, to } });
