/** The texts that stand in a hall: signs, cards, labels, and the names over doorways. */

import { Matrix4, type Scene, Vector3 } from 'three';
import { localise, type Language, type TextBoard } from '../world/scene';
import type { Entry, SceneView } from '../stage/view/sceneview';
import { doorway } from '../stage/view/portals';
import { Atlas } from './atlas';
import { bendRadius, type Round } from './bend';
import { type Board, Boards } from './boards';
import { boothTexts } from './booths';
import { needFont } from './fonts';
import { guestsOf, wordsOf } from './guests';

const PAGE = 2048;
const CAPACITY = 256;
const LIFT = 0.012;

type Style = NonNullable<TextBoard['style']>;
/** Pixels an em, by how close one comes to read it. */
const PIXELS: Record<Style, number> = { sign: 96, card: 52, label: 56 };
const LARGE = 1.2;
const INK: [number, number, number] = [0.06, 0.058, 0.055];

/** A text where it stands, before it is written. */
export interface Text {
  words: string;
  size: number;
  pixels: number;
  width: number | null;
  align: 'left' | 'center' | 'right';
  ink: [number, number, number];
  paper: [number, number, number, number] | null;
  matrix: Matrix4;
  bend: number;
  /** Most metres that a line takes; a longer one is smaller. */
  fit?: number;
}

export class Signs {
  private readonly atlas: Atlas;
  private readonly boards: Boards[] = [];
  private turn = 0;
  private written = '';

  constructor(private readonly scene: Scene, private readonly view: SceneView, anisotropy: number) {
    this.atlas = new Atlas(PAGE, anisotropy);
  }

  /** Write all texts of the hall in a language; a later call overtakes an earlier one. */
  async layout(lang: Language): Promise<void> {
    const turn = (this.turn += 1);
    const texts = [...this.texts(lang)];
    const key = JSON.stringify(texts.map(({ matrix, ...rest }) => [rest, matrix.elements]));
    if (key === this.written) return;
    await needFont(texts.map(({ words }) => words).join(''));
    if (turn !== this.turn) return;
    this.written = key;
    this.draw(texts);
  }

  /** Take everything down. */
  clear(): void {
    this.turn += 1;
    this.written = '';
    for (const boards of this.boards) boards.finish();
  }

  dispose(): void {
    this.turn += 1;
    for (const boards of this.boards) boards.dispose();
    this.atlas.dispose();
  }

  private *texts(lang: Language): Iterable<Text> {
    const rounds = [...this.view.ofKind('plinth')].map(roundOf);
    const guests = guestsOf(this.view.ofKind('exhibit'));
    for (const entry of this.view.ofKind('text')) {
      const words = wordsOf(entry.node.text!, guests, lang);
      if (words) yield { ...fromNode(entry, words), bend: bendRadius(entry.group.matrixWorld, rounds) };
    }
    for (const entry of this.view.ofKind('portal')) {
      const text = overDoor(entry, lang);
      if (text.words) yield text;
    }
    for (const entry of this.view.ofKind('booth')) {
      for (const text of boothTexts(entry, lang)) if (text.words) yield text;
    }
  }

  private draw(texts: readonly Text[]): void {
    this.atlas.clear();
    const pages = new Map<number, Board[]>();
    for (const text of texts) {
      const { words, pixels, align, size } = text;
      const width = text.width === null ? null : text.width / size;
      const written = this.atlas.write({ text: words, pixels, width, align });
      if (!written) continue;
      const board = toBoard(text, written);
      pages.set(written.page, [...(pages.get(written.page) ?? []), board]);
    }
    for (let page = 0; page < Math.max(this.boards.length, this.atlas.pageCount); page++) {
      this.boards[page] ??= new Boards(this.scene, this.atlas.texture(page), CAPACITY);
      for (const board of pages.get(page) ?? []) this.boards[page]!.add(board);
      this.boards[page]!.finish();
    }
  }
}

function fromNode({ node, group }: Entry, words: string): Text {
  const text = node.text!;
  const style = text.style ?? 'sign';
  return {
    words, size: text.size,
    pixels: text.size >= LARGE ? 128 : PIXELS[style],
    width: text.width ?? null, align: text.align ?? 'center',
    ink: text.color ?? INK, paper: text.background ?? null,
    matrix: group.matrixWorld.clone(), bend: 0,
  };
}

/** The name over a doorway, read from the side one enters from, +Z. */
function overDoor({ node, group }: Entry, lang: Language): Text {
  const { height } = doorway(node.portal!);
  const matrix = group.matrixWorld.clone()
    .multiply(new Matrix4().makeRotationY(Math.PI).setPosition(0, height + 0.52, 0.19));
  return {
    words: localise(node.name, lang), size: 0.36, pixels: 96, width: null, align: 'center',
    ink: [0.98, 0.95, 0.9], paper: [0.055, 0.06, 0.07, 0.82], matrix, bend: 0,
  };
}

function roundOf({ node, group }: Entry): Round {
  const { radius, height } = node.plinth!;
  return { foot: new Vector3().setFromMatrixPosition(group.matrixWorld), radius, height };
}

const scratch = new Vector3();

/** A text faces -Z of its node; a plane faces +Z: hence the half turn. */
function toBoard(text: Text, written: { rect: Board['rect']; width: number; height: number }): Board {
  const { ink, paper, matrix, align, bend, fit = Infinity } = text;
  const size = Math.min(text.size, fit / written.width);
  const pad: [number, number] = paper ? [size * 0.45, size * 0.18] : [0, 0];
  const w = written.width * size + pad[0] * 2, h = written.height * size + pad[1] * 2;
  // Left and right texts begin and end at their node.
  const shift = align === 'left' ? w / 2 : align === 'right' ? -w / 2 : 0;
  const place = new Matrix4().makeRotationY(Math.PI).multiply(
    new Matrix4().makeScale(w, h, 1).setPosition(scratch.set(shift, 0, LIFT)),
  );
  return { matrix: matrix.clone().multiply(place), rect: written.rect, ink, paper, size: [w, h], padding: pad, bend };
}
