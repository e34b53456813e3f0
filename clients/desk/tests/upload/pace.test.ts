import { describe, expect, it } from 'vitest';

import { Pace } from '@/upload/pace';

describe('pace', () => {
  it('knows nothing before two marks', () => {
    const pace = new Pace();
    pace.note(100, 0);
    expect([pace.speed, pace.left(100)]).toEqual([0, null]);
  });

  it('tells bytes a second, and what is left', () => {
    const pace = new Pace();
    pace.note(0, 0);
    pace.note(5000, 1000);
    expect([pace.speed, pace.left(10_000)]).toEqual([5000, 2]);
  });

  it('forgets what is long past', () => {
    const pace = new Pace();
    for (let second = 0; second <= 20; second++) pace.note(second < 10 ? second * 1000 : 10_000 + (second - 10) * 100, second * 1000);
    expect(pace.speed).toBe(100);
  });

  it('begins anew after a pause, and when less is there than before', () => {
    const pace = new Pace();
    pace.note(5000, 0);
    pace.note(9000, 1000);
    pace.note(2000, 2000);
    expect(pace.speed).toBe(0);
    pace.note(3000, 3000);
    expect(pace.speed).toBe(1000);
    pace.reset();
    expect(pace.speed).toBe(0);
  });
});
