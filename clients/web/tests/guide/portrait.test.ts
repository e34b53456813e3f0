import { expect, it } from 'vitest';

import { mouthPath } from '../../src/guide/portrait';

/** How high and how wide a mouth is drawn. */
function size(path: string): { wide: number; high: number } {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
  return { wide: Math.max(...xs) - Math.min(...xs), high: Math.max(...ys) - Math.min(...ys) };
}

it('opens wide for aa, is round for ou, broad for ee, shut for silence', () => {
  const [aa, ou, ee, sil] = (['aa', 'ou', 'ee', 'sil'] as const).map((shape) => size(mouthPath(shape, 1)));
  expect(aa!.high).toBeGreaterThan(ee!.high);
  expect(ou!.wide).toBeLessThan(sil!.wide);
  expect(ee!.wide).toBeGreaterThan(aa!.wide);
  expect(sil!.high).toBeLessThan(ou!.high);
});

it('is shut where nothing is said, however odd the weight', () => {
  expect(mouthPath('aa', 0)).toBe(mouthPath('sil', 0));
  expect(mouthPath('aa', 7)).toBe(mouthPath('aa', 1));
});
