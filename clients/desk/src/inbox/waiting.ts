/** How many things wait for a human: the number beside the inbox in the rail. */

import { ref } from 'vue';

import { getItems } from '@/api/inbox';
import { may, session } from '@/session';

const EVERY_MS = 30_000;
export const waiting = ref(0);
let asking: ReturnType<typeof setInterval> | null = null;

/** Take over a number that a page has just read. */
export function noteCounts(counts: Record<string, number>): void {
  waiting.value = counts['waiting'] ?? 0;
}

/** Ask now and then, as long as somebody is at the desk who may know. */
export function watchWaiting(): void {
  const look = async (): Promise<void> => {
    if (session.standing !== 'in' || !may('inbox.read') || document.hidden) return;
    await getItems({ state: 'waiting', limit: '1' }).then(({ counts }) => noteCounts(counts), () => undefined);
  };
  void look();
  asking ??= setInterval(() => void look(), EVERY_MS);
}
