import { describe, expect, it } from 'vitest';

import { areBounds, dayOf, daysBetween, standingOf } from '@/guide/validity';

describe('whether a document holds', () => {
  it('is told by its bounds, both included', () => {
    const day = '2026-11-20';
    expect(standingOf({}, day)).toBe('in_force');
    expect(standingOf({ valid_until: '2026-11-19' }, day)).toBe('expired');
    expect(standingOf({ valid_until: '2026-11-20' }, day)).toBe('soon');
    expect(standingOf({ valid_until: '2026-12-20' }, day)).toBe('soon');
    expect(standingOf({ valid_until: '2026-12-21' }, day)).toBe('in_force');
    expect(standingOf({ valid_from: '2026-11-21' }, day)).toBe('not_yet');
    expect(standingOf({ valid_from: '2026-11-20' }, day)).toBe('in_force');
  });

  it('goes by the days of China', () => {
    expect(dayOf(Date.parse('2026-11-19T16:30:00Z') / 1000)).toBe('2026-11-20');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
  });

  it('cannot end before it begins', () => {
    expect(areBounds({ valid_from: '2026-02-01', valid_until: '2026-01-31' })).toBe(false);
    expect(areBounds({ valid_from: '2026-02-01', valid_until: null })).toBe(true);
  });
});
