import { happen, type TinyElement } from '../tiny-dom';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createStick } from '../../src/touch/stick';

function thumb() {
  const wish = { forward: 0, right: 0, fast: false };
  const stick = createStick(wish) as unknown as TinyElement;
  const move = (type: string, x: number, y: number, pointerId = 1): Event =>
    happen(stick, type, { pointerId, clientX: 50 + x, clientY: 50 + y });
  return { wish, move };
}

describe('the joystick', () => {
  it('up is forward, right is right, a little is nothing', () => {
    const { wish, move } = thumb();
    move('pointerdown', 0, -46);
    expect(wish.forward).toBeCloseTo(1);
    expect(wish.right).toBeCloseTo(0);
    move('pointermove', 46, 0);
    expect(wish.right).toBeCloseTo(1);
    move('pointermove', 4, 3);
    expect([wish.right, wish.forward + 0]).toEqual([0, 0]);
  });

  it('is slower than its edge half way, and hastens far beyond it', () => {
    const { wish, move } = thumb();
    move('pointerdown', 0, -23);
    expect(wish.forward).toBeGreaterThan(0.2);
    expect(wish.forward).toBeLessThan(0.7);
    expect(wish.fast).toBe(false);
    move('pointermove', 0, -80);
    expect(wish).toMatchObject({ fast: true });
  });

  it.each(['pointerup', 'pointercancel', 'lostpointercapture'])('springs back at %s', (type) => {
    const { wish, move } = thumb();
    move('pointerdown', 0, -80);
    move(type, 0, -80);
    expect(wish.forward).toBeCloseTo(0);
    expect(wish.fast).toBe(false);
    move('pointermove', 0, -46);
    expect(wish.forward).toBeCloseTo(0);
  });

  it('belongs to the thumb that took it', () => {
    const { wish, move } = thumb();
    move('pointerdown', 0, -46, 1);
    move('pointerdown', 46, 0, 2);
    move('pointermove', 46, 0, 2);
    move('pointerup', 46, 0, 2);
    expect(wish.forward).toBeCloseTo(1);
  });

  it('never wishes for more than a whole pace, wherever the thumb goes', () => {
    const reach = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(fc.property(reach, reach, (x, y) => {
      const { wish, move } = thumb();
      move('pointerdown', x, y);
      expect(Math.hypot(wish.forward, wish.right)).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });
});
