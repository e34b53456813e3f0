/** How many questions wait for an answer: the number beside them in the rail. */

import { ref, watch } from 'vue';

import { getStatus } from '@/api/guides';
import { may, session } from '@/session';

const EVERY_MS = 60_000;
export const unanswered = ref(0);

/** Take over numbers that a page has just read. */
export function noteQuestions(counts: Record<string, number>): void {
  unanswered.value = counts['open'] ?? 0;
}

async function look(): Promise<void> {
  if (document.hidden) return;
  // The number alone: reading the questions themselves is a reading of what people said, which is audited.
  await getStatus().then(({ open_questions: open }) => (unanswered.value = open), () => undefined);
}

/** Ask now and then, as long as somebody is at the desk who may know. */
let asking: ReturnType<typeof setInterval> | undefined;
watch(() => session.standing === 'in' && may('dialogue.read') && may('guide.read'), (isWatched) => {
  clearInterval(asking);
  if (!isWatched) return;
  void look();
  asking = setInterval(() => void look(), EVERY_MS);
}, { immediate: true });
