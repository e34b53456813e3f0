/** Moments of the first view, milliseconds since navigation: for tests, benches and support. */

export type Mark = 'content' | 'open' | 'joined' | 'stage' | 'firstView' | 'loaded';

export const marks: Partial<Record<Mark, number>> = {};

/** Note a moment; only the first time counts. */
export function mark(name: Mark): void {
  if (marks[name] !== undefined) return;
  marks[name] = performance.now();
  performance.mark(`lingjing:${name}`);
}
