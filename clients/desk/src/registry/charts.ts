/** What the charts of the registry desk say, as ECharts takes it. */

import type { EChartsCoreOption } from 'echarts/core';

import type { DeskPace, Numbers, State } from '@/api/registry';
import { INK, LINE, shared, tooltip } from '@/overview/charts/options';

/** How far applications come: each stage holds those that are there and those that have passed it. */
export const STAGES = [
  { name: 'begun', states: ['draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'awaiting_licence', 'active', 'suspended', 'exiting', 'closed', 'rejected'] },
  { name: 'submitted', states: ['submitted', 'in_review', 'changes_requested', 'approved', 'awaiting_licence', 'active', 'suspended', 'exiting', 'closed', 'rejected'] },
  { name: 'approved', states: ['approved', 'awaiting_licence', 'active', 'suspended', 'exiting', 'closed'] },
  { name: 'moved', states: ['active', 'suspended', 'exiting', 'closed'] },
  { name: 'here', states: ['active', 'suspended', 'exiting'] },
] as const satisfies readonly { name: string; states: readonly State[] }[];
export type Stage = (typeof STAGES)[number]['name'];

/** How many came to each stage. Those withdrawn or lapsed are left out: it is not known how far they came. */
export const funnel = (states: Numbers['states']): { name: Stage; count: number }[] =>
  STAGES.map(({ name, states: of }) => ({ name, count: of.reduce((sum, state) => sum + (states[state] ?? 0), 0) }));

/** The largest groups; the others in one. */
export function largest(groups: Readonly<Record<string, number>>, most: number): { code: string; count: number }[] {
  const sorted = Object.entries(groups).map(([code, count]) => ({ code, count })).filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const rest = sorted.slice(most).reduce((sum, { count }) => sum + count, 0);
  return rest ? [...sorted.slice(0, most), { code: '', count: rest }] : sorted;
}

/** Bars that lie, the first on top. */
export function lyingOption(rows: readonly { name: string; count: number }[], colour: string): EChartsCoreOption {
  const up = rows.toReversed();
  return {
    ...shared(), tooltip: { ...tooltip, formatter: ({ dataIndex }: { dataIndex: number }) => `${up[dataIndex]?.name ?? ''} ${up[dataIndex]?.count ?? 0}` },
    grid: { left: 4, right: 46, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK } },
    yAxis: { type: 'category', data: up.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: '#16241e', width: 150, overflow: 'truncate' } },
    series: [{ type: 'bar', barMaxWidth: 24, data: up.map(({ count }) => count), itemStyle: { color: colour, borderRadius: [0, 6, 6, 0] }, label: { show: true, position: 'right', color: INK, fontSize: 12 } }],
  };
}

export const DEEDS = ['submitted', 'approved', 'returned', 'rejected'] as const;
const DEED_COLOURS: Record<(typeof DEEDS)[number], string> = { submitted: '#b9c8bd', approved: '#1f5a41', returned: '#cf9a62', rejected: '#a33a24' };

/** What came in and what was answered, day by day. */
export function paceOption(days: DeskPace['days'], dayName: (at: number) => string, deedName: (deed: (typeof DEEDS)[number]) => string): EChartsCoreOption {
  return {
    ...shared(), tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { type: 'scroll', bottom: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: INK } },
    grid: { left: 4, right: 8, top: 14, bottom: 34, containLabel: true },
    xAxis: { type: 'category', data: days.map(({ at }) => dayName(at)), axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK } },
    series: DEEDS.map((deed) => ({
      type: 'bar', name: deedName(deed), stack: deed === 'submitted' ? 'in' : 'out', barMaxWidth: 18, data: days.map((day) => day[deed]),
      itemStyle: { color: DEED_COLOURS[deed], borderRadius: deed === 'submitted' || deed === 'rejected' ? [3, 3, 0, 0] : 0 },
    })),
  };
}
