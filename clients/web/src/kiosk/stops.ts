/** Where a tour goes: the hall's views, and its exhibits one after the other by the shortest way. */

import { standBefore } from '../gaze';
import type { Localised, Viewpoint } from '../world/scene';
import { worldCentre } from '../world/transform';
import type { Vec3 } from '../world/viewer';
import type { World } from '../world/world';

export type Stop =
  | { kind: 'view'; view: Viewpoint; title: Localised; text: null }
  | { kind: 'exhibit'; node: string; title: Localised; text: Localised | null };

/** Exhibits between two views. */
const BETWEEN = 4;
const MOST_EXHIBITS = 24;

export function stopsOf(world: World, from: Vec3): Stop[] {
  const views = (world.hall?.viewpoints ?? []).map((view): Stop => ({ kind: 'view', view, title: view.name, text: null }));
  const stops: Stop[] = views.slice(0, 1);
  let next = 1;
  exhibitsOf(world, from).forEach((stop, index) => {
    if (index > 0 && index % BETWEEN === 0 && views[next]) stops.push(views[next++]!);
    stops.push(stop);
  });
  return [...stops, ...views.slice(next)];
}

function exhibitsOf(world: World, from: Vec3): Stop[] {
  const left = [...world.nodes].filter(([, node]) => node.kind === 'exhibit' && node.model).map(([id]) => id).slice(0, MOST_EXHIBITS);
  const found: Stop[] = [];
  for (let at = from; left.length;) {
    const metres = (id: string): number => {
      const [x, , z] = worldCentre(world, id);
      return Math.hypot(x - at[0], z - at[2]);
    };
    const nearest = left.reduce((best, id) => (metres(id) < metres(best) ? id : best));
    left.splice(left.indexOf(nearest), 1);
    const node = world.nodes.get(nearest)!;
    found.push({ kind: 'exhibit', node: nearest, title: node.card?.title ?? node.name, text: node.card?.text ?? null });
    at = standBefore(world, nearest, at);
  }
  return found;
}
