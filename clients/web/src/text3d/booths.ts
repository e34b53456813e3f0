/** What a booth's sign says: over its open side the company, on its back wall both names and the number. */

import { Matrix4, Vector3 } from 'three';
import type { Frame } from '../stage/frame';
import { backOf, fasciaOf, hasLogo, type Surface } from '../stage/space/booth';
import type { Entry } from '../stage/view/sceneview';
import { localise, type Language, type Localised, type SceneNode } from '../world/scene';
import { type Plate, sizeAt } from './plates';
import type { Text } from './signs';

type Ink = [number, number, number];

const CREAM: Ink = [0.98, 0.95, 0.88];
const TIMBER: Ink = [0.36, 0.17, 0.06];
const INK: Ink = [0.03, 0.06, 0.05];
const FAINT: Ink = [0.16, 0.20, 0.185];
const QUIET: Ink = [0.035, 0.115, 0.08];
const FREE: Localised = { zh: '可入驻', en: 'Available' };
const BOOTH: Localised = { zh: '展位', en: 'Booth' };
/** Most letters of a brief that hang on a wall; all of it is on the card. */
const MOST_BRIEF = { 'zh-CN': 44, en: 96 } as const;

/** The words of a free booth, said softly. */
export const freeWords = (no: string, lang: Language): string =>
  `${localise(FREE, lang)} · ${localise(BOOTH, lang)} ${no}`;

/** Every text of one booth's sign. */
export function* boothTexts({ node, group }: Entry, lang: Language): Iterable<Text> {
  const { booth, tenant } = node;
  if (!booth) return;
  const fascia = fasciaOf(booth);
  if (!tenant) {
    yield line(freeWords(booth.no, lang), fascia, group.matrixWorld, { height: 0.44, ink: QUIET });
    return;
  }
  yield line(localise(tenant.name, lang), fascia, group.matrixWorld, { height: 0.62, ink: CREAM });
  yield* onTheWall(node, group.matrixWorld, lang);
}

/** Both names and a line about the company, beside its logo. */
function* onTheWall({ booth, tenant }: SceneNode, matrix: Matrix4, lang: Language): Iterable<Text> {
  const wall = backOf(booth!);
  const { zh, en } = tenant!.name;
  const left = hasLogo(tenant!) ? wall.height : 0.16;
  const fit = wall.width - left - 0.16;
  const at = -wall.width / 2 + left;
  const put = (words: string, height: number, up: number, ink: Ink, width: number | null = null): Text =>
    line(words, { ...wall, up: wall.up + wall.height * up }, matrix, { height, ink, align: 'left', at, fit, width });
  const first = lang === 'en' ? en || zh : zh || en, second = first === zh ? en : zh;
  yield put(first, 0.215, second && second !== first ? 0.27 : 0.18, INK);
  if (second && second !== first) yield put(second, 0.1, 0.07, FAINT);
  const corner = { ...wall, up: wall.up - wall.height / 2 + 0.13 };
  yield line(booth!.no, corner, matrix, { height: 0.085, ink: TIMBER, align: 'right', at: wall.width / 2 - 0.16 });
  const brief = shorten(localise(tenant!.brief, lang), MOST_BRIEF[lang]);
  if (brief) yield put(brief, 0.088, -0.2, FAINT, fit);
}

interface Look {
  /** Height of a letter as a share of the surface. */
  height: number;
  ink: Ink;
  align?: Text['align'];
  /** Along the surface from its middle, metres. */
  at?: number;
  /** Most metres that it takes; longer texts are written smaller. */
  fit?: number;
  width?: number | null;
}

function line(words: string, surface: Surface, matrix: Matrix4, look: Look): Text {
  const { height, ink, align = 'center', at = 0, fit = surface.width - 0.3, width = null } = look;
  // A text faces -Z of its node, a sign +Z: hence the half turn.
  const place = matrix.clone().multiply(new Matrix4().makeRotationY(Math.PI).setPosition(at, surface.up, surface.out + 0.004));
  const size = surface.height * height;
  return { words, size, pixels: size > 0.16 ? 80 : 56, width, align, ink, paper: null, matrix: place, bend: 0, fit };
}

function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

// --- from afar --------------------------------------------------------------------------------------

/** Between these distances a name hangs over the booth: nearer one reads the sign itself. */
const NEAR = 13;
const FAR = 75;
const MOST = 10;
const OVER = 0.55;
const SIZE = 0.1;
const PAPER = [0.09, 0.21, 0.155, 0.86] as const;

/** Plates with the names of companies that are too far away for their signs to be read. */
export function boothPlates(booths: Iterable<Entry>, frame: Frame): Plate[] {
  const { eye, lang } = frame;
  const found: { plate: Plate; away: number }[] = [];
  for (const { node, group } of booths) {
    if (!node.tenant || !node.booth) continue;
    const place = placeOver(group.matrixWorld, node.booth.height);
    const away = place.distanceTo(eye);
    if (away < NEAR || away > FAR) continue;
    const presence = Math.min(1, (away - NEAR) / 3, (FAR - away) / 10);
    found.push({ away, plate: { text: localise(node.tenant.name, lang), place, size: sizeAt(SIZE, away), ink: CREAM, paper: PAPER, presence, layer: 'plate' } });
  }
  return found.sort((a, b) => a.away - b.away).slice(0, MOST).map(({ plate }) => plate);
}

function placeOver(matrix: Matrix4, height: number): Vector3 {
  const place = new Vector3().setFromMatrixPosition(matrix);
  place.y += height + OVER;
  return place;
}
