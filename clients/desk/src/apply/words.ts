/** States, steps and spans of time of an application in the reader's words. */

import type { Application, Case, Deadlines, FormAnswer, State } from '@/api/applications';
import { type Key, known, t, words } from '@/i18n';
import { lastDayName } from '@/ui/days';

import { PAPERS, REVIEW } from './form/steps';

/** States in which the applicant fills in. */
const OPEN = new Set<State>(['draft', 'changes_requested', 'awaiting_licence']);
export const isOpen = (state: State): boolean => OPEN.has(state);
const OVER = new Set<State>(['closed', 'rejected', 'withdrawn', 'expired']);
export const isOver = (state: State): boolean => OVER.has(state);
const RESIDENT = new Set<State>(['active', 'suspended', 'exiting']);
export const isResident = (state: State): boolean => RESIDENT.has(state);

/** How the step of a form is called. */
export function stepTitle(name: string, form: FormAnswer): string {
  if (name === PAPERS) return t('fill.papers');
  if (name === REVIEW) return t('fill.review');
  return words(form.groups.find((group) => group.name === name)?.label) || name;
}

/** How long a review takes, as the park promises it. */
export const howLong = (deadlines: Deadlines | null): string =>
  deadlines ? t('apply.fact.time.value', { n: deadlines.review_working_days }) : '…';

export interface Milestone {
  title: string;
  when: string;
  text: string;
}

/** The way from the first word to a booth, with what the park promises of each part. */
export function milestones(deadlines: Deadlines | null, which: Case): Milestone[] {
  if (!deadlines) return [];
  const { review_working_days: n, extra_working_days: more, draft_days: draft, hold_months: hold, term_months: term } = deadlines;
  const all: [string, Record<string, number>][] = [['fill', { draft }], ['review', { n, more }]];
  if (which === 'new_firm') all.push(['licence', { hold }]);
  all.push(['sign', {}], ['live', { term }]);
  return all.map(([name, params]) => ({ title: t(`apply.way.${name}` as Key), when: t(`apply.way.${name}.when` as Key, params), text: t(`apply.way.${name}.text` as Key, params) }));
}

export const stateName = (state: State): string => t(`stand.state.${state}` as Key);

/** Who is to act next. */
export type Turn = 'you' | 'park' | 'nobody';
const TURNS: Record<State, Turn> = {
  draft: 'you', submitted: 'park', in_review: 'park', changes_requested: 'you', approved: 'you', awaiting_licence: 'you', active: 'nobody', suspended: 'you',
  exiting: 'park', closed: 'nobody', rejected: 'nobody', withdrawn: 'nobody', expired: 'nobody',
};
/** A new firm that is approved before it has its licence waits for the park to hold its name. */
export const turnOf = ({ state, fields }: Pick<Application, 'state' | 'fields'>): Turn =>
  state === 'approved' && needsLicence(fields) ? 'park' : TURNS[state];
export const needsLicence = (fields: Application['fields']): boolean => fields['case'] === 'new_firm' && !fields['credit_code'];

/** Until when whoever is to act has time; null when there is no end. */
export function until({ state, deadlines }: Pick<Application, 'state' | 'deadlines'>): number | null {
  const { due, ends_at: ends, exit_at: exit } = deadlines;
  if (state === 'submitted' || state === 'in_review') return due ?? null;
  return (state === 'exiting' ? exit : ends) ?? null;
}

const DAY = 86_400;
/** Whole days until a moment; negative when it is past. */
export const daysLeft = (at: number, now = Date.now() / 1000): number => Math.floor((at - now) / DAY);

/** A day and how far away it is. A term ends at midnight: its last day is the one before. */
export function dayWords(at: number, now = Date.now() / 1000): string {
  const day = lastDayName(at, 'long');
  const left = daysLeft(at, now);
  if (left < 0) return t('stand.day.past', { day });
  return left === 0 ? t('stand.day.today', { day }) : t('stand.day.left', { day, n: left });
}

/** The stations of the way, and where an application is on it. */
export const STATIONS = ['fill', 'review', 'sign', 'live'] as const;
const AT: Record<State, number> = {
  draft: 0, submitted: 1, in_review: 1, changes_requested: 0, approved: 2, awaiting_licence: 2, active: 4, suspended: 3, exiting: 3, closed: 4, rejected: 1, withdrawn: 0, expired: 0,
};
export const stationOf = (state: State): number => AT[state];

/** What somebody did, in the words of the workflow. */
export function verbWords(verb: string): string {
  const key = `stand.did.${verb}`;
  return known(key) ? t(key) : verb;
}

/** What was written with a reason that stands: when an application was turned down, or a residence suspended. */
export const saidWith = ({ history }: Pick<Application, 'history'>): string =>
  history.filter(({ verb }) => verb === 'reject' || verb === 'suspend').toSorted((a, b) => b.at - a.at)[0]?.note ?? '';

export const nameOf = ({ fields }: Pick<Application, 'fields'>): string => String(fields['name'] ?? '') || t('stand.unnamed');
