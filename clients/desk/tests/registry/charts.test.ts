import { describe, expect, it } from 'vitest';

import { funnel, largest, lyingOption, paceOption } from '@/registry/charts';

describe('numbers of the registry', () => {
  it('counts who came to each stage, and never more than came before', () => {
    const found = funnel({ draft: 2, submitted: 1, in_review: 1, rejected: 1, approved: 1, active: 3, closed: 1, withdrawn: 5 });
    expect(found).toEqual([
      { name: 'begun', count: 10 }, { name: 'submitted', count: 8 }, { name: 'approved', count: 5 }, { name: 'moved', count: 4 }, { name: 'here', count: 3 },
    ]);
    expect(funnel({}).every(({ count }) => count === 0)).toBe(true);
  });

  it('shows the largest groups and puts the rest together', () => {
    expect(largest({ 65: 3, 64: 5, 39: 1, 71: 1, 72: 0 }, 2)).toEqual([{ code: '64', count: 5 }, { code: '65', count: 3 }, { code: '', count: 2 }]);
    expect(largest({ 65: 1 }, 2)).toEqual([{ code: '65', count: 1 }]);
  });

  it('lays the first bar on top', () => {
    const { yAxis } = lyingOption([{ name: 'a', count: 2 }, { name: 'b', count: 1 }], '#000') as { yAxis: { data: string[] } };
    expect(yAxis.data).toEqual(['b', 'a']);
  });

  it('draws what came in beside what was answered', () => {
    const { series } = paceOption([{ at: 0, submitted: 2, approved: 1, returned: 0, rejected: 1 }], String, (deed) => deed) as { series: { stack: string; data: number[] }[] };
    expect(series.map(({ stack, data }) => [stack, data[0]])).toEqual([['in', 2], ['out', 1], ['out', 0], ['out', 1]]);
  });
});
