import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Mouth, SHAPES } from '../../../src/stage/guides/mouth';
import type { SayMessage } from '../../../src/wire';

const MARKS: SayMessage['marks'] = [[0, 'aa', 0.8], [200, 'ou', 0.6], [400, 'sil', 0]];

function saying(at: number, marks = MARKS): Mouth {
  const mouth = new Mouth();
  mouth.say(marks, at);
  return mouth;
}

describe('a mouth', () => {
  it('has the shape of the last mark, and is shut before and after', () => {
    const mouth = saying(1000);
    expect(mouth.now(990)).toEqual({ shape: 'sil', weight: 0 });
    expect(mouth.now(1000)).toEqual({ shape: 'aa', weight: 0.8 });
    expect(mouth.now(1199)).toEqual({ shape: 'aa', weight: 0.8 });
    expect(mouth.now(1200)).toEqual({ shape: 'ou', weight: 0.6 });
    expect(mouth.now(1400)).toEqual({ shape: 'sil', weight: 0 });
    expect(mouth.now(3000)).toEqual({ shape: 'sil', weight: 0 });
  });

  it('is shut at once when it is told so, and stays shut', () => {
    const mouth = saying(1000);
    mouth.say(MARKS, 2000);
    mouth.hush();
    expect(mouth.now(1100).shape).toBe('sil');
    expect(mouth.now(2100).shape).toBe('sil');
    expect(mouth.isSpeaking(1100)).toBe(false);
  });

  it('goes on with the next clause as soon as it begins', () => {
    const mouth = saying(1000);
    mouth.say([[0, 'ee', 1], [300, 'sil', 0]], 1450);
    expect(mouth.now(1440).shape).toBe('sil');
    expect(mouth.now(1460)).toEqual({ shape: 'ee', weight: 1 });
    expect(mouth.since(1460)).toBe(10);
  });

  it('knows that it speaks from the moment it is told, until it is over', () => {
    const mouth = saying(1000);
    expect(mouth.isSpeaking(500)).toBe(true);
    expect(mouth.since(500)).toBeNull();
    expect(mouth.isSpeaking(1000 + 400 + 401)).toBe(false);
  });

  it('glides from shape to shape: never open farther than a mark wants, never in a jump', () => {
    const mouth = saying(1000);
    let before = mouth.lips(950);
    for (let now = 950; now < 1600; now += 14) {
      const lips = mouth.lips(now);
      const open = SHAPES.reduce((sum, shape) => sum + lips[shape], 0);
      expect(open).toBeLessThanOrEqual(0.8 + 1e-9);
      for (const shape of SHAPES) expect(Math.abs(lips[shape] - before[shape])).toBeLessThanOrEqual(0.41);
      before = lips;
    }
    expect(mouth.lips(1100).aa).toBeCloseTo(0.8);
  });

  it('forgets the oldest of very many clauses', () => {
    fc.assert(fc.property(fc.integer({ min: 25, max: 60 }), (count) => {
      const mouth = new Mouth();
      for (let i = 0; i < count; i++) mouth.say([[0, 'aa', 1], [50, 'sil', 0]], 1000 + i * 100);
      return mouth.now(1000 + (count - 1) * 100).shape === 'aa' && mouth.now(1000).shape === 'sil';
    }));
  });
});
