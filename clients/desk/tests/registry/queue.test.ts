import { describe, expect, it } from 'vitest';

import { asked, byDue, fromQuery, stepped, sumOf, toQuery, WANTED } from '@/registry/queue';

import { row } from './make';

describe('the queue', () => {
  it('keeps what one looks at in the address, and only what differs', () => {
    expect(toQuery(WANTED)).toEqual({});
    const wanted = { view: 'theirs', state: 'awaiting_licence', flag: 'overdue', mine: true, text: ' 云 ' } as const;
    expect(toQuery(wanted)).toEqual({ view: 'theirs', state: 'awaiting_licence', flag: 'overdue', mine: '1', q: '云' });
    expect(fromQuery(toQuery(wanted))).toEqual({ ...wanted, text: '云' });
  });

  it('passes over what nobody knows, and states of another view', () => {
    expect(fromQuery({ view: 'none', state: 'active', flag: 'x', mine: 'yes', q: ['a', 'b'] })).toEqual(WANTED);
  });

  it('asks for all states of a view, or for one', () => {
    expect(asked(WANTED)).toEqual({ state: 'submitted,in_review' });
    expect(asked({ ...WANTED, state: 'submitted', mine: true })).toEqual({ state: 'submitted', mine: '1' });
  });

  it('counts a view', () => {
    expect(sumOf({ submitted: 3, in_review: 2, active: 9 }, 'todo')).toBe(5);
    expect(sumOf({}, 'ended')).toBe(0);
  });

  it('puts what is due first on top, and what is not due by its news', () => {
    const rows = [row('a', { due: null, updated: 1 }), row('b', { due: 20 }), row('c', { due: 10 }), row('d', { due: null, updated: 5 })];
    expect(byDue(rows).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('walks by keys and stays within', () => {
    expect([stepped(['a', 'b'], null, 1), stepped(['a', 'b'], null, -1), stepped(['a', 'b'], 'b', 1), stepped(['a', 'b'], 'b', -1)]).toEqual(['a', 'b', 'b', 'a']);
    expect([stepped([], 'a', 1), stepped(['a', 'b'], 'gone', 1)]).toEqual([null, 'a']);
  });
});
