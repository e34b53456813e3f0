/** Who did something, as they are called now. */

import { t } from '@/i18n';

/** The name that the park told; words for the park's own hand, and for whoever is gone. */
export function authorOf(author: string, name: string): string {
  if (name) return name;
  if (author === '' || author === 'operator') return t('role.operator');
  return author === 'demo' ? t('role.demo') : t('past.gone');
}
