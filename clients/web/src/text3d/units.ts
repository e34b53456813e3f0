/** What hangs over each unit while space to let is shown: its number, its size, whether it is free. */

import { Vector3 } from 'three';
import type { Frame } from '../stage/frame';
import type { SceneView } from '../stage/view/sceneview';
import { localise, type Localised, type UnitStatus } from '../world/scene';
import { type Plate, sizeAt } from './plates';

const INK = [0.99, 0.98, 0.96] as const;
const PAPER: Readonly<Record<UnitStatus, Plate['paper']>> = {
  free: [0.02, 0.25, 0.14, 0.92], held: [0.45, 0.22, 0.0, 0.92], let: [0.14, 0.16, 0.20, 0.86],
};
const SAID: Readonly<Record<UnitStatus, Localised>> = {
  free: { zh: '可租', en: 'free' }, held: { zh: '已预留', en: 'held' }, let: { zh: '已租', en: 'let' },
};
const FAR = 400;
const MOST = 40;
const SIZE = 0.068;

/** Plates of the nearest units; none while they are not shown. */
export function unitPlates(view: SceneView, { units, eye, lang }: Frame): Plate[] {
  if (!units) return [];
  const found: { plate: Plate; away: number }[] = [];
  for (const { id, node, group } of view.ofKind('unit')) {
    if (!node.unit) continue;
    const { no, area, size } = node.unit, status = node.status ?? 'free';
    const place = new Vector3(0, size[1] + 0.35, 0).applyMatrix4(group.matrixWorld);
    const away = place.distanceTo(eye);
    if (away > FAR) continue;
    const text = `${no} · ${Math.round(area)} m² · ${localise(SAID[status], lang)}`;
    const chosen = id === units.chosen;
    found.push({ away: chosen ? 0 : away, plate: { text, place, size: sizeAt(SIZE * (chosen ? 1.3 : 1), away), ink: INK, paper: PAPER[status], presence: 1, layer: 'label' } });
  }
  return found.sort((a, b) => a.away - b.away).slice(0, MOST).map(({ plate }) => plate);
}
