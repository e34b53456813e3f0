import '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { drawUp, paintPlan, type Plan, PLAN_COLOURS } from '../../src/ui/plan';
import type { Hall, Point2, SceneNode } from '../../src/world/scene';
import { World } from '../../src/world/world';
import { hall, joined, node, words } from '../make';

/** A path that remembers its rings. */
class Rings {
  readonly rings: Point2[][] = [];
  moveTo(x: number, z: number): void { this.rings.push([[x, z]]); }
  lineTo(x: number, z: number): void { this.rings.at(-1)!.push([x, z]); }
  closePath(): void { /* Every ring is closed. */ }
}

beforeEach(() => void vi.stubGlobal('Path2D', Rings));

const square = (x: number, z: number, size: number): Point2[] => [[x, z], [x, z + size], [x + size, z + size], [x + size, z]];
const ringsOf = (path: Path2D): Point2[][] => (path as unknown as Rings).rings;

function worldOf(change: Partial<Hall>, nodes: Record<string, SceneNode> = {}): World {
  const world = new World();
  world.apply(joined({ scene: { hall: hall(change), nodes } as unknown as Record<string, unknown> }));
  return world;
}

function drawnUp(change: Partial<Hall>, nodes: Record<string, SceneNode> = {}): Plan {
  return drawUp(worldOf(change, nodes))!;
}

const walk = (...holes: Point2[][]): Hall['walk'] => ({ areas: [{ id: 'ground', y: 0, polygon: square(0, 0, 100), holes }] });
const model = { levels: [], bounds: { min: [-1, 0, -0.2], max: [1, 1, 0.2] }, color: [1, 1, 1], clips: [], variants: [], parts: 1, role: 'exhibit' } as unknown as SceneNode['model'];

describe('the plan of a hall', () => {
  it('of nowhere is none', () => expect(drawUp(new World())).toBeNull());

  it('shows all of the floor with a little around it', () => {
    const { box: [x, z, width, depth] } = drawnUp({ walk: walk() });
    expect([x, z, width, depth]).toEqual([-4, -4, 108, 108]);
  });

  it('of a hall whose floor nobody has drawn shows its bounds', () => {
    expect(drawnUp({ walk: { areas: [] } }).box).toEqual([-10, -10, 20, 20]);
  });

  it('out of doors: a gap in the ground is a building where one is named, else water when it is large', () => {
    const nodes = { hq: node({ kind: 'group', name: words('总部'), translation: [15, 0, 15] }) };
    const plan = drawnUp({ kind: 'outdoor', walk: walk(square(10, 10, 10), square(50, 50, 30), square(90, 90, 2)) }, nodes);
    expect(ringsOf(plan.buildings).map(([corner]) => corner)).toEqual([[10, 10], [90, 90]]);
    expect(ringsOf(plan.water).map(([corner]) => corner)).toEqual([[50, 50]]);
    expect(plan.names).toEqual([{ at: [15, 15], id: 'hq', size: 10 }]);
  });

  it('indoors a gap is no lake', () => {
    expect(ringsOf(drawnUp({ kind: 'indoor', walk: walk(square(50, 50, 30)) }).water)).toEqual([]);
  });

  it('marks exhibits and doorways where they stand, on their plinths', () => {
    const nodes = {
      plinth: node({ kind: 'plinth', translation: [20, 0, 30] }),
      box: node({ kind: 'exhibit', parent: 'plinth', translation: [0, 1, 0], model }),
      door: node({ kind: 'portal', translation: [50, 0, 100], portal: { hall: 'next', spawn: null } }),
      bare: node({ kind: 'exhibit' }),
    };
    const plan = drawnUp({ walk: walk() }, nodes);
    expect(plan.exhibits).toEqual([{ at: [20, 30], radius: 1 }]);
    expect(plan.portals).toEqual([{ at: [50, 100], hall: 'next' }]);
  });

  it.each([[0.01, 0.4], [1, 1], [40, 1.6]])('an exhibit of %f m is drawn with a dot of %f', (half, radius) => {
    const bounds = { min: [-half, 0, -half], max: [half, 1, half] } as NonNullable<SceneNode['model']>['bounds'];
    const plan = drawnUp({ walk: walk() }, { box: node({ kind: 'exhibit', model: { ...model!, bounds } }) });
    expect(plan.exhibits[0]!.radius).toBeCloseTo(radius);
  });
});

describe('painting it', () => {
  function painted(plan: Plan): { fill: string; what: unknown }[] {
    const done: { fill: string; what: unknown }[] = [];
    const context = {
      fillStyle: '', strokeStyle: '', lineWidth: 0, at: [] as number[],
      fill(path?: unknown) { done.push({ fill: this.fillStyle, what: path ?? this.at }); },
      stroke: vi.fn(), beginPath: vi.fn(), arc(...at: number[]) { this.at = at; },
    };
    paintPlan(context as unknown as CanvasRenderingContext2D, plan, 0.5);
    return done;
  }

  it('lays floors below buildings, and bridges over water', () => {
    const bridge = { id: 'bridge', y: 1, polygon: square(40, 40, 5) };
    const change = { kind: 'outdoor' as const, walk: { areas: [...walk(square(50, 50, 30)).areas, bridge] } };
    const order = painted(drawnUp(change)).map(({ fill }) => fill);
    expect(order.indexOf(PLAN_COLOURS.lawn)).toBeLessThan(order.indexOf(PLAN_COLOURS.water));
    expect(order.lastIndexOf(PLAN_COLOURS.floor)).toBeGreaterThan(order.indexOf(PLAN_COLOURS.water));
  });

  it('dots are never too small to see', () => {
    const plan = drawnUp({ walk: walk() }, { box: node({ kind: 'exhibit', model }) });
    plan.exhibits[0]!.radius = 0.001;
    const dot = painted(plan).find(({ fill }) => fill === PLAN_COLOURS.exhibit)!.what as number[];
    expect(dot[2]).toBeGreaterThan(1);
  });
});
