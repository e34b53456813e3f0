/** Text to the clipboard. */

import { t } from '@/i18n';

import { tell } from './tell';

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(t('copy.done'));
  } catch {
    tell(t('copy.failed'), { kind: 'bad' });
  }
}
