/** What is masked, in clear for a minute once somebody has said why. Each look is on record. */

import { reactive } from 'vue';

import { getIdentity, type Identity } from '@/api/registry';

const SHOWN_MS = 60_000;
/** Fields that the park masks, and where their clear text is told. */
const CLEAR: Record<string, keyof Identity> = { id_number: 'number', phone: 'phone', email: 'email' };
export const isMasked = (field: string): boolean => field in CLEAR;

export function makeReveal(application: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reveal = reactive({ asking: false, clear: null as Identity | null });
  function hide(): void {
    clearTimeout(timer);
    reveal.clear = null;
  }
  /** Throws ApiError. */
  async function show(why: string): Promise<void> {
    reveal.clear = await getIdentity(application, why);
    reveal.asking = false;
    clearTimeout(timer);
    timer = setTimeout(hide, SHOWN_MS);
  }
  /** The clear text of a field; empty while it is masked. */
  const of = (field: string): string => (reveal.clear ? reveal.clear[CLEAR[field]!] : '');
  return { reveal, show, hide, of };
}
export type Reveal = ReturnType<typeof makeReveal>;
