/** The people and the roles that the desk knows. */

import { ref, shallowRef } from 'vue';

import { getPeople, getPerson, getPolicy, type Policy } from '@/api/people';
import { makeShelf } from '@/ui/shelf';

export const { shelf, refresh, put, drop, reread, find } = makeShelf({ all: getPeople, one: getPerson });

export const policy = shallowRef<Policy | null>(null);
export const policyTrouble = ref<unknown>(null);

/** The table of roles and actions; it changes with the server's version alone. */
export async function readPolicy(): Promise<void> {
  if (policy.value) return;
  try {
    [policy.value, policyTrouble.value] = [await getPolicy(), null];
  } catch (error) {
    policyTrouble.value = error;
  }
}
