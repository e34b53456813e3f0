/** Roles in the reader's words. */

import type { Grant } from '@/api/types';
import { known, t } from '@/i18n';

export function roleName(role: string): string {
  const key = `person.role.${role}`;
  return known(key) ? t(key) : role;
}

/** Each role once, in one line. */
export const rolesInWords = (grants: readonly Grant[]): string =>
  [...new Set(grants.map(({ role }) => roleName(role)))].join(t('list.and')) || roleName('visitor');
