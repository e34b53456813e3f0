/** How the tests of a guide stand. */

import type { GuideTest, RunSum } from '@/api/guides';

export const VIEWS = ['all', 'failed', 'passed', 'new'] as const;
export type View = (typeof VIEWS)[number];
const MOST_BARS = 24;

const viewOf = ({ last }: GuideTest): Exclude<View, 'all'> => (last ? (last.passed ? 'passed' : 'failed') : 'new');
const RANK = { failed: 0, new: 1, passed: 2 } as const;

export const countsOf = (tests: readonly GuideTest[]): Record<View, number> & { run: number } => {
  const of = (view: View): number => tests.filter((one) => viewOf(one) === view).length;
  const [failed, passed] = [of('failed'), of('passed')];
  return { all: tests.length, failed, passed, new: of('new'), run: failed + passed };
};

/** Those of a view, what failed first. */
export const sorted = (tests: readonly GuideTest[], view: View): GuideTest[] =>
  tests.filter((one) => view === 'all' || viewOf(one) === view).sort((a, b) => RANK[viewOf(a)] - RANK[viewOf(b)]);

/** The latest runs, the oldest first, each with the share that passed. */
export const barsOf = (runs: readonly RunSum[]): (RunSum & { share: number })[] =>
  runs.filter(({ passed, failed }) => passed + failed > 0).slice(-MOST_BARS).map((run) => ({ ...run, share: run.passed / (run.passed + run.failed) }));
