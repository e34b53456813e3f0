import { expect, test } from 'vitest';

import { Strangers } from '../../src/net/strangers';

function meeting() {
  const due: (() => void)[] = [];
  const asked: number[][] = [];
  const strangers = new Strangers((_, fn) => due.push(fn), (ids) => asked.push(ids));
  return { asked, strangers, wait: () => due.splice(0).forEach((fn) => fn()) };
}

test('those met within a moment are asked about together', () => {
  const { asked, strangers, wait } = meeting();
  strangers.met([1, 2]);
  strangers.met([3]);
  wait();
  expect(asked).toEqual([[1, 2, 3]]);
});

test('a great crowd takes several questions', () => {
  const { asked, strangers, wait } = meeting();
  strangers.met(Array.from({ length: 1300 }, (_, i) => i));
  for (let i = 0; i < 5; i++) wait();
  expect(asked.map((ids) => ids.length)).toEqual([512, 512, 276]);
});

test('a broken line takes the questions with it', () => {
  const { asked, strangers } = meeting();
  strangers.met([1]);
  strangers.forget();
  strangers.met([2]);
  expect(asked).toEqual([]);
});
