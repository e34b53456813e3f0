/** Roles that somebody has, in words, and changes to them. */

import type { Grant } from '@/api/people';
import { t, words } from '@/i18n';
import { hallName } from '@/session';

import { ROLES, roleName } from './roles';

/** A role with where it counts. */
export function grantWords({ role, hall, enterprise }: Partial<Omit<Grant, 'role'>> & { role: string }): string {
  if (hall) return t('person.grant.hall', { role: roleName(role), hall: words(hallName(hall)) });
  return enterprise ? t('person.grant.enterprise', { role: roleName(role), enterprise }) : roleName(role);
}

/** A role as it is chosen: everywhere, or in some halls. */
export interface Choice {
  on: boolean;
  /** No halls: everywhere. */
  halls: string[];
}

/** What is chosen of each role; grants for enterprises are not touched here. */
export function choicesOf(grants: readonly Grant[]): Record<string, Choice> {
  return Object.fromEntries(ROLES.map((role) => {
    const own = grants.filter((grant) => grant.role === role && !grant.enterprise);
    const everywhere = own.some(({ hall }) => !hall);
    return [role, { on: own.length > 0, halls: everywhere ? [] : own.map(({ hall }) => hall) }];
  }));
}

/** The grants that were chosen, with those for enterprises that were there. */
export function grantsOf(choices: Record<string, Choice>, before: readonly Grant[] = []): Grant[] {
  const kept = before.filter(({ enterprise }) => enterprise);
  const chosen = Object.entries(choices).filter(([, { on }]) => on).flatMap(([role, { halls }]) =>
    (halls.length ? halls : ['']).map((hall) => ({ role: role as Grant['role'], hall, enterprise: '' })));
  return [...kept, ...chosen];
}

const key = ({ role, hall, enterprise }: Grant): string => `${role}/${hall}/${enterprise}`;

/** Whether two lists say the same. */
export const same = (a: readonly Grant[], b: readonly Grant[]): boolean =>
  a.length === b.length && a.map(key).sort().join() === b.map(key).sort().join();

/** Roles whose reach may be narrowed to halls. */
export const IN_HALLS = new Set<string>(['manager', 'host', 'presenter', 'clerk', 'creator']);
