import { expect, it } from 'vitest';

import type { Policy } from '@/api/people';
import { grouped, groupOf, reachOf } from '@/people/matrix';

const action = (id: string, zh: string, reach: Record<string, 'all' | 'own'>) => ({ id, zh, en: id, reach });
const POLICY: Policy = {
  roles: [],
  actions: [action('exhibit.edit', '修改展品', { creator: 'own', manager: 'all' }), action('audit.read', '查看审计', { auditor: 'all' }), action('odd.thing', '别的', {})],
};

it('groups actions by what they are about', () => {
  expect(grouped(POLICY, { text: '', role: '' }).map(({ name }) => name)).toEqual(['content', 'work', 'records']);
  expect(groupOf('scene.edit')).toBe('park');
});

it('finds by words and by role', () => {
  expect(grouped(POLICY, { text: '展品', role: '' }).flatMap(({ actions }) => actions.map(({ id }) => id))).toEqual(['exhibit.edit']);
  expect(grouped(POLICY, { text: '', role: 'creator' })).toHaveLength(1);
  expect(grouped(POLICY, { text: 'AUDIT', role: 'creator' })).toEqual([]);
});

it('tells own from all from nothing', () => {
  const [edit] = POLICY.actions;
  expect([reachOf(edit!, 'creator'), reachOf(edit!, 'manager'), reachOf(edit!, 'visitor')]).toEqual(['own', 'all', null]);
});
