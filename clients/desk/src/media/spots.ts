/** Where a board can hang: on boards that are there, or in front of a hall's viewpoints. */

import type { Localised, Scene, Vec3 } from '@/api/types';

export interface Hanging {
  node: string;
  name: Localised;
  /** What it shows now. */
  media: string | null;
}

export interface View {
  name: Localised;
  /** The eye of whoever stands there, metres. */
  position: Vec3;
  yaw: number;
}

/** Metres from a viewpoint to a board that hangs in front of it. */
export const AWAY = 4;
/** Metres: how high the middle of a board hangs at least above the floor of the view. */
const MIDDLE = 1.7;
const EYES = 1.2;

/** The boards of a hall. */
export function hangings(scene: Pick<Scene, 'nodes'>): Hanging[] {
  return Object.entries(scene.nodes).filter(([, { kind }]) => kind === 'board').map(([node, { name, ...rest }]): Hanging => {
    const board = rest['board'] as { media?: { id: string } | null } | undefined;
    return { node, name: name ?? { zh: node, en: node }, media: board?.media?.id ?? null };
  });
}

/** The viewpoints of a hall. */
export const views = (scene: Pick<Scene, 'hall'>): View[] => (scene.hall['viewpoints'] as View[] | undefined) ?? [];

/** The middle of a board that faces whoever stands at a viewpoint; it is turned by the view's yaw. */
export function before({ position: [x, y, z], yaw }: View, away = AWAY): Vec3 {
  const floor = y > EYES ? y - MIDDLE : y;
  const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  return [round(x - Math.sin(yaw) * away), round(floor + MIDDLE), round(z - Math.cos(yaw) * away)];
}
