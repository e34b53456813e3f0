/** Halls and their past: made, arranged, opened; versions, what differs, what was edited. */

import { lang } from '@/i18n';

import { forgery } from './forgery';
import { ApiError, ask, get, segment, tell } from './http';
import type * as printed from './printed';
import type { HallSummary, Localised, Problem } from './types';

export interface Work extends printed.HallWork {}
export type Version = printed.VersionAnswer;
export type Comparison = printed.ComparisonAnswer;
export type DraftComparison = printed.DraftComparison;
export type NodeDifference = printed.NodeDifference;
export type Difference = printed.PropertyDifference;
export type PastEdit = printed.EditAnswer;
export type History = printed.HistoryAnswer;
export type FloorAnswer = printed.FloorAnswer;

const one = (hall: string): string => `/halls/${segment(hall)}`;
const version = (hall: string, number: number): string => `${one(hall)}/versions/${number}`;

export const getHalls = async (): Promise<HallSummary[]> => (await get<{ halls: HallSummary[] }>('/halls')).halls;
export const getWork = async (): Promise<Work[]> => (await get<{ halls: Work[] }>('/hall-work')).halls;
export const makeHall = (body: printed.HallNew): Promise<HallSummary> => ask('POST', '/halls', { body });
export const changeHall = (hall: string, body: printed.HallChange): Promise<HallSummary> => ask('PATCH', one(hall), { body });
export const deleteHall = (hall: string): Promise<void> => ask('DELETE', one(hall));
export const orderHalls = async (halls: string[]): Promise<HallSummary[]> =>
  (await ask<{ halls: HallSummary[] }>('PUT', '/hall-order', { body: { halls } })).halls;
export const sceneFileUrl = (hall: string): string => `/api/v1${one(hall)}/scene.glb`;

export const getVersions = async (hall: string): Promise<Version[]> =>
  (await get<{ versions: Version[] }>(`${one(hall)}/versions`)).versions;
export const keepVersion = (hall: string, name: string): Promise<Version> => ask('POST', `${one(hall)}/versions`, { body: { name } });
export const restoreVersion = (hall: string, number: number): Promise<{ revision: number }> => ask('POST', `${version(hall, number)}/restore`);
/** `after`: a version's number, `published` or `draft`. */
export const compareVersion = (hall: string, number: number, after: string): Promise<Comparison> =>
  get(`${version(hall, number)}/compare?with=${segment(after)}`);
export const compareDraft = (hall: string): Promise<DraftComparison> => get(`${one(hall)}/draft/compare`);
export const getHistory = (hall: string, before: number | null): Promise<History> =>
  get(`${one(hall)}/history?limit=30${before === null ? '' : `&before=${before}`}`);

/** Undo one published edit of one's own: false when one has edited since, and nothing was undone. */
export async function undoPublished(hall: string, revision: number, me: string): Promise<boolean> {
  const { edits } = await getHistory(hall, null);
  if (edits.find(({ author }) => author === me)?.revision !== revision) return false;
  await ask('POST', `${one(hall)}/scene/undo`);
  return true;
}

/** `number` is that of the newest edit that the person has looked at. Throws ApiError 409 for a later one. */
export const publishDraft = (hall: string, note: string, number: number): Promise<{ revision: number }> =>
  ask('POST', `${one(hall)}/draft/publish`, { body: { note, number } });
export const discardDraft = (hall: string): Promise<void> => ask('DELETE', `${one(hall)}/draft`);

/** What is wrong with a floor that is being drawn, and a way on it. */
export const lookAtFloor = (hall: string, body: printed.FloorDrawn): Promise<FloorAnswer> => ask('POST', `${one(hall)}/floor`, { body });

export type Ground = printed.GroundsAnswer;

/** Send a GLB to be a hall's ground; `moved` hears the share that has gone. Throws ApiError. */
export function layGround(hall: string, file: File, moved: (share: number) => void, signal: AbortSignal): Promise<Ground> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (error: ApiError): void => reject(tell(error));
    request.open('PUT', `/api/v1${one(hall)}/grounds`);
    request.responseType = 'text';
    for (const [name, value] of Object.entries({ ...forgery('PUT'), 'Accept-Language': lang(), 'Content-Type': 'model/gltf-binary' })) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => moved(total ? loaded / total : 0);
    request.onerror = () => fail(new ApiError(0, 'away', ''));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as Ground);
      const told = problem(request.responseText);
      fail(new ApiError(request.status, told.code ?? 'internal', told.message ?? `HTTP ${request.status}`, told.details ?? [], told.request_id));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problem(text: string): Partial<Problem> {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return {};
  }
}

/** A text for both languages when only one is given. */
export const both = ({ zh, en }: Localised): Localised => ({ zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() });
