/** Who is at the desk, which park it is, and whether the server answers. */

import { computed, reactive } from 'vue';

import { onAnswer } from '@/api/http';
import { endSession, getPark, getSession, keyOf, openSession } from '@/api/park';
import type { HallSummary, Localised, Park } from '@/api/types';

export type Standing = 'asking' | 'out' | 'ended' | 'in' | 'unreached';

const PROBE_MS = 3000;

export const session = reactive({
  standing: 'asking' as Standing,
  /** The server does not answer just now. */
  away: false,
  park: null as Park | null,
});

let probing: ReturnType<typeof setTimeout> | null = null;

onAnswer((error) => {
  if (error === null) settle();
  else if (error.status === 401 && session.standing === 'in') session.standing = 'ended';
  else if (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504) lose();
});

function settle(): void {
  session.away = false;
  if (probing) clearTimeout(probing);
  probing = null;
}

/** Ask again and again until the server is back. */
function lose(): void {
  session.away = true;
  if (session.standing === 'asking') session.standing = 'unreached';
  if (probing) return;
  probing = setTimeout(() => {
    probing = null;
    void enter();
  }, PROBE_MS);
}

/** Find out who one is, and about the park. */
export async function enter(): Promise<void> {
  try {
    const { role } = await getSession();
    if (role !== 'operator') session.standing = session.standing === 'in' || session.standing === 'ended' ? 'ended' : 'out';
    else {
      session.park = await getPark();
      session.standing = 'in';
    }
  } catch {
    lose();
  }
}

/** Sign in with a one-time link, or the secret in it. Throws ApiError. */
export async function signIn(pasted: string): Promise<void> {
  await openSession(keyOf(pasted));
  await enter();
}

export async function signOut(): Promise<void> {
  await endSession();
  session.standing = 'out';
}

export const halls = computed((): HallSummary[] => session.park?.halls ?? []);
export const hallName = (id: string): Localised =>
  halls.value.find((hall) => hall.id === id)?.name ?? { zh: id, en: id };
