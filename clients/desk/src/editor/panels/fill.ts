/** What nodes carry of exhibits and media: as the park's server puts them there. */

import { rotate } from '@web/world/transform';

import type { Exhibit, Fit, Medium, Revision } from '@/api/types';

import type { Operation, SceneNode, Vec3 } from '../core/types';
import { ROOM_ON_FLOOR, scaleFor, standing } from './seat';

export interface Standing {
  node: SceneNode;
  /** Where its node is when its foot is at the place that was asked for. */
  at: Vec3;
}

/** The revision that visitors see. */
export const shownOf = ({ published, revisions }: Exhibit): Revision | null => revisions.find(({ number }) => number === published) ?? null;

const component = ({ model }: Revision): NonNullable<SceneNode['model']> => model as unknown as NonNullable<SceneNode['model']>;

/** An exhibit as a new node whose foot is at a place on the floor; null when it is not published. */
export function exhibitNode(exhibit: Exhibit, foot: Vec3, fit: Fit = 'true'): Standing | null {
  const shown = shownOf(exhibit);
  if (!shown) return null;
  const scale = scaleFor(shown.model.bounds, ROOM_ON_FLOOR, fit);
  const at = standing(shown.model, foot, scale);
  return {
    at, node: {
      kind: 'exhibit', name: exhibit.title, translation: at, rotation: [0, 0, 0, 1], scale: [scale, scale, scale], visible: true,
      model: component(shown), card: { ...exhibit.card, title: exhibit.title } as NonNullable<SceneNode['card']>, exhibit: { id: exhibit.id, revision: shown.number, fit },
    },
  };
}

/** Edits that show another exhibit where one stands: its foot stays, its size follows its fit. */
export function swapOps(id: string, node: Readonly<SceneNode>, exhibit: Exhibit, reach: number): Operation[] {
  const shown = shownOf(exhibit);
  if (!shown || !node.model) return [];
  const fit = node.exhibit?.fit ?? 'fitted';
  const path = `/nodes/${id}`;
  const values: Record<string, unknown> = {
    name: exhibit.title, model: component(shown), card: { ...exhibit.card, title: exhibit.title }, exhibit: { id: exhibit.id, revision: shown.number, fit },
    ...seatOps(node, shown.model.bounds, scaleFor(shown.model.bounds, reach, fit)),
  };
  const gone = ['variant', 'animation', 'materials'].filter((key) => key in node).map((key): Operation => ({ op: 'unset', path: `${path}/${key}` }));
  return [...gone, ...Object.entries(values).map(([key, value]): Operation => ({ op: 'set', path: `${path}/${key}`, value }))];
}

/** The transform by which a model with other bounds, or of another size, stands on the same foot. */
export function seatOps(node: Readonly<SceneNode>, bounds: NonNullable<SceneNode['model']>['bounds'], scale: number): { translation: Vec3; scale: Vec3 } {
  const turn = node.rotation ?? [0, 0, 0, 1];
  const old = rotate(turn, middle(node.model!.bounds, (node.scale ?? [1, 1, 1])[0]));
  const foot = (node.translation ?? [0, 0, 0]).map((value, axis) => value + old[axis]!);
  const now = rotate(turn, middle(bounds, scale));
  return { translation: foot.map((value, axis) => Number((value - now[axis]!).toFixed(6)) + 0) as Vec3, scale: [scale, scale, scale] };
}

const middle = ({ min, max }: { min: Vec3; max: Vec3 }, scale: number): Vec3 => [(scale * (min[0] + max[0])) / 2, scale * min[1], (scale * (min[2] + max[2])) / 2];

const TALLEST = 6;

/** A board's `media` and its size: its width stays, its height follows the picture. */
export function boardWith(medium: Medium, width: number): NonNullable<SceneNode['board']> {
  const { id, kind, title, pages, video, poster } = medium;
  const picture = video ?? pages[0];
  const height = picture ? (width * picture.height) / picture.width : (width * 9) / 16;
  const shrink = height > TALLEST ? TALLEST / height : 1;
  const size = (value: number): number => Number(Math.max(0.05, value * shrink).toFixed(4));
  return { width: size(width), height: size(height), media: { id, kind, title, pages, video, poster } as NonNullable<SceneNode['board']>['media'] };
}
