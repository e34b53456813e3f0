/** Who is at the desk, which park it is, and whether the server answers. */

import { computed, reactive } from 'vue';

import { remember } from '@web/memory';

import { type Entered, isStep, type Step } from '@/api/door';
import { onForgery, setForgery } from '@/api/forgery';
import { onAnswer } from '@/api/http';
import { endSession, getPark, getSession, keyOf, openSession } from '@/api/park';
import type { HallSummary, Localised, OwnAccount, Park } from '@/api/types';

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
  /** One's own account; null for whoever came by a one-time link. */
  account: null as OwnAccount | null,
  /** Nobody has an operator's account yet. */
  first: false,
  /** A second factor that is due before one is in. */
  step: null as Step | null,
});

/** Whether one may do something at least; the server is asked again about each thing. */
export const may = (action: string): boolean => session.may.has(action);

/** Whether one has to set up a second factor before anything else. */
export const mustSecure = computed(() => session.account?.must_secure === true);

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
    await know();
    if (session.id === 'visitor') session.standing = session.standing === 'in' || session.standing === 'ended' ? 'ended' : 'out';
    else {
      if (session.account) remember('account', '1');
      session.park = await getPark();
      session.standing = 'in';
    }
  } catch {
    lose();
  }
}

async function know(): Promise<void> {
  const { id, name, role, may: actions, csrf, account, first_run: first } = await getSession();
  setForgery(csrf ?? '');
  Object.assign(session, { id, name, role, may: new Set(actions), account: account ?? null, first: first ?? false });
}
onForgery(know);

/** Sign in with a one-time link, or the secret in it. Throws ApiError. */
export async function signIn(pasted: string): Promise<void> {
  await admit(await openSession(keyOf(pasted)));
}

/** The server let one in, or asks for a second factor first. */
export async function admit(entered: Entered): Promise<void> {
  session.step = isStep(entered) ? entered : null;
  if (!session.step) await enter();
}

export async function signOut(): Promise<void> {
  await endSession();
  setForgery('');
  Object.assign(session, { standing: 'out', account: null, step: null, id: '', may: new Set() });
}

export const halls = computed((): HallSummary[] => session.park?.halls ?? []);
export const hallName = (id: string): Localised =>
  halls.value.find((hall) => hall.id === id)?.name ?? { zh: id, en: id };
