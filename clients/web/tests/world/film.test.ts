import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clockWords, correction, isRunning, momentOf, pressed } from '../../src/world/film';

const film = { duration: 60 };

describe('a shared film', () => {
  it('stands where the server\'s clock says, at most at its end', () => {
    expect(momentOf(film, null, 100)).toBe(0);
    expect(momentOf(film, { playing: true, at: 10, since: 100 }, 105)).toBe(15);
    expect(momentOf(film, { playing: false, at: 10, since: 100 }, 105)).toBe(10);
    expect(momentOf(film, { playing: true, at: 10, since: 100 }, 1000)).toBe(60);
    expect(momentOf(film, { playing: true, at: 10, since: 100 }, 50)).toBe(0);
  });

  it('of unknown length goes on', () => {
    const endless = { duration: 0 }, playback = { playing: true, at: 5, since: 100 };
    expect([momentOf(endless, playback, 160), isRunning(endless, playback, 160)]).toEqual([65, true]);
    expect(pressed(endless, playback, 160)).toEqual({ playing: false, at: 65, since: 160 });
  });

  it('goes on from where it was held, and from the beginning once it has ended', () => {
    const held = pressed(film, { playing: true, at: 10, since: 100 }, 105);
    expect(held).toEqual({ playing: false, at: 15, since: 105 });
    expect(pressed(film, held, 200)).toEqual({ playing: true, at: 15, since: 200 });
    const ended = { playing: true, at: 0, since: 0 };
    expect(isRunning(film, ended, 61)).toBe(false);
    expect(pressed(film, ended, 61)).toEqual({ playing: true, at: 0, since: 61 });
  });

  it('jumps when far off, and catches up gently when near', () => {
    expect(correction(10, 10.02)).toEqual({ jump: false, rate: 1 });
    expect(correction(10, 12).jump).toBe(true);
    expect(correction(10, 10.3).rate).toBeGreaterThan(1);
    expect(correction(10, 9.7).rate).toBeLessThan(1);
  });

  it('comes to the same moment for all, whenever each looks', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 59, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true }), (at, later) => {
      const playback = { playing: true, at, since: 500 };
      const seen = momentOf(film, playback, 500 + later);
      expect(seen).toBeGreaterThanOrEqual(at);
      expect(seen).toBeLessThanOrEqual(film.duration);
    }));
  });

  it('tells minutes and seconds', () => {
    expect([0, 9.9, 61, 600].map(clockWords)).toEqual(['0:00', '0:09', '1:01', '10:00']);
  });
});
