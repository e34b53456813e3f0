import { describe, expect, it } from 'vitest';

import { lines } from '@/records/sides';

describe('what an act changed', () => {
  it('sets values of the same place beside each other', () => {
    expect(lines({ state: 'closed', name: { zh: '甲', en: 'A' } }, { state: 'open', name: { zh: '甲', en: 'A' } })).toEqual([
      { path: 'state', before: 'closed', after: 'open', changed: true },
      { path: 'name.zh', before: '甲', after: '甲', changed: false },
      { path: 'name.en', before: 'A', after: 'A', changed: false },
    ]);
  });

  it('reads operations of a patch by their own paths', () => {
    const before = { layer: 'published', ops: [{ op: 'set', path: '/nodes/a/translation', value: [0, 0, 0] }] };
    const after = { layer: 'published', ops: [{ op: 'set', path: '/nodes/a/translation', value: [1, 0, 2] }] };
    expect(lines(before, after)[1]).toEqual({ path: '/nodes/a/translation', before: '[0,0,0]', after: '[1,0,2]', changed: true });
    expect(lines({ ops: [{ op: 'remove', path: '/nodes/b' }] }, null)).toEqual([{ path: '/nodes/b', before: '− remove', after: null, changed: true }]);
  });

  it('shows what only one side has, lists of numbers as one value, and nothing of nothing', () => {
    expect(lines(null, { grants: [{ role: 'clerk' }], at: [1, 2] })).toEqual([
      { path: 'grants.1.role', before: null, after: 'clerk', changed: true },
      { path: 'at', before: null, after: '[1,2]', changed: true },
    ]);
    expect(lines(null, null)).toEqual([]);
    expect(lines('a', 'b')).toEqual([{ path: '·', before: 'a', after: 'b', changed: true }]);
  });

  it('bounds what is long', () => {
    expect(lines(null, { text: 'x'.repeat(1000) })[0]!.after!.length).toBeLessThan(500);
    expect(lines(null, Array.from({ length: 999 }, (_, n) => ({ n }))).length).toBeLessThan(201);
  });
});
