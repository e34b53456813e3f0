/** Turning the view by itself, without haste, until something is in sight; hands always win. */

import { worldCentre } from './world/transform';
import type { Vec3, Viewer } from './world/viewer';
import type { World } from './world/world';

const RATE = 7;
const THERE = 0.004;
/** On a narrow screen a card covers the lower half: look this much lower, radians. */
const BELOW_A_CARD = 0.32;
/** A panel covers more of it than a card. */
const BELOW_A_PANEL = 0.43;

/** On a wide one a panel covers the right: look this much further there, radians. */
const BESIDE_A_PANEL = 0.22;

export const isNarrow = (): boolean => matchMedia('(max-width: 720px)').matches;

export class Gaze {
  private goal: { yaw: number; pitch: number } | null = null;

  constructor(private readonly viewer: Viewer, private readonly world: World) {}

  /** Turn to the middle of a node, leaving room for its card. */
  atNode(node: string): void {
    this.at(worldCentre(this.world, node));
  }

  /** Turn to a point of the hall, leaving room for a card; `beside` for a panel, at the right or below. */
  at([x, y, z]: Vec3, beside = false): void {
    const { feet, eye } = this.viewer;
    const metres = Math.hypot(x - feet[0], z - feet[2]);
    this.goal = {
      yaw: Math.atan2(feet[0] - x, feet[2] - z) - (beside && !isNarrow() ? BESIDE_A_PANEL : 0),
      pitch: Math.atan2(y - feet[1] - eye, metres) - (isNarrow() ? (beside ? BELOW_A_PANEL : BELOW_A_CARD) : 0),
    };
  }

  /** Advance by `dt` seconds; `disturbed`: somebody turns or walks, so let go. */
  update(dt: number, disturbed: boolean): void {
    const { viewer, goal } = this;
    if (!goal) return;
    const share = 1 - Math.exp(-dt * RATE);
    const away = Math.atan2(Math.sin(goal.yaw - viewer.yaw), Math.cos(goal.yaw - viewer.yaw));
    viewer.yaw += away * share;
    viewer.pitch += (goal.pitch - viewer.pitch) * share;
    const there = Math.abs(away) < THERE && Math.abs(goal.pitch - viewer.pitch) < THERE;
    if (there || disturbed) this.goal = null;
  }
}

/** Where to stand before a node, coming from `from`, so that all of it is in sight. */
export function standBefore(world: World, node: string, from: Vec3): Vec3 {
  const [x, , z] = worldCentre(world, node);
  const { min, max } = world.nodes.get(node)?.model?.bounds ?? { min: [0, 0, 0], max: [0, 0, 0] };
  const largest = Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
  const away = Math.hypot(from[0] - x, from[2] - z) || 1;
  const share = Math.max(2.4, 1.5 * largest) / away;
  return [x + (from[0] - x) * share, from[1], z + (from[2] - z) * share];
}
