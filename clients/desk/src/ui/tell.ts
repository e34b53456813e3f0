/** Short words about what has just happened, with a way back where there is one. */

import { reactive } from 'vue';

import { Declined } from '@/account/credential';
import { ApiError } from '@/api/http';
import { known, t } from '@/i18n';

import { span } from './format';

export interface Toast {
  id: number;
  text: string;
  kind: 'good' | 'bad';
  undo?: () => Promise<void>;
}

const STAY_MS = 6000;
const STAY_WITH_UNDO_MS = 14_000;
export const toasts = reactive<Toast[]>([]);
let count = 0;

export function tell(text: string, more: Partial<Pick<Toast, 'kind' | 'undo'>> = {}): void {
  const toast: Toast = { id: ++count, text, kind: 'good', ...more };
  toasts.push(toast);
  setTimeout(() => dismiss(toast.id), more.undo ? STAY_WITH_UNDO_MS : STAY_MS);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** What an error says, in the reader's language; `waits`: and for how long to wait. */
export function wordsOf(error: unknown, waits = true): string {
  if (!(error instanceof ApiError)) return t('error.internal');
  const said = saidBy(error);
  return waits && error.wait > 0 ? t('error.wait', { text: said, time: span(error.wait) }) : said;
}

function saidBy(error: ApiError): string {
  if (error.status === 0) return t('error.away');
  const first = error.details[0];
  if (error.message) return first && first.message !== error.message ? `${error.message}：${first.message}` : error.message;
  const key = `error.${error.code}`;
  return known(key) ? t(key) : error.code;
}

/** Do it, and tell of it when it fails; true when it went well. */
export async function attempt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof Declined)) tell(wordsOf(error), { kind: 'bad' });
    return false;
  }
}
