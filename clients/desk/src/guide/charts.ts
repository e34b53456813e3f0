/** What the charts about guides say, as ECharts takes it. */

import type { EChartsCoreOption } from 'echarts/core';

import type { GuideDay } from '@/api/guides';
import { INK, LINE, shared, tooltip } from '@/overview/charts/options';

/** How an answer ended, as the bars stack it. */
export const OUTCOMES = ['answered', 'vague', 'unknown', 'refused', 'small_talk', 'cut'] as const;
export type Outcome = (typeof OUTCOMES)[number];
const COLOURS: Record<Outcome, string> = { answered: '#1f5a41', vague: '#8fac9f', unknown: '#cf9a62', refused: '#a33a24', small_talk: '#5b8aa6', cut: '#b9c2bc' };

/** Days on which anything was asked. */
export const asked = (days: readonly GuideDay[]): GuideDay[] => days.filter((day) => OUTCOMES.some((one) => day[one] > 0));

/** Questions day by day, by how their answers ended. */
export function daysOption(days: readonly GuideDay[], dayName: (at: number) => string, outcomeName: (one: Outcome) => string): EChartsCoreOption {
  return {
    ...shared(), tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { type: 'scroll', bottom: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: INK } },
    grid: { left: 4, right: 8, top: 14, bottom: 34, containLabel: true },
    xAxis: { type: 'category', data: days.map(({ at }) => dayName(at)), axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK } },
    series: OUTCOMES.map((one) => ({
      type: 'bar', name: outcomeName(one), stack: 'asked', barMaxWidth: 26, data: days.map((day) => day[one]), itemStyle: { color: COLOURS[one] },
    })),
  };
}
