/** What the charts say, as ECharts takes it. Words of tooltips are plain text: no page is made of them. */

import type { EChartsCoreOption } from 'echarts/core';

import type { Dwell, HeatAnswer, VisitsAnswer } from '@/api/overview';

import type { Plan, Point } from '../plan';

export const COLOURS = ['#1f5a41', '#b07a48', '#5b8aa6', '#8aa888', '#8d6a9f', '#c2a24a', '#4f6f7d', '#a3553c'];
const HEAT = ['#e6efe6', '#f2d9a0', '#e2a35d', '#c5673a', '#8e2f1e'];
export const INK = '#46574f';
export const LINE = 'rgba(22, 36, 30, 0.1)';

export const shared = (): EChartsCoreOption => ({
  animationDuration: 350, color: COLOURS, textStyle: { fontFamily: 'inherit', color: INK },
  aria: { enabled: true, decal: { show: false } },
});
export const tooltip = { renderMode: 'richText', confine: true, backgroundColor: '#1b2c25', borderWidth: 0, textStyle: { color: '#f2f5f0', fontSize: 13 } } as const;

export interface Bar {
  at: number;
  /** What stands below it. */
  name: string;
  /** Visits by hall; null where they are too few to be told. */
  halls: Record<string, number | null>;
}

/** Every step of the span, those without anybody too. */
export function barsOf(visits: VisitsAnswer, name: (at: number) => string): Bar[] {
  const found = new Map<number, Record<string, number | null>>();
  for (const { at, hall, visits: told } of visits.sums) found.set(at, { ...found.get(at), [hall]: told });
  const bars: Bar[] = [];
  for (let at = visits.since; at < visits.until; at += visits.step) bars.push({ at, name: name(at), halls: found.get(at) ?? {} });
  return bars;
}

/** Visits, one colour a hall, one bar a step. */
export function visitsOption(bars: readonly Bar[], halls: readonly { id: string; name: string }[]): EChartsCoreOption {
  const met = halls.filter(({ id }) => bars.some((bar) => bar.halls[id] !== undefined));
  return {
    ...shared(), tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { show: met.length > 1, type: 'scroll', bottom: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: INK } },
    grid: { left: 4, right: 8, top: 14, bottom: met.length > 1 ? 34 : 6, containLabel: true },
    xAxis: { type: 'category', data: bars.map(({ name }) => name), axisTick: { show: false }, axisLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK } },
    series: met.map(({ id, name }, index) => ({
      type: 'bar', name, stack: 'visits', barMaxWidth: 34, data: bars.map((bar) => bar.halls[id] ?? 0),
      itemStyle: { borderRadius: index === met.length - 1 ? [4, 4, 0, 0] : 0 },
    })),
  };
}

/** The exhibits looked at longest, the first on top. */
export function dwellOption(rows: readonly { name: string; minutes: number; told: string }[]): EChartsCoreOption {
  const up = rows.toReversed();
  return {
    ...shared(), tooltip: { ...tooltip, formatter: ({ dataIndex }: { dataIndex: number }) => up[dataIndex]?.told ?? '' },
    grid: { left: 4, right: 46, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', splitLine: { lineStyle: { color: LINE } }, axisLabel: { color: INK, hideOverlap: true } },
    yAxis: { type: 'category', data: up.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: '#16241e', width: 132, overflow: 'truncate' } },
    series: [{
      type: 'bar', barMaxWidth: 20, data: up.map(({ minutes }) => minutes), itemStyle: { borderRadius: [0, 6, 6, 0] },
      label: { show: true, position: 'right', color: INK, fontSize: 12 },
    }],
  };
}

/** What the longest told sums are: rows with a number, longest first. */
export function longest(dwell: Dwell, most: number): (Dwell['sums'][number] & { seconds: number })[] {
  const told = dwell.sums.filter((row): row is Dwell['sums'][number] & { seconds: number } => row.seconds !== null && row.seconds > 0);
  return told.sort((a, b) => b.seconds - a.seconds).slice(0, most);
}

interface Drawing {
  coord(point: Point): Point;
}

/** Where people stood, on the hall's floor; `width` and `height` are those of the canvas, pixels. */
export function heatOption(plan: Plan, heat: HeatAnswer, size: { width: number; height: number }, told: (seconds: number) => string): EChartsCoreOption {
  const [x, z, w, d] = plan.box;
  const scale = Math.min(size.width / w, size.height / d);
  const [left, top] = [(size.width - w * scale) / 2, (size.height - d * scale) / 2];
  const rings = plan.floors.flatMap(({ outline, holes }) => [{ points: outline, fill: '#fbfbf8' }, ...holes.map((points) => ({ points, fill: '#e7ebe3' }))]);
  const most = Math.max(1, ...heat.squares.map(({ seconds }) => Math.sqrt(seconds)));
  const shape = (points: readonly Point[], api: Drawing): Point[] => points.map((point) => api.coord(point));
  const corners = (sx: number, sz: number): Point[] => [[sx, sz], [sx + heat.size, sz], [sx + heat.size, sz + heat.size], [sx, sz + heat.size]];
  return {
    ...shared(), backgroundColor: '#e7ebe3', animation: false,
    tooltip: { ...tooltip, formatter: ({ value }: { value: number[] }) => (value.length > 3 ? told(value[3]!) : '') },
    grid: { left, top, width: w * scale, height: d * scale },
    xAxis: { type: 'value', min: x, max: x + w, show: false },
    yAxis: { type: 'value', min: z, max: z + d, inverse: true, show: false },
    visualMap: { show: false, min: 0, max: most, dimension: 2, seriesIndex: 1, inRange: { color: HEAT } },
    series: [
      {
        type: 'custom', silent: true, tooltip: { show: false }, data: rings.map(() => [x, z]),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Drawing) => ({
          type: 'polygon', shape: { points: shape(rings[dataIndex]!.points, api) }, style: { fill: rings[dataIndex]!.fill, stroke: '#cfd5cb' },
        }),
      },
      {
        type: 'custom', data: heat.squares.map((one) => [one.x, one.z, Math.sqrt(one.seconds), one.seconds]),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Drawing & { visual(name: string): string }) => {
          const one = heat.squares[dataIndex]!;
          return { type: 'polygon', shape: { points: shape(corners(one.x, one.z), api) }, style: { fill: api.visual('color'), opacity: 0.86 } };
        },
      },
      {
        type: 'custom', silent: true, tooltip: { show: false }, data: plan.exhibits.map(({ at }) => at),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Drawing) => {
          const one = plan.exhibits[dataIndex]!;
          const [cx, cy] = api.coord(one.at);
          return { type: 'circle', shape: { cx, cy, r: Math.max(2, one.radius * scale) }, style: { fill: 'transparent', stroke: '#1f5a41', lineWidth: 1.5 } };
        },
      },
    ],
  };
}
