/** The park, its halls and who one is. */

import { ask, get, segment } from './http';
import type { Live, Park, Scene, Session } from './types';

export const getSession = (): Promise<Session> => get('/session');
export const openSession = (token: string): Promise<Session> => ask('POST', '/session', { body: { token } });
export const endSession = (): Promise<void> => ask('DELETE', '/session');
export const getPark = (): Promise<Park> => get('/park');
export const getLive = (signal?: AbortSignal): Promise<Live> => get('/live', signal);
export const getScene = (hall: string): Promise<Scene> => get(`/halls/${segment(hall)}/scene`);

/** The secret of a one-time link, or of what was pasted instead. */
export function keyOf(pasted: string): string {
  const found = /[?&]key=([^&\s]+)/.exec(pasted);
  return decodeURIComponent(found?.[1] ?? pasted.trim());
}
