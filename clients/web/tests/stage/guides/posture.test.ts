import { describe, expect, it } from 'vitest';

import { Hands } from '../../../src/stage/guides/gestures';
import { alive, bend, curl, limb, type Posture, standing, walking } from '../../../src/stage/guides/posture';

const BOTH = { left: 1, right: 1 };
const posed = (fill: (posture: Posture) => void): Posture => {
  const posture: Posture = new Map();
  fill(posture);
  return posture;
};

describe('a posture', () => {
  it('adds layers up', () => {
    const posture = posed((p) => {
      bend(p, 'head', 0.1, 0, 0);
      bend(p, 'head', 0.2, 0.4, 0, 0.5);
    });
    expect(posture.get('head')).toEqual([0.2, 0.2, 0]);
  });

  it('mirrors a limb from the left to the right', () => {
    const posture = posed((p) => {
      for (const side of ['left', 'right'] as const) limb(p, side, 'Hand', 0.1, 0.2, 0.3);
    });
    expect(posture.get('leftHand')).toEqual([0.1, 0.2, 0.3]);
    expect(posture.get('rightHand')).toEqual([0.1, -0.2, -0.3]);
  });

  it('lets arms hang, unless something else holds them', () => {
    const posture = posed((p) => standing(p, { left: 1, right: 0 }));
    expect(posture.get('leftUpperArm')![2]).toBeLessThan(-1.1);
    expect(posture.get('rightUpperArm')![2]).toBeCloseTo(0);
  });

  it('closes all fingers but the one that points', () => {
    const posture = posed((p) => curl(p, 'right', 0.9, 1, 'Index'));
    expect(Math.abs(posture.get('rightIndexProximal')![2])).toBeLessThan(0.1);
    expect(posture.get('rightMiddleProximal')![2]).toBeGreaterThan(1);
  });

  it('breathes without end and without leaving its place', () => {
    for (let time = 0; time < 60; time += 0.25) {
      for (const turn of posed((p) => alive(p, time, 1)).values()) {
        for (const angle of turn) expect(Math.abs(angle)).toBeLessThan(0.08);
      }
    }
    expect(posed((p) => alive(p, 3, 0)).get('chest')!.every((angle) => angle === 0 || Object.is(angle, -0))).toBe(true);
  });

  it('puts one foot before the other', () => {
    const steps = [0, 1, 2, 3].map((k) => posed((p) => void walking(p, (k * Math.PI) / 2, 1, BOTH)));
    expect(steps[1]!.get('leftUpperLeg')![0]).toBeLessThan(-0.2);
    expect(steps[1]!.get('rightUpperLeg')![0]).toBeGreaterThan(0.2);
    expect(steps[3]!.get('rightUpperLeg')![0]).toBeCloseTo(steps[1]!.get('leftUpperLeg')![0]);
    // An arm goes with the other leg; knees bend one way alone.
    expect(steps[1]!.get('leftUpperArm')![0]).toBeGreaterThan(0);
    for (const step of steps) expect(step.get('leftLowerLeg')![0]).toBeGreaterThanOrEqual(0);
  });
});

describe('hands', () => {
  it('greet with the first clause, and rest afterwards', () => {
    const hands = new Hands();
    hands.clauseBegins(1000, 0, 7);
    expect(hands.of('right', 1000)).toBeNull();
    expect(hands.of('right', 2000)!.share).toBeCloseTo(1);
    expect(hands.of('left', 2000)).toBeNull();
    expect(hands.of('right', 9000)).toBeNull();
  });

  it('sink soon when their owner is interrupted', () => {
    const hands = new Hands();
    hands.act('explode_exhibit', 0);
    expect(hands.of('left', 1000)!.share).toBeCloseTo(1);
    hands.rest(1000);
    expect(hands.of('left', 1700)).toBeNull();
  });

  it('do the same for everybody who looks', () => {
    const shares = [1, 2].map(() => {
      const hands = new Hands();
      hands.clauseBegins(0, 3, 5);
      return [hands.of('left', 900)?.share, hands.of('right', 900)?.share];
    });
    expect(shares[0]).toEqual(shares[1]);
  });
});
