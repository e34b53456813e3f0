import { describe, expect, it } from 'vitest';

import { type Phase, Phases } from '../../src/kiosk/phases';

const TIMES = { attract: 9000, idle: 60_000, warning: 15_000 };
function screen() {
  const seen: Phase[] = [];
  return { seen, phases: new Phases(TIMES, 0, (phase) => seen.push(phase)) };
}

describe('a screen', () => {
  it('invites, then tours, then invites again', () => {
    const { phases, seen } = screen();
    phases.update(8999);
    phases.update(9000);
    phases.lap(20_000);
    expect(seen).toEqual(['tour', 'attract']);
  });

  it('is anybody’s who touches it, until nobody does for long', () => {
    const { phases, seen } = screen();
    phases.touch(1000);
    phases.touch(50_000);
    phases.update(109_999);
    expect(phases.phase).toBe('visitor');
    phases.update(110_000);
    expect(seen).toEqual(['visitor', 'attract']);
  });

  it('counts down the last seconds, and a touch keeps it', () => {
    const { phases } = screen();
    phases.touch(0);
    expect([phases.countdown(44_999), phases.countdown(45_000), phases.countdown(59_001), phases.countdown(70_000)]).toEqual([null, 15, 1, 0]);
    phases.touch(59_000);
    expect(phases.countdown(59_001)).toBeNull();
  });

  it('is handed back at once by who is done', () => {
    const { phases } = screen();
    phases.done(5);
    expect(phases.phase).toBe('attract');
    phases.touch(10);
    phases.done(11);
    expect(phases.phase).toBe('attract');
  });

  it('does not end a tour that a touch has ended', () => {
    const { phases, seen } = screen();
    phases.touch(0);
    phases.lap(1);
    expect(seen).toEqual(['visitor']);
  });
});
