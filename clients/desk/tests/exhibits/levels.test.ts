import { expect, it } from 'vitest';

import { namedLevels } from '@/exhibits/levels';

import { finding, revision } from '../make';

it('names levels as the pipeline does, with gaps for those that were held back', () => {
  expect(namedLevels(revision(1)).map(({ name }) => name)).toEqual(['L0', 'L1', 'L2', 'L3']);
  const some = revision(1, { blocked: [{ level: 2, findings: [finding('LOST')] }] });
  some.model.levels.splice(2, 1);
  expect(namedLevels(some).map(({ name, index }) => [name, index])).toEqual([['L0', 0], ['L1', 1], ['L3', 2]]);
});
