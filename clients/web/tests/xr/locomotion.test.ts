import { Group } from 'three';
import { describe, expect, it, vi } from 'vitest';

import type { StageSettings } from '../../src/stage-api';
import { lookRotation, type Vec3, yawOf } from '../../src/world/viewer';
import type { HandInput, Side } from '../../src/xr/inputs';
import { Locomotion } from '../../src/xr/locomotion';
import { Rig } from '../../src/xr/rig';
import type { Vignette } from '../../src/xr/vignette';

function visit(change: Partial<StageSettings> = {}) {
  const rig = new Rig(new Group());
  rig.track({ position: [0, 1.6, 0], rotation: lookRotation(0, 0) });
  const vignette = { pulse: vi.fn(), hold: vi.fn() };
  const settings: StageSettings = { quality: 'auto', vignette: true, snapTurn: 30, locomotion: 'teleport', reducedMotion: false, ...change };
  const steps = {
    settings: () => settings, allowed: vi.fn((to: Vec3): Vec3 | null => to), aim: vi.fn(), release: vi.fn(),
  };
  const locomotion = new Locomotion(rig, vignette as unknown as Vignette, steps);
  const push = (hands: Partial<Record<Side, [number, number]>>, frames = 1): void => {
    const inputs = Object.entries(hands).map(([side, [x, y]]) => ({ side, stick: { x, y } }) as unknown as HandInput);
    for (let i = 0; i < frames; i++) locomotion.update(inputs, 1 / 72);
  };
  const degrees = (): number => Math.round((yawOf(rig.head.rotation) * 180) / Math.PI);
  return { rig, vignette, push, degrees, ...steps };
}

describe('turning in steps', () => {
  it.each([[30, 1, -30], [45, -1, 45]])('of %i degrees: stick %i turns %i, once a push', (step, x, degrees) => {
    const { push, degrees: turned, vignette } = visit({ snapTurn: step });
    push({ right: [x, 0] }, 40);
    expect(turned()).toBe(degrees);
    expect(vignette.pulse).toHaveBeenCalledOnce();
    push({ right: [0, 0] });
    push({ right: [x, 0] });
    expect(turned()).toBe(2 * degrees);
  });

  it('a trembling stick does not turn twice', () => {
    const { push, degrees } = visit();
    for (const x of [0.9, 0.6, 0.75, 0.5, 0.8]) push({ right: [x, 0] });
    expect(degrees()).toBe(-30);
  });

  it('either hand turns', () => {
    const { push, degrees } = visit();
    push({ left: [1, 0], right: [0, 0] });
    expect(degrees()).toBe(-30);
  });

  it('smoothly turns on while the stick is pushed, and not by a worn stick', () => {
    const { push, degrees } = visit({ snapTurn: 0 });
    push({ right: [0.1, 0] }, 100);
    expect(degrees()).toBe(0);
    push({ right: [-1, 0] }, 72);
    expect(degrees()).toBeGreaterThan(60);
  });
});

describe('teleporting', () => {
  it('aims while the stick is forward and goes when it is let go', () => {
    const { push, aim, release } = visit();
    push({ right: [0, -0.5] });
    expect(aim).not.toHaveBeenCalled();
    push({ right: [0, -1] }, 5);
    push({ right: [0, -0.5] });
    expect(aim).toHaveBeenCalledTimes(6);
    push({ right: [0, 0] }, 3);
    expect(release).toHaveBeenCalledOnce();
  });

  it('is not begun by pulling the stick back', () => {
    const { push, aim } = visit();
    push({ right: [0, 1] }, 5);
    expect(aim).not.toHaveBeenCalled();
  });

  it('does not turn at the same time', () => {
    const { push, degrees } = visit();
    push({ right: [0, -1] });
    push({ right: [0.9, -0.8] }, 5);
    expect(degrees()).toBe(0);
  });

  it('ends when the hand is lost from sight', () => {
    const { push, release, aim } = visit();
    push({ left: [0, -1] });
    push({});
    expect(release).toHaveBeenCalledOnce();
    push({});
    expect([aim.mock.calls.length, release.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('walking by stick', () => {
  const smooth = { locomotion: 'smooth' as const };

  it('goes where the head looks, at a walking pace, with narrowed view', () => {
    const { push, rig, vignette } = visit(smooth);
    rig.moveTo([0, 0, 0], Math.PI / 2);
    push({ left: [0, -1], right: [0, 0] }, 72);
    expect(rig.feet[0]).toBeLessThan(-1.5);
    expect(rig.feet[0]).toBeGreaterThan(-3);
    expect(rig.feet[2]).toBeCloseTo(0);
    expect(vignette.hold).toHaveBeenLastCalledWith(true);
    push({ left: [0, 0], right: [0, 0] });
    expect(vignette.hold).toHaveBeenLastCalledWith(false);
  });

  it('stops at walls, and is never carried across the hall by where it may stand', () => {
    const { push, rig, allowed } = visit(smooth);
    allowed.mockReturnValue(null);
    push({ left: [0, -1] }, 20);
    allowed.mockReturnValue([30, 0, 30]);
    push({ left: [0, -1] }, 20);
    expect(rig.feet[0]).toBeCloseTo(0);
    expect(rig.feet[2]).toBeCloseTo(0);
  });

  it('leaves turning and teleporting to the right hand', () => {
    const { push, degrees, aim } = visit(smooth);
    push({ left: [1, -1], right: [0, 0] }, 10);
    expect([degrees(), aim.mock.calls.length]).toEqual([0, 0]);
    push({ left: [0, 0], right: [1, 0] });
    expect(degrees()).toBe(-30);
  });

  it('climbs with the floor', () => {
    const { push, rig, allowed } = visit(smooth);
    allowed.mockImplementation(([x, , z]) => [x, 0.2, z]);
    push({ left: [0, -1] });
    expect(rig.feet[1]).toBeCloseTo(0.2);
  });
});
