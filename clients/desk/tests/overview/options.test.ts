import { expect, it } from 'vitest';

import { barsOf, dwellOption, heatOption, longest, visitsOption } from '@/overview/charts/options';
import type { Plan } from '@/overview/plan';

const VISITS = {
  since: 0, until: 3 * 3600, step: 3600, least: 5, total: 10,
  sums: [{ at: 3600, hall: 'gallery', visits: 10, seconds: 600 }, { at: 7200, hall: 'gallery', visits: null, seconds: null }],
};

it('has a bar for every step, those without anybody too', () => {
  const bars = barsOf(VISITS, String);
  expect(bars.map(({ halls }) => halls['gallery'])).toEqual([undefined, 10, null]);
  const drawn = visitsOption(bars, [{ id: 'gallery', name: 'G' }, { id: 'yard', name: 'Y' }]) as { series: { data: number[] }[] };
  expect(drawn.series.map(({ data }) => data)).toEqual([[0, 10, 0]]);
});

it('leaves out what may not be told, longest first', () => {
  const row = (node: string, seconds: number | null) => ({ hall: 'g', node, exhibit: null, title: { zh: node, en: node }, visits: seconds, seconds, mean: null });
  const dwell = { since: 0, until: 1, least: 5, sums: [row('a', 10), row('b', null), row('c', 30), row('d', 0)] };
  expect(longest(dwell, 5).map(({ node }) => node)).toEqual(['c', 'a']);
  const drawn = dwellOption([{ name: 'c', minutes: 2, told: '' }, { name: 'a', minutes: 1, told: '' }]) as { yAxis: { data: string[] } };
  expect(drawn.yAxis.data).toEqual(['a', 'c']);
});

it('keeps a metre a metre, both ways', () => {
  const plan: Plan = { hall: 'g', outdoor: false, box: [0, 0, 20, 10], floors: [{ outline: [[0, 0], [20, 0], [20, 10]], holes: [[[1, 1], [2, 1], [2, 2]]] }], exhibits: [], portals: [] };
  const heat = { hall: 'g', since: 0, until: 1, size: 1, least: 5, squares: [{ x: 0, z: 0, seconds: 100 }] };
  const { grid, series } = heatOption(plan, heat, { width: 400, height: 400 }, String) as { grid: Record<string, number>; series: { data: unknown[] }[] };
  expect(grid).toEqual({ left: 0, top: 100, width: 400, height: 200 });
  expect(series.map(({ data }) => data.length)).toEqual([2, 1, 0]);
});
