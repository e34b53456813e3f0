/** Makes what the park would tell of an application. */

import type { Application, Comment, Paper } from '@/api/applications';
import type { Finding } from '@/api/types';

export const application = (more: Partial<Application> = {}): Application => ({
  id: 'e_0123456789abcdef', state: 'draft', version: 1, flags: [], fields: {}, documents: [], missing: [], findings: [], may: [],
  comments: [], asked: [], clerk: '', clerk_name: '', deadlines: {}, days_left: null, custodian: '', seat: null, booth: null, certificate: null, agreement: { version: '1', accepted: '', at: null }, history: [], reason: '',
  told: [], created: 0, updated: 0,
  ...more,
});

export const finding = (pointer: string, severity: Finding['severity'] = 'error'): Finding =>
  ({ pointer, code: 'wrong', severity, message: 'wrong' });

export const paper = (id: string, kind: string): Paper =>
  ({ id, kind, name: `${id}.pdf`, bytes: 8, media_type: 'application/pdf', sha256: '0'.repeat(64), at: 0 });

export const comment = (pointer: string, resolved = false): Comment => ({ id: pointer, pointer, text: '请更正', by: '办事员', at: 0, resolved });
