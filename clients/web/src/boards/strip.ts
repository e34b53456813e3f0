/** The strip below a board's picture: what it is, where it stands, and what one can press. */

import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from 'three';
import { fontAt, needFont } from '../text3d/fonts';
import type { Size } from './fit';

export interface StripWords {
  /** Left and right: symbols of what a press does; empty for none. */
  back: string;
  on: string;
  /** In the middle. */
  text: string;
  /** How far along, 0 to 1; null for no line. */
  along: number | null;
}

const HEIGHT = 96;
const MOST_WIDTH = 2048;
const PAPER = '#23282b', INK = '#f4f1ea', QUIET = '#8d958f', LINE = '#d89a52';

export class Strip {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly canvas = document.createElement('canvas');
  private readonly texture: CanvasTexture;
  private drawn = '';

  constructor(readonly size: Size) {
    this.canvas.height = HEIGHT;
    this.canvas.width = Math.min(MOST_WIDTH, Math.max(HEIGHT * 3, Math.round((HEIGHT * size.width) / size.height)));
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 8;
    this.mesh = new Mesh(new PlaneGeometry(size.width, size.height), new MeshBasicMaterial({ map: this.texture, toneMapped: false }));
  }

  /** Show these words; nothing is drawn when they are there already. */
  show(words: StripWords): void {
    const key = JSON.stringify(words);
    if (key === this.drawn) return;
    this.drawn = key;
    this.draw(words);
    void needFont(words.text).then(() => key === this.drawn && this.draw(words));
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private draw({ back, on, text, along }: StripWords): void {
    const { canvas: { width }, canvas } = this;
    const context = canvas.getContext('2d')!;
    context.fillStyle = PAPER;
    context.fillRect(0, 0, width, HEIGHT);
    context.textBaseline = 'middle';
    const write = (words: string, x: number, align: CanvasTextAlign, color: string, room: number): void => {
      context.font = fontAt(44);
      context.fillStyle = color;
      context.textAlign = align;
      context.fillText(words, x, HEIGHT / 2 + 3, room);
    };
    write(back, 34, 'left', INK, width * 0.3);
    write(on, width - 34, 'right', INK, width * 0.3);
    write(text, width / 2, 'center', back || on ? INK : QUIET, width * 0.62);
    if (along !== null) {
      context.fillStyle = LINE;
      context.fillRect(0, HEIGHT - 7, width * along, 7);
    }
    this.texture.needsUpdate = true;
  }
}
