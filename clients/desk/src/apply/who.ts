/** Whether somebody came for a company of theirs, and not to work for the park. */

import { computed } from 'vue';

import { session } from '@/session';

const OWN = new Set(['enterprise_owner', 'enterprise_agent']);

/** Ids of the companies, and applications, that are one's own. */
export const ownCompanies = computed((): string[] => [
  ...new Set((session.account?.grants ?? []).filter(({ role, enterprise }) => OWN.has(role) && enterprise).map(({ enterprise }) => enterprise!)),
]);

/** Somebody of an enterprise who has no other work here: their desk shows only their things. */
export const isApplicant = computed((): boolean => {
  const grants = session.account?.grants ?? [];
  return grants.length > 0 && grants.every(({ role }) => OWN.has(role));
});
