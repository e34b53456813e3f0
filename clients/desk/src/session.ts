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
  /** Who one is, and what one may do to something at least. */
  id: '',
  name: '',
  role: 'visitor',
  may: new Set<string>(),
});

/** Whether one may do something at least; the server is asked again about each thing. */
export const may = (action: string): boolean => session.may.has(action);

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
    const { id, name, role, may: actions } = await getSession();
    [session.id, session.name, session.role, session.may] = [id, name, role, new Set(actions)];
    if (id === 'visitor') session.standing = session.standing === 'in' || session.standing === 'ended' ? 'ended' : 'out';
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
