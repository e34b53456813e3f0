/** What the address asks for besides a hall: a place in it, or a screen in a showroom. */

import { type Gaze, standBefore } from './gaze';
import type { Travel } from './travel';
import { worldCentre } from './world/transform';
import type { Viewer } from './world/viewer';
import type { World } from './world/world';

export interface Wanted {
  /** A node to stand before on arrival, until one has. */
  at: string | null;
  /** This is a screen in a showroom. */
  kiosk: boolean;
  /** Seconds after which a screen goes back to its tour. */
  idle: number;
  /** Seconds that a tour stays with one thing. */
  stay: number;
}

const NODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;

export function wantedOf(search: string): Wanted {
  const asked = new URLSearchParams(search);
  const at = asked.get('at');
  const seconds = (name: string, usual: number, least: number): number =>
    Math.min(900, Math.max(least, Number(asked.get(name)) || usual));
  return {
    at: at && NODE.test(at) ? at : null, kiosk: ['1', 'true'].includes(asked.get('kiosk') ?? ''),
    idle: seconds('idle', 60, 15), stay: seconds('stay', 12, 4),
  };
}

/** The same address without the place in it: it counts for the arrival alone. */
export function withoutPlace(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete('at');
  const rest = asked.toString();
  return rest && `?${rest}`;
}

interface Host {
  world: World;
  viewer: Viewer;
  travel: Travel;
  gaze: Gaze;
}

/** Stand before the wanted node, looking at it; false when it is not in this hall. */
export function standAt(node: string, { world, viewer, travel, gaze }: Host): boolean {
  if (!world.nodes.has(node)) return false;
  const wish = standBefore(world, node, viewer.feet);
  const feet = travel.land(wish, Infinity) ?? wish;
  const [x, , z] = worldCentre(world, node);
  travel.jump(feet, Math.atan2(feet[0] - x, feet[2] - z));
  gaze.atNode(node);
  return true;
}
