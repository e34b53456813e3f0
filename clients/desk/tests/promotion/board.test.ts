import { describe, expect, it } from 'vitest';

import type { Lead } from '@/api/promotion';
import { asksFor, columnsOf, finding } from '@/promotion/board';

const lead = (id: string, more: Partial<Lead> = {}): Lead => ({
  id, version: 1, state: 'new', furthest: 'new', name: '王芳', phone: '+8613800138000', email: '', company: '晨光精密', wants: '', source: 'unit', source_ref: '', source_title: {},
  lang: 'zh-CN', owner: '', owner_name: '', account: '', next_at: null, overdue: false, reason: '', application: '', created: 1, changed: 1, expires: 9,
  moves: [{ state: 'contacted', asks: '' }, { state: 'lost', asks: 'reason' }], ...more,
});

describe('the board', () => {
  it('has a column for every state, what is due first on top', () => {
    const columns = columnsOf([lead('a', { changed: 5 }), lead('b', { next_at: 9 }), lead('c', { changed: 7 }), lead('d', { state: 'lost' })]);
    expect(columns.map(({ state }) => state)).toEqual(['new', 'contacted', 'visited', 'negotiating', 'signed', 'landed', 'lost']);
    expect(columns[0]!.leads.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(columns[6]!.leads.map(({ id }) => id)).toEqual(['d']);
  });

  it('knows where a card may go and what that asks for', () => {
    expect(asksFor(lead('a'), 'contacted')).toBe('');
    expect(asksFor(lead('a'), 'lost')).toBe('reason');
    expect(asksFor(lead('a'), 'signed')).toBeNull();
  });

  it('is searched by whatever is known', () => {
    const leads = [lead('a'), lead('b', { name: 'Ada', company: '' })];
    expect(finding(leads, ' ada ').map(({ id }) => id)).toEqual(['b']);
    expect(finding(leads, '晨光').map(({ id }) => id)).toEqual(['a']);
    expect(finding(leads, '')).toHaveLength(2);
  });
});
