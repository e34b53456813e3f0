/** Roles and what they are called. */

import { known, t } from '@/i18n';

export const ROLES = [
  'operator', 'manager', 'clerk', 'host', 'presenter', 'creator', 'auditor', 'regulator',
  'enterprise_owner', 'enterprise_agent', 'investor', 'visitor',
] as const;
export type Role = (typeof ROLES)[number];

/** What a role is called; its own id where there are no words. */
export function roleName(role: string): string {
  const key = `person.role.${role}`;
  return known(key) ? t(key) : role;
}
