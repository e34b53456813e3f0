import { Group, PerspectiveCamera } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';

import type { StageSettings } from '../../src/stage-api';
import { yawOf, type Vec3 } from '../../src/world/viewer';
import type { HandInput } from '../../src/xr/inputs';
import { Locomotion } from '../../src/xr/locomotion';
import { Rig } from '../../src/xr/rig';
import { Vignette } from '../../src/xr/vignette';

const hand = (side: 'left' | 'right', x: number, y: number): HandInput => ({
  side, source: {} as XRInputSource, ray: null, grip: null, bare: false, curl: 0, stick: { x, y }, menu: false,
});

let rig: Rig, settings: StageSettings, told: string[], locomotion: Locomotion;
let allowed: (target: Vec3) => Vec3 | null;

beforeEach(() => {
  rig = new Rig(new Group());
  rig.moveTo([0, 0, 0], 0);
  settings = { quality: 'auto', vignette: true, snapTurn: 30, locomotion: 'teleport', reducedMotion: false };
  told = [];
  allowed = (target) => target;
  locomotion = new Locomotion(rig, new Vignette(new PerspectiveCamera()), {
    settings: () => settings,
    allowed: (target) => allowed(target),
    aim: ({ side }) => void told.push(`aim ${side}`),
    release: () => void told.push('release'),
  });
});

const push = (...hands: HandInput[]): void => locomotion.update(hands, 0.1);
const degrees = (): number => Math.round((yawOf(rig.head.rotation) * 180) / Math.PI);

describe('turning', () => {
  it('goes one step for one push of the stick', () => {
    push(hand('right', 1, 0));
    push(hand('right', 1, 0));
    expect(degrees()).toBe(-30);
    push(hand('right', 0, 0));
    push(hand('right', -1, 0));
    expect(degrees()).toBe(0);
  });

  it('goes by either hand, in the steps that were chosen', () => {
    settings.snapTurn = 45;
    push(hand('left', -0.9, 0), hand('right', 0, 0));
    expect(degrees()).toBe(45);
  });

  it('is even when no steps were chosen', () => {
    settings.snapTurn = 0;
    push(hand('right', -0.5, 0));
    expect(degrees()).toBeGreaterThan(1);
    expect(degrees()).toBeLessThan(20);
  });
});

describe('teleporting', () => {
  it('aims while the stick is forward and goes when it is let go', () => {
    push(hand('left', 0, -1), hand('right', 0, 0));
    push(hand('left', 0, -0.5), hand('right', 0, 0));
    push(hand('left', 0, 0), hand('right', 0, 0));
    push(hand('left', 0, 0), hand('right', 0, 0));
    expect(told).toEqual(['aim left', 'aim left', 'release']);
  });

  it('is let go when the hand is lost', () => {
    push(hand('right', 0, -1));
    push();
    expect(told).toEqual(['aim right', 'release']);
  });

  it('does not turn while it aims', () => {
    push(hand('right', 0, -1));
    push(hand('right', 0.9, -0.9));
    expect(degrees()).toBe(0);
  });
});

describe('walking by stick', () => {
  beforeEach(() => (settings.locomotion = 'smooth'));

  it('goes where the head looks', () => {
    rig.turnBy(Math.PI / 2);
    push(hand('left', 0, -1));
    expect(rig.feet[0]).toBeCloseTo(-0.22);
    expect(rig.feet[2]).toBeCloseTo(0);
  });

  it('goes nowhere that is not floor', () => {
    allowed = () => null;
    push(hand('left', 0, -1));
    expect(rig.feet[2]).toBeCloseTo(0);
  });
});
