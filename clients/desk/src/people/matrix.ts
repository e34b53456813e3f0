/** The policy table as a page shows it: actions in groups, found by words, for one role or all. */

import type { Policy } from '@/api/people';

export type Reach = 'all' | 'own' | null;
type Action = Policy['actions'][number];

/** Which heading an action stands under; the first part of its name decides. */
const GROUPS: Record<string, string[]> = {
  park: ['park', 'hall', 'asset', 'scene', 'draft', 'version'],
  content: ['upload', 'job', 'exhibit', 'media', 'storage'],
  people: ['session', 'account', 'pairing', 'ticket', 'link', 'people', 'key'],
  visitors: ['presence', 'visitor', 'report', 'block'],
  work: ['overview', 'inbox', 'statistics', 'table', 'site', 'consent', 'settings', 'webhook', 'notice'],
  records: ['audit', 'privacy', 'figures', 'metrics', 'server'],
};
export const GROUP_NAMES = ['park', 'content', 'people', 'visitors', 'work', 'records'] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

export const groupOf = (action: string): GroupName =>
  GROUP_NAMES.find((name) => GROUPS[name]!.includes(action.split('.')[0]!)) ?? 'work';

export const reachOf = (action: Action, role: string): Reach => action.reach[role] ?? null;

export interface Wanted {
  text: string;
  /** What this role may do; empty: every action. */
  role: string;
}

export function grouped(policy: Policy, { text, role }: Wanted): { name: GroupName; actions: Action[] }[] {
  const asked = text.trim().toLocaleLowerCase();
  const fits = (action: Action): boolean =>
    (!role || reachOf(action, role) !== null) && (!asked || [action.id, action.zh, action.en].some((one) => one.toLocaleLowerCase().includes(asked)));
  return GROUP_NAMES.map((name) => ({ name, actions: policy.actions.filter((action) => groupOf(action.id) === name && fits(action)) })).filter(({ actions }) => actions.length > 0);
}
