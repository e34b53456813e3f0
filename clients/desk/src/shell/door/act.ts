/** One act of a form: busy while it lasts, and what went wrong with it. */

import { reactive } from 'vue';

import { Declined } from '@/account/credential';

export interface Act {
  busy: boolean;
  error: unknown;
  /** Do it; true when it went well. A person who changes their mind is no error. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

export function makeAct(): Act {
  const act: Act = reactive({
    busy: false,
    error: null as unknown,
    async run(work: () => Promise<unknown>): Promise<boolean> {
      if (act.busy) return false;
      [act.busy, act.error] = [true, null];
      try {
        await work();
        return true;
      } catch (error) {
        act.error = error instanceof Declined ? null : error;
        return false;
      } finally {
        act.busy = false;
      }
    },
  });
  return act;
}
