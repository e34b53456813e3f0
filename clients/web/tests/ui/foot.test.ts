import { put, storage } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { remember } from '../../src/memory';
import { agree, footOf, hasAgreed, terms } from '../../src/ui/foot';

const asked: { path: string; body: Record<string, unknown> }[] = [];

beforeEach(() => {
  storage.clear();
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string, init: { body: string }) => {
    asked.push({ path, body: JSON.parse(init.body) as Record<string, unknown> });
    return Promise.resolve();
  });
});

describe('a page without a foot', () => {
  it('has nothing to agree to and nothing to show', () => {
    expect([hasAgreed(), footOf(), terms()]).toEqual([true, [], []]);
    agree();
    expect(asked).toEqual([]);
  });
});

describe('documents in force', () => {
  it('are agreed to once, under a secret of this browser', () => {
    put('footer', 'foot').dataset['documents'] = 'privacy:1 terms:2';
    expect(hasAgreed()).toBe(false);
    agree();
    agree();
    expect(hasAgreed()).toBe(true);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: '/api/v1/consents', body: { purpose: 'terms', document: 'privacy:1 terms:2', given: true } });
    expect(String(asked[0]!.body['visitor'])).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are asked about again when they have changed, by the same browser', () => {
    remember('agreed', 'privacy:0 terms:0');
    remember('visitor', 'a'.repeat(32));
    expect(hasAgreed()).toBe(false);
    agree();
    expect(asked[0]!.body['visitor']).toBe('a'.repeat(32));
  });
});
