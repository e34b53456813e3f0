/** The few HTTP answers that the page reads besides assets. */

import type { HallDoc, Localised } from '../world/scene';

export interface HallSummary {
  id: string;
  name: Localised;
  kind: 'outdoor' | 'indoor';
  state: 'open' | 'closed';
  capacity?: number;
  /** People in it now. */
  visitors?: number;
}

export interface Park {
  name: Localised;
  /** The hall where visitors arrive. */
  start: string;
  halls: HallSummary[];
  contact?: Localised | null;
}

export async function getJson<T>(path: string, lang: string): Promise<T> {
  const response = await fetch(path, { headers: { 'Accept-Language': lang } });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return (await response.json()) as T;
}

export const getPark = (lang: string): Promise<Park> => getJson('/api/v1/park', lang);

export const getScene = (hall: string, lang: string): Promise<HallDoc> =>
  getJson(`/api/v1/halls/${encodeURIComponent(hall)}/scene`, lang);
