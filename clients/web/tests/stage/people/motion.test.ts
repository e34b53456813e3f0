import { describe, expect, it } from 'vitest';

import { angleBetween, fitBody, moveBody, startMotion } from '../../../src/stage/people/motion';

describe('a body below its head', () => {
  it('takes the shorter way round', () => {
    expect(angleBetween(3, -3)).toBeCloseTo(2 * Math.PI - 6);
    expect(angleBetween(0.2, 0.1)).toBeCloseTo(-0.1);
  });

  it('follows a turn of the head and lags behind a glance', () => {
    const glance = startMotion(0, 0), turn = startMotion(0, 0);
    for (let t = 0; t < 0.3; t += 0.02) {
      moveBody(glance, 0.4, 0, 0, false, 0.02);
      moveBody(turn, 1.4, 0, 0, false, 0.02);
    }
    expect(glance.bodyYaw).toBeLessThan(0.2);
    expect(turn.bodyYaw).toBeGreaterThan(0.7);
  });

  it('turns at once when somebody teleports', () => {
    const motion = startMotion(0, 0);
    moveBody(motion, 2, 0, 1, false, 0.02);
    expect(motion.bodyYaw).toBe(2);
  });

  it('grows in and shrinks out', () => {
    const motion = startMotion(0, 0);
    for (let t = 0; t < 2; t += 0.02) moveBody(motion, 0, 0, 0, false, 0.02);
    expect(motion.presence).toBe(1);
    for (let t = 0; t < 2; t += 0.02) moveBody(motion, 0, 0, 0, true, 0.02);
    expect(motion.presence).toBe(0);
  });

  it('stands on the floor, within what a person can be', () => {
    const tall = fitBody(1.9, 0, 0.17, 1.45);
    expect(tall.feet).toBeCloseTo(0.02, 1);
    expect(fitBody(9, 0, 0.17, 1.45).scale).toBe(1.18);
    expect(fitBody(1.62, null, 0.17, 1.45).feet).toBeCloseTo(0);
  });
});
