/** Acts that decide who gets in: when one signed in a while ago, one shows again who one is. */

import { reactive } from 'vue';

import type { Proof } from '@/api/account';
import { ApiError } from '@/api/http';

import { Declined } from './credential';

export const asked = reactive({ open: false, error: null as unknown });
let answer: (proof: Proof | null) => void = () => undefined;

/** What the person showed; null when they did not. */
export function settle(proof: Proof | null): void {
  asked.open = false;
  answer(proof);
  answer = () => undefined;
}

/** Do it, with a proof when the server wants one. Throws Declined when the person gives none. */
export async function proving<T>(act: (proof: Proof) => Promise<T>): Promise<T> {
  asked.error = null;
  for (let proof: Proof = {}; ;) {
    try {
      return await act(proof);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'proof_due') throw error;
      asked.error = Object.keys(proof).length ? error : null;
    }
    asked.open = true;
    const shown = await new Promise<Proof | null>((resolve) => (answer = resolve));
    if (!shown) throw new Declined();
    proof = shown;
  }
}
