/** The park's profile, legal documents, first-run guide, and settings. */

import { ask, get, segment } from './http';
import type * as printed from './printed';
import type { Localised } from './types';

export interface Site extends Omit<printed.SiteAnswer, 'name' | 'footer' | 'operator' | 'contact' | 'documents'> {
  name: Localised;
  footer: Localised;
  operator: Localised;
  contact: { phone: string; email: string; address: Localised };
  documents: (Omit<printed.DocumentAnswer, 'words'> & { words: Localised })[];
}
export type SiteChange = printed.SiteChange;
export type Guide = printed.GuideAnswer;
export type StepName = printed.GuideStep['step'];
export interface LegalVersion extends Omit<printed.LegalVersion, 'text'> {
  text: Localised;
}
export interface LegalVersions extends Omit<printed.LegalVersions, 'template' | 'versions'> {
  template: Localised;
  versions: LegalVersion[];
}
export type DiffLine = printed.DiffLine;
export type Setting = printed.SettingAnswer;
export type Settings = printed.SettingsAnswer;

export const getSite = (): Promise<Site> => get('/site');
export const changeSite = (body: SiteChange): Promise<Site> => ask('PATCH', '/site', { body });
export const getGuide = (): Promise<Guide> => get('/site/guide');
export const noteStep = (step: StepName, how: 'done' | 'skipped'): Promise<Guide> => ask('PATCH', '/site/guide', { body: { step, how } });
export const beginScene = (scene: 'demo' | 'empty'): Promise<unknown> => ask('POST', '/site/start', { body: { scene } });
/** Note that whoever is signed in agreed to the documents in force, named as the visitor's page names them. */
export async function agreeToTerms(): Promise<void> {
  const { documents } = await getSite();
  const document = documents.map(({ kind, version }) => `${kind}:${version}`).join(' ');
  await ask('POST', '/consents', { body: { purpose: 'terms', document, given: true } });
}

export const openPark = (): Promise<Guide> => ask('POST', '/site/opening');

export const getVersions = (kind: string): Promise<LegalVersions> => get(`/legal/${segment(kind)}/versions`);
export const keepDraft = (kind: string, text: Localised): Promise<LegalVersions> => ask('PUT', `/legal/${segment(kind)}/draft`, { body: { text } });
export const dropDraft = (kind: string): Promise<void> => ask('DELETE', `/legal/${segment(kind)}/draft`);
export const publishDraft = (kind: string, note: string): Promise<LegalVersions> =>
  ask('POST', `/legal/${segment(kind)}/publish`, { body: { note } });
export const previewLegal = (text: Localised): Promise<Localised> => ask('POST', '/legal/preview', { body: { text } });
export const compareLegal = (kind: string, from: number, to: number): Promise<{ zh: DiffLine[]; en: DiffLine[] }> =>
  get(`/legal/${segment(kind)}/diff?from=${from}&to=${to}`);

export const getSettings = (): Promise<Settings> => get('/settings');
export const changeSettings = (settings: Record<string, unknown>): Promise<Settings> => ask('PATCH', '/settings', { body: { settings } });
