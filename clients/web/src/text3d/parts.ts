/** The names of an exhibit's parts, shown while it is taken apart and somebody is near. */

import { Vector3 } from 'three';
import { localise } from '../world/scene';
import type { Frame } from '../stage/frame';
import { partCenter } from '../stage/view/exhibit';
import type { ModelView } from '../stage/view/model';
import type { Plate } from './plates';

const APART = 0.35;
const FAR = 9;
const MOST = 18;
const INK = [0.16, 0.13, 0.10] as const;
const PAPER = [0.97, 0.95, 0.91, 0.88] as const;
const SIZE = 0.042;
const RISE = 0.05;

const pool: Vector3[] = [];

/** Labels for the nearest exhibit that is apart. */
export function partPlates(models: Iterable<ModelView>, { eye, lang }: Frame): Plate[] {
  let nearest: ModelView | null = null, best = FAR;
  for (const model of models) {
    if (model.explode < APART || !model.placed?.parts.length) continue;
    const away = model.bounds().center.distanceTo(eye);
    if (away < best) [nearest, best] = [model, away];
  }
  if (!nearest) return [];
  const presence = Math.min(1, (nearest.explode - APART) * 3) * Math.min(1, (FAR - best) / 2);
  const seen = new Set<string>();
  const plates: Plate[] = [];
  for (const part of nearest.placed!.parts) {
    const text = localise(part.name, lang);
    // Repeated parts (planets, bolts, cells) are named once.
    if (!text || seen.has(text) || plates.length >= MOST) continue;
    seen.add(text);
    const place = partCenter(part, (pool[plates.length] ??= new Vector3()));
    place.y += RISE;
    plates.push({ text, place, size: SIZE, ink: INK, paper: PAPER, presence });
  }
  return plates;
}
