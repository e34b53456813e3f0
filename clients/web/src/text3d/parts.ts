/** The names of an exhibit's parts, shown while it is taken apart and somebody is near. */

import { Vector3 } from 'three';
import { localise } from '../world/scene';
import type { Frame } from '../stage/frame';
import { partTop } from '../stage/view/exhibit';
import type { ModelView } from '../stage/view/model';
import { declutter, type Spot } from './declutter';
import { emOf, type Plate } from './plates';

const APART = 0.35;
const FAR = 9;
const MOST = 18;
const INK = [0.16, 0.13, 0.10] as const;
const PAPER = [0.97, 0.95, 0.91, 0.88] as const;
const SIZE = 0.044;
const RISE = 0.06;

interface Anchored extends Plate {
  from: Vector3;
}

const pool: [place: Vector3, from: Vector3][] = [];

/** Labels for the nearest exhibit that is apart. */
export function partPlates(models: Iterable<ModelView>, frame: Frame): Plate[] {
  const { eye, lang } = frame;
  let nearest: ModelView | null = null, best = FAR;
  for (const model of models) {
    if (model.explode < APART || !model.placed?.parts.length) continue;
    const away = model.bounds().center.distanceTo(eye);
    if (away < best) [nearest, best] = [model, away];
  }
  if (!nearest) return [];
  const presence = Math.min(1, (nearest.explode - APART) * 3) * Math.min(1, (FAR - best) / 2);
  const seen = new Set<string>();
  const plates: Anchored[] = [];
  for (const part of nearest.placed!.parts) {
    // Repeated parts (planets 1 to 4, rows of cells) are named once.
    const text = localise(part.name, lang).replace(/\s*\d+$/, '');
    if (!text || seen.has(text) || plates.length >= MOST) continue;
    seen.add(text);
    const [place, from] = (pool[plates.length] ??= [new Vector3(), new Vector3()]);
    partTop(part, from);
    place.copy(from).y += RISE;
    plates.push({ text, place, from, size: SIZE, ink: INK, paper: PAPER, presence, layer: 'label' });
  }
  spread(plates, eye);
  return plates;
}

/** Lift labels off one another as the eye sees them. */
function spread(plates: readonly Anchored[], eye: Vector3): void {
  const level = plates.map(({ place }) => Math.hypot(place.x - eye.x, place.z - eye.z) || 1e-3);
  const spots = plates.map((plate, at): Spot => {
    const { place, text } = plate, em = emOf(plate, eye) / level[at]!;
    const ems = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.56), 1.2);
    return {
      azimuth: Math.atan2(place.x - eye.x, place.z - eye.z),
      elevation: Math.atan2(place.y - eye.y, level[at]!),
      halfWidth: (em * ems) / 2, halfHeight: em * 0.86,
    };
  });
  declutter(spots).forEach((elevation, at) => {
    plates[at]!.place.y = eye.y + Math.tan(elevation) * level[at]!;
  });
}
