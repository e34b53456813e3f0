/** What the park finds wrong with the form while it is typed, and which of it a person should see by now. */

import { reactive } from 'vue';

import type { Values } from '@/api/applications';
import type { Finding } from '@/api/types';

export interface Checks {
  findings: Finding[];
  /** Fields that one has left, or that came filled in: what is wrong with them is shown. */
  seen: Set<string>;
  /** Everything is shown, after one asked to hand it in. */
  all: boolean;
  busy: boolean;
  of(name: string): Finding[];
  /** Ask about these values soon; what is asked meanwhile is forgotten. */
  soon(values: Values): void;
  leave(name: string): void;
  stop(): void;
}

const PAUSE_MS = 450;

/** The field that a pointer names; nothing for documents and the whole. */
export const fieldOf = (pointer: string): string => /^\/fields\/([^/]+)/.exec(pointer)?.[1] ?? '';
export const paperOf = (pointer: string): string => /^\/documents\/([^/]+)/.exec(pointer)?.[1] ?? '';

export function makeChecks(ask: (values: Values, signal: AbortSignal) => Promise<Finding[]>): Checks {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: AbortController | null = null;
  const checks: Checks = reactive({
    findings: [] as Finding[], seen: new Set<string>(), all: false, busy: false,
    of: (name: string) => (checks.all || checks.seen.has(name) ? checks.findings.filter(({ pointer }) => fieldOf(pointer) === name) : []),
    soon(values: Values) {
      clearTimeout(timer);
      timer = setTimeout(() => void look({ ...values }), PAUSE_MS);
    },
    leave: (name: string) => void checks.seen.add(name),
    stop() {
      clearTimeout(timer);
      under?.abort();
    },
  });

  async function look(values: Values): Promise<void> {
    under?.abort();
    const mine = (under = new AbortController());
    checks.busy = true;
    try {
      const found = await ask(values, mine.signal);
      if (under === mine) checks.findings = found;
    } catch {
      // Typing goes on without the park; saving tells what it thinks, and so does handing in.
    } finally {
      if (under === mine) [checks.busy, under] = [false, null];
    }
  }
  return checks;
}
