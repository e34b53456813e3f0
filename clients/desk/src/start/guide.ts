/** The first-run guide: which steps there are, which are over, where one is. */

import { computed, ref } from 'vue';

import { getGuide, type Guide, noteStep, type StepName } from '@/api/site';
import { may, session } from '@/session';

export const STEPS = ['account', 'name', 'languages', 'scene', 'exhibit', 'invite', 'open'] as const;
export type Step = (typeof STEPS)[number];

export const guide = ref<Guide | null>(null);

/** What has been done counts, however it was done: an account elsewhere, a hall by the command line. */
export function standing(step: Step, now: Guide): 'done' | 'skipped' | 'open' {
  if (step === 'account' && !now.first_run) return 'done';
  if (step === 'scene' && now.halls > 0) return 'done';
  const noted = now.steps[step];
  return noted === 'done' || noted === 'skipped' ? noted : 'open';
}

/** The first step that is neither done nor passed over; the last one when all are. */
export const current = (now: Guide): Step => STEPS.find((step) => standing(step, now) === 'open') ?? 'open';

export const readGuide = async (): Promise<Guide> => (guide.value = await getGuide());

export async function note(step: StepName, how: 'done' | 'skipped'): Promise<void> {
  guide.value = await noteStep(step, how);
}

/** Whether the guide has a place in the rail: it is wanted, or begun and not over. */
export const isWanted = computed(() => {
  const now = guide.value;
  return now !== null && !('finished' in now.steps) && (now.wanted || Object.keys(now.steps).length > 0);
});

/** Whether somebody who has just come in should be led here. */
export async function shouldLead(): Promise<boolean> {
  if (session.standing !== 'in' || !may('site.edit')) return false;
  const now = await readGuide().catch(() => null);
  return now?.wanted === true;
}
