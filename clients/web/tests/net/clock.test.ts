import { expect, test } from 'vitest';

import { ServerClock } from '../../src/net/clock';

test('the quickest answer tells the time best', () => {
  const clock = new ServerClock();
  clock.greet(100, 0);
  clock.pong(1000, 1400, 101.3);
  clock.pong(2000, 2020, 102.01);
  expect(clock.rtt).toBe(20);
  expect(clock.seconds(3000)).toBeCloseTo(103, 6);
});

test('before any word it answers with its own clock', () => {
  expect(new ServerClock().seconds(5000)).toBe(5);
});
