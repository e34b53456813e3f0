/** Short words about what has just happened, with a way back where there is one. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';
import { known, t } from '@/i18n';

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

/** What an error says, in the reader's language. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof ApiError)) return t('error.internal');
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
    tell(wordsOf(error), { kind: 'bad' });
    return false;
  }
}
