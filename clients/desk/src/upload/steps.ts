/** The server's steps of a job as a person follows them. */

import type { Job, JobKind, JobStep, StepState } from '@/api/types';
import { MEDIA_STEPS, STEPS } from '@/api/types';
import { type Key, t, words } from '@/i18n';

export interface Stage {
  name: string;
  title: string;
  state: StepState;
  /** 0 to 1 within the step. */
  progress: number;
  seconds: number | null;
  words: string;
}

const MISSING: Omit<JobStep, 'name'> = { state: 'waiting', progress: 0, seconds: null, words: { zh: '', en: '' } };

/** Every step in its order, those too that the server has not spoken of yet. */
export function stages(job: Job | null, kind: JobKind = 'exhibit'): Stage[] {
  const told = new Map((job?.steps ?? []).map((step) => [step.name, step]));
  return (kind === 'media' ? MEDIA_STEPS : STEPS).map((name) => {
    const step = told.get(name) ?? { ...MISSING, name };
    const { state, progress, seconds } = step;
    return { name, title: t(`step.${name}` as Key), state, progress, seconds, words: words(step.words) };
  });
}

/** The step to speak of: the one that failed, the one that runs, else the last that is done. */
export function current(all: readonly Stage[]): Stage | null {
  const of = (state: StepState): Stage | undefined => all.find((stage) => stage.state === state);
  return of('failed') ?? of('running') ?? all.findLast(({ state }) => state === 'done') ?? null;
}

/** What is said of a step: while it runs, what it is there for; afterwards how the server says it went. */
export const sentence = (stage: Stage): string =>
  (stage.state !== 'running' && stage.words) || t(`step.${stage.name}.text` as Key);
