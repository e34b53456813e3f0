import { describe, expect, it } from 'vitest';

import type { Offer, Verb } from '@/api/registry';
import { actsOf, turnOf } from '@/registry/verbs';

const offer = (verb: Verb, allowed = true): Offer => ({ verb, allowed, why: [] });

describe('what the desk can do', () => {
  it('leaves the acts of the company and of time out', () => {
    const acts = actsOf('in_review', [offer('withdraw'), offer('reject'), offer('approve'), offer('expire')], 0);
    expect(acts.map(({ verb, first }) => [verb, first])).toEqual([['approve', true], ['reject', false]]);
  });

  it('puts asking for changes first once something is pinned', () => {
    const acts = actsOf('in_review', [offer('approve'), offer('request_changes')], 2);
    expect(acts.map(({ verb, first }) => [verb, first])).toEqual([['approve', false], ['request_changes', true]]);
  });

  it('puts nothing first that may not be done', () => {
    expect(actsOf('submitted', [offer('claim', false)], 0)[0]?.first).toBe(false);
  });

  it('knows whose turn it is', () => {
    expect([turnOf('submitted'), turnOf('approved'), turnOf('active')]).toEqual(['desk', 'company', 'nobody']);
  });
});
