import { describe, expect, it } from 'vitest';

import { Governor, guessQuality, HIGH, LOW } from '../../src/stage/quality';

const run = (governor: Governor, dt: number, seconds: number): number => {
  let changes = 0;
  for (let t = 0; t < seconds; t += dt) if (governor.feed(dt)) changes += 1;
  return changes;
};

describe('quality', () => {
  it('begins low on phones and without a graphics card', () => {
    expect(guessQuality({ coarsePointer: true, gpu: 'Adreno', cores: 8, headset: false })).toBe(LOW);
    expect(guessQuality({ coarsePointer: false, gpu: 'ANGLE (Google, SwiftShader)', cores: 8, headset: false })).toBe(LOW);
    expect(guessQuality({ coarsePointer: false, gpu: 'Adreno', cores: 8, headset: true })).toBe(LOW);
    expect(guessQuality({ coarsePointer: false, gpu: 'NVIDIA GeForce', cores: 8, headset: false })).toBe(HIGH);
  });

  it('steps down in resolution before it steps down in quality', () => {
    const governor = new Governor(HIGH);
    expect(run(governor, 1 / 20, 5)).toBe(1);
    expect([governor.scale, governor.quality]).toEqual([0.85, HIGH]);
    run(governor, 1 / 20, 12);
    expect([governor.scale, governor.quality]).toEqual([0.7, LOW]);
  });

  it('climbs back in resolution when frames are quick again', () => {
    const governor = new Governor(HIGH);
    run(governor, 1 / 20, 5);
    run(governor, 1 / 72, 20);
    expect([governor.scale, governor.quality]).toEqual([1, HIGH]);
  });

  it('begins carefully where the processor draws, and climbs when that goes well', () => {
    const governor = new Governor(LOW, true);
    expect(governor.scale).toBe(0.7);
    run(governor, 1 / 72, 40);
    expect(governor.scale).toBe(1);
  });

  it('takes no notice of a pause', () => {
    const governor = new Governor(HIGH);
    expect(governor.feed(4)).toBe(false);
    expect(governor.scale).toBe(1);
  });
});
