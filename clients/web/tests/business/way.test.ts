import '../tiny-dom';

import { describe, expect, it, vi } from 'vitest';

import { stanceAt, Way, type WayHost } from '../../src/business/way';
import { createViewer, type Vec3 } from '../../src/world/viewer';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';

const HALF = Math.SQRT1_2;
const BOOTH = { no: 'A-01', width: 6, depth: 4, height: 3.2, triangles: 1, texture_bytes: 1 };
const UNIT = { no: 'F-1', use: 'office' as const, area: 1, rent: 1, from: '2027-01-01', size: [10, 4, 8] as Vec3 };
const NODES = {
  // Turned a quarter to the left: its open side is towards +X.
  booth: node({ kind: 'booth', booth: BOOTH, translation: [-8, 0, 2], rotation: [0, HALF, 0, HALF] }),
  high: node({ kind: 'unit', unit: UNIT, translation: [0, 40, -60] }),
  desk: node({ kind: 'unit', unit: { ...UNIT, size: [3, 1, 2] }, translation: [0, 0, 0] }),
};

function way(calm = false, beside = false) {
  const world = new World();
  world.apply(joined({ hall: 'street', scene: { hall: hall({ id: 'street' }), nodes: NODES } as unknown as Record<string, unknown> }));
  const travel = {
    jump: vi.fn(), land: (point: Vec3) => point, goTo: vi.fn((_: Vec3, arrived: () => void) => Promise.resolve(arrived())),
    enter: vi.fn((_hall: string, _spawn: string | null, there: () => void) => Promise.resolve(there()).then(() => true)),
  };
  const gaze = { at: vi.fn() }, hud = { setFade: vi.fn() }, viewer = createViewer();
  return { travel, gaze, hud, viewer, world, way: new Way({ world, travel, gaze, hud, viewer, calm: () => calm, beside: () => beside } as unknown as WayHost) };
}

describe('where one stands', () => {
  it('is before the open side of a booth, looking in', () => {
    const { feet, look } = stanceAt(way().world, 'booth')!;
    expect(feet[0]).toBeGreaterThan(-4);
    expect(feet[2]).toBeCloseTo(2);
    expect(look[0]).toBeCloseTo(-8);
  });

  it('is farther from what is higher up', () => {
    const { world } = way();
    const away = (id: string): number => stanceAt(world, id)!.feet[2] - NODES[id as 'high'].translation![2];
    expect(away('high')).toBeGreaterThan(40);
    expect(away('desk')).toBeLessThan(8);
    expect(stanceAt(world, 'nothing')).toBeNull();
  });
});

describe('being taken there', () => {
  it('is a walk nearby, with a look at the sign at its end', async () => {
    const { way: to, travel, gaze } = way();
    expect(await to.go({ hall: 'street', node: 'booth' })).toBe(true);
    expect([travel.goTo.mock.calls.length, travel.jump.mock.calls.length]).toEqual([1, 0]);
    expect(gaze.at.mock.calls[0]![0][0]).toBeCloseTo(-8);
  });

  it('is a jump for whoever wants no motion, or wears a headset', async () => {
    const { way: to, travel } = way(true);
    await to.go({ hall: 'street', node: 'booth' });
    const [feet, yaw] = travel.jump.mock.calls[0]! as [Vec3, number];
    expect([feet[0] > -4, Math.sin(yaw)]).toEqual([true, expect.closeTo(1)]);
  });

  it('leaves room for the card on the right', async () => {
    const { way: to, travel } = way(true, true);
    await to.go({ hall: 'street', node: 'booth' });
    const [, yaw] = travel.jump.mock.calls[0]! as [Vec3, number];
    // Facing -X is a quarter turn to the left; less of it is farther to the right.
    expect(yaw).toBeLessThan(Math.PI / 2 - 0.1);
    expect(yaw).toBeGreaterThan(Math.PI / 2 - 0.4);
  });

  it('is a jump behind a curtain when it is far', async () => {
    vi.useFakeTimers();
    const { way: to, travel, hud, viewer } = way();
    viewer.feet = [200, 0, 200];
    const going = to.go({ hall: 'street', node: 'booth' });
    await vi.runAllTimersAsync();
    expect(await going).toBe(true);
    expect([hud.setFade.mock.calls, travel.jump.mock.calls.length]).toEqual([[[true], [false]], 1]);
  });

  it('leads into another hall, and stands there before one sees it', async () => {
    const { way: to, travel } = way();
    await to.go({ hall: 'elsewhere', node: 'booth' });
    expect(travel.enter.mock.calls[0]!.slice(0, 2)).toEqual(['elsewhere', null]);
    expect(travel.jump).toHaveBeenCalledOnce();
  });

  it('leads nowhere when the place is gone', async () => {
    expect(await way().way.go({ hall: 'street', node: 'nothing' })).toBe(false);
  });

  it('knows when one is there', () => {
    const { way: to, viewer, world } = way();
    expect(to.isThere({ hall: 'street', node: 'booth' })).toBe(false);
    viewer.feet = stanceAt(world, 'booth')!.feet;
    expect(to.isThere({ hall: 'street', node: 'booth' })).toBe(true);
  });
});
