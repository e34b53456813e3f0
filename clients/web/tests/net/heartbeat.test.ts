import { expect, test } from 'vitest';

import { Heartbeat } from '../../src/net/heartbeat';

test('a line that answers lives', () => {
  const heart = new Heartbeat();
  heart.begin(0);
  for (let now = 5000; now < 100_000; now += 5000) {
    expect(heart.beat(now)).toBe(true);
    heart.heard(now + 40);
  }
});

test('three pings into silence end it, and not before', () => {
  const heart = new Heartbeat();
  heart.begin(0);
  expect([5000, 10_000, 15_000, 20_000].map((now) => heart.beat(now))).toEqual([true, true, true, false]);
});

test('a minute between beats is sleep, not silence', () => {
  const heart = new Heartbeat();
  heart.begin(0);
  for (let now = 60_000; now < 600_000; now += 60_000) {
    expect(heart.beat(now)).toBe(true);
    heart.heard(now + 40);
  }
});
