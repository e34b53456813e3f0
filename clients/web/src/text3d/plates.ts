/** Name plates over people and labels at parts: few, near, turned to the reader. */

import { Matrix4, Quaternion, type Scene, Vector3 } from 'three';
import type { Frame } from '../stage/frame';
import type { Shown } from '../stage/people/people';
import { Atlas, type Written } from './atlas';
import { Boards } from './boards';
import { needFont } from './fonts';

const PAGE = 1024;
const PIXELS = 40;
const MOST = 96;
const LEADER = 0.003;

/** Something to be named this frame. */
export interface Plate {
  text: string;
  place: Vector3;
  /** Letter height in metres at arm's length; plates farther away grow a little. */
  size: number;
  ink: readonly [number, number, number];
  paper: readonly [number, number, number, number];
  /** 0 gone .. 1 here. */
  presence: number;
  /** Labels show through what is before them, plates do not. */
  layer: 'plate' | 'label';
  /** What it names, when that is not right below: a thin line leads there. */
  from?: Vector3;
}

/** The letter height of a plate as seen from `eye`, metres. */
export function emOf({ size, place }: Plate, eye: Vector3): number {
  return size * Math.max(1, Math.min(3.2, place.distanceTo(eye) / 3.5));
}

/** Plates stop to grow at this distance; what must be read from farther begins larger. */
const GROWN = 11.2;

/** The size of a plate that is to look alike from any distance beyond that, metres. */
export const sizeAt = (size: number, away: number): number => size * Math.max(1, away / GROWN);

const NAME_SIZE = 0.085;
const FAR = 32;
const MOST_NAMES = 30;
const INK = [0.99, 0.98, 0.96] as const;
const PAPER = [0.05, 0.06, 0.075, 0.68] as const;
// Linear light: dark enough for white letters before a bright wall, too.
const TALKING = [0.016, 0.10, 0.07, 0.92] as const;
const STAFF = [0.115, 0.06, 0.022, 0.92] as const;

const ROLES: Readonly<Record<string, { 'zh-CN': string; en: string }>> = {
  operator: { 'zh-CN': '园区管理员', en: 'Park staff' },
  guide: { 'zh-CN': '数字人 · 人工智能 AI 生成合成', en: 'Digital human · AI-generated' },
  presenter: { 'zh-CN': '主讲人', en: 'Presenter' },
};

/** The plates of the nearest people. */
export function namePlates(people: readonly Shown[], { lang }: Frame): Plate[] {
  return people
    .filter(({ name, distance, presence }) => name && distance < FAR && presence > 0.2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMES)
    .map(({ name, role, top, presence, distance, talking, officer }) => {
      // What a person writes is never labelled as AI.
      const title = officer ? `${officer} · ${ROLES.operator![lang]}` : ROLES[role]?.[lang];
      const fade = Math.min(1, (FAR - distance) / 6) * presence;
      return {
        text: title ? `${name} · ${title}` : name, place: top, size: NAME_SIZE, ink: INK,
        paper: talking ? TALKING : title ? STAFF : PAPER, presence: fade, layer: 'plate' as const,
      };
    });
}

export class Plates {
  private readonly atlas: Atlas;
  private readonly boards: Record<'plate' | 'label', Boards>;
  private readonly known = new Map<string, Written | null>();
  private readonly asked = new Set<string>();
  private readonly matrix = new Matrix4();
  private readonly turn = new Quaternion();
  private readonly size = new Vector3();
  private readonly look = new Matrix4();
  private readonly middle = new Vector3();

  constructor(scene: Scene, anisotropy: number) {
    this.atlas = new Atlas(PAGE, anisotropy);
    const page = this.atlas.texture(0);
    this.boards = { plate: new Boards(scene, page, MOST, 'plate'), label: new Boards(scene, page, MOST, 'label') };
  }

  draw(plates: readonly Plate[], frame: Frame): void {
    // Far ones first, so that near ones lie on top.
    const order = [...plates].slice(0, MOST)
      .sort((a, b) => b.place.distanceToSquared(frame.eye) - a.place.distanceToSquared(frame.eye));
    for (const plate of order) this.drawOne(plate, frame);
    for (const boards of Object.values(this.boards)) boards.finish();
  }

  dispose(): void {
    for (const boards of Object.values(this.boards)) boards.dispose();
    this.atlas.dispose();
  }

  private drawOne(plate: Plate, { eye }: Frame): void {
    const { text, place, ink, paper, presence, layer } = plate;
    const written = this.written(text);
    if (!written) return;
    const em = emOf(plate, eye);
    if (plate.from) this.drawLeader(plate, plate.from, eye);
    const padding: [number, number] = [em * 0.42, em * 0.02];
    const w = written.width * em + padding[0] * 2, h = written.height * em + padding[1] * 2;
    this.look.lookAt(eye, place, UP);
    this.turn.setFromRotationMatrix(this.look);
    this.matrix.compose(place, this.turn, this.size.set(w * presence, h * presence, 1));
    this.boards[layer].add({
      matrix: this.matrix, rect: written.rect, ink, inkAlpha: presence,
      paper: [paper[0], paper[1], paper[2], paper[3] * presence], size: [w, h], padding,
    });
  }

  private drawLeader({ place, paper, presence }: Plate, from: Vector3, eye: Vector3): void {
    const length = place.y - from.y;
    if (length < 0.02) return;
    const turn = this.turn.setFromAxisAngle(UP, Math.atan2(eye.x - place.x, eye.z - place.z));
    const middle = this.middle.copy(place).setY((place.y + from.y) / 2);
    this.matrix.compose(middle, turn, this.size.set(LEADER, length, 1));
    this.boards.label.add({
      matrix: this.matrix, rect: [0, 0, 0, 0], ink: [1, 1, 1], inkAlpha: 0,
      paper: [paper[0], paper[1], paper[2], 0.7 * presence], size: [LEADER, length], padding: [0, 0],
    });
  }

  /** Where a text is written; it is written when its font has come. */
  private written(text: string): Written | null {
    const known = this.known.get(text);
    if (known) return known;
    if (!this.asked.has(text)) {
      this.asked.add(text);
      void needFont(text).then(() => this.known.set(text, this.write(text)));
    }
    return null;
  }

  private write(text: string): Written | null {
    const writing = { text: shorten(text), pixels: PIXELS, width: null, align: 'center' as const };
    const written = this.atlas.write(writing);
    if (written?.page === 0) return written;
    // The one page is full: names of people who left lie on it. Begin it again.
    this.atlas.clear();
    this.known.clear();
    this.asked.clear();
    return this.atlas.write(writing);
  }
}

const UP = new Vector3(0, 1, 0);
const LONGEST = 44;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}
