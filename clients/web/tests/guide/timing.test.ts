import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Beginnings, clauseAt, endOf, heardOf, heardText, type Mark, mouthAt, startsIn } from '../../src/guide/timing';
import { sayOf } from './samples';

const SAID = [sayOf({ n: 0, at: 100, ms: 2000 }), sayOf({ n: 1, at: 102.1, ms: 1000 }), sayOf({ n: 2, at: 103.2, ms: 3000 })];

describe('how much was heard', () => {
  it.each([
    [99, 0, 0], [101, 0, 1000], [102.05, 1, 0], [102.6, 1, 500], [103.15, 2, 0], [104.2, 2, 1000], [110, 3, 0],
  ])('at %f s: %i clauses and %i ms of the next', (now, heard, ms) => {
    expect(heardOf(SAID, now)).toEqual({ heard, ms });
  });

  it('nothing said is nothing heard', () => expect(heardOf([], 5)).toEqual({ heard: 0, ms: 0 }));

  it('grows with time and never beyond the clause', () => fc.assert(fc.property(
    fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 8 }), fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }),
    (lengths, now, later) => {
      let at = 0;
      const said = lengths.map((ms, n) => {
        const clause = { n, at, ms };
        at = endOf(clause) + 0.1;
        return clause;
      });
      const [before, after] = [heardOf(said, now), heardOf(said, now + later)];
      expect(after.heard).toBeGreaterThanOrEqual(before.heard);
      if (after.heard === before.heard) expect(after.ms).toBeGreaterThanOrEqual(before.ms);
      expect(before.ms).toBeLessThanOrEqual(said[before.heard]?.ms ?? 0);
    })));
});

it('a part of a text is heard in whole letters', () => {
  expect(heardText('二号楼租金', 1000, 2000)).toBe('二号');
  expect([heardText('𠀀字', 500, 1000), heardText('字', -5, 100), heardText('字', 500, 0)]).toEqual(['𠀀', '', '字']);
});

it('a clause begins at its moment of the server’s clock', () => {
  expect(startsIn({ at: 101 }, 100)).toBe(1000);
  expect(startsIn({ at: 99.5 }, 100)).toBe(-500);
});

it('begins once: sound and mouth keep together though the clock is known better later', () => {
  let [server, now] = [99, 5000];
  const beginnings = new Beginnings(() => server, () => now), said = sayOf({ at: 100 });
  expect(beginnings.of(said)).toBe(6000);
  [server, now] = [99.3, 5200];
  expect([beginnings.of(said), beginnings.until(said)]).toEqual([6000, 800]);
  expect(beginnings.of(sayOf({ at: 100 }))).toBeCloseTo(5900, 6);
});

it('the clause that is being said is found', () => {
  expect(clauseAt(SAID, 102.5)?.n).toBe(1);
  expect([clauseAt(SAID, 102.05), clauseAt(SAID, 99), clauseAt([], 1)]).toEqual([null, null, null]);
});

describe('the mouth', () => {
  const marks: Mark[] = [[0, 'aa', 0.8], [120, 'oh', 0.6], [240, 'sil', 0]];
  it.each([[-1, 'sil', 0], [0, 'aa', 0.8], [119, 'aa', 0.8], [120, 'oh', 0.6], [999, 'sil', 0]])('at %i ms is %s, open %f', (ms, shape, weight) => {
    expect(mouthAt(marks, ms)).toEqual({ shape, weight });
  });
  it('without marks is shut', () => expect(mouthAt([], 50)).toEqual({ shape: 'sil', weight: 0 }));
});
