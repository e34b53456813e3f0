import { afterEach, describe, expect, it } from 'vitest';

import type { Guide } from '@/api/site';
import { current, guide, isWanted, standing } from '@/start/guide';

const begun = (more: Partial<Guide> = {}): Guide => ({
  wanted: true, steps: {}, first_run: true, named: false, halls: 0, open_halls: 0, exhibits: 0, scene: { step: 'idle', done: 0, of: 0 }, ...more,
});
afterEach(() => (guide.value = null));

describe('the first-run guide', () => {
  it('begins with the account, and goes on where one left it', () => {
    expect(current(begun())).toBe('account');
    expect(current(begun({ first_run: false, steps: { name: 'done', languages: 'skipped' } }))).toBe('scene');
    expect(current(begun({ first_run: false, halls: 2, steps: { name: 'done', languages: 'done', exhibit: 'skipped', invite: 'done' } }))).toBe('open');
  });

  it('counts what was done elsewhere', () => {
    expect([standing('account', begun({ first_run: false })), standing('scene', begun({ halls: 1 }))]).toEqual(['done', 'done']);
    expect([standing('name', begun({ steps: { name: 'skipped' } })), standing('open', begun())]).toEqual(['skipped', 'open']);
  });

  it('stands in the rail while it is wanted or under way, and not after', () => {
    expect(isWanted.value).toBe(false);
    guide.value = begun();
    expect(isWanted.value).toBe(true);
    guide.value = begun({ wanted: false, steps: { name: 'done' } });
    expect(isWanted.value).toBe(true);
    guide.value = begun({ wanted: false, steps: { name: 'done', finished: 'done' } });
    expect(isWanted.value).toBe(false);
    guide.value = begun({ wanted: false });
    expect(isWanted.value).toBe(false);
  });
});
