/** Text drawn by the browser into shared one-channel textures. */

import { LinearFilter, LinearMipmapLinearFilter, RedFormat, CanvasTexture } from 'three';
import { fontAt } from './fonts';
import { Shelves } from './shelves';
import { wrap } from './wrap';

export interface Written {
  page: number;
  /** u0, v0, u1, v1. */
  rect: [number, number, number, number];
  /** Width and height in ems of the text's size. */
  width: number;
  height: number;
}

export interface Writing {
  text: string;
  /** Pixels an em. */
  pixels: number;
  /** Ems a line may take, or null. */
  width: number | null;
  align: 'left' | 'center' | 'right';
}

export const LINE = 1.36;
const MARGIN = 0.12;
/** A line too long for a page is written smaller, down to this many pixels an em. */
const SMALLEST = 24;

interface Page {
  context: CanvasRenderingContext2D;
  texture: CanvasTexture;
}

export class Atlas {
  private readonly pages: Page[] = [];
  private shelves: Shelves;

  constructor(readonly size: number, private readonly anisotropy: number) {
    this.shelves = new Shelves(size);
  }

  /** Write a text and say where it is; null when it is too large for a page. */
  write({ text, pixels, width, align }: Writing): Written | null {
    const { context } = this.page(0);
    context.font = fontAt(pixels);
    const measure = (line: string): number => context.measureText(line).width;
    const lines = width === null ? text.split('\n') : wrap(text, width * pixels, measure);
    const margin = Math.ceil(MARGIN * pixels);
    const widest = Math.max(...lines.map(measure), 1);
    const w = Math.ceil(widest) + margin * 2;
    const h = Math.ceil(lines.length * LINE * pixels) + margin * 2;
    if (w > this.size * 0.98 && pixels > SMALLEST) {
      return this.write({ text, pixels: Math.floor(pixels * 0.7), width, align });
    }
    const spot = this.shelves.place(w, h);
    if (!spot) return null;
    this.draw(spot.page, lines, pixels, spot.x, spot.y, w, margin, align);
    const { size } = this;
    return {
      page: spot.page, width: w / pixels, height: h / pixels,
      rect: [spot.x / size, 1 - (spot.y + h) / size, (spot.x + w) / size, 1 - spot.y / size],
    };
  }

  /** The texture of a page; there may be none yet. */
  texture(page: number): CanvasTexture {
    return this.page(page).texture;
  }

  get pageCount(): number {
    return this.shelves.pageCount;
  }

  /** Forget everything written. */
  clear(): void {
    this.shelves = new Shelves(this.size);
    for (const { context, texture } of this.pages) {
      context.clearRect(0, 0, this.size, this.size);
      texture.needsUpdate = true;
    }
  }

  dispose(): void {
    for (const { texture } of this.pages) texture.dispose();
  }

  private page(at: number): Page {
    while (this.pages.length <= at) this.pages.push(createPage(this.size, this.anisotropy));
    return this.pages[at]!;
  }

  private draw(
    at: number, lines: string[], pixels: number, x: number, y: number, w: number, margin: number,
    align: Writing['align'],
  ): void {
    const { context, texture } = this.page(at);
    context.font = fontAt(pixels);
    context.fillStyle = '#fff';
    context.textBaseline = 'alphabetic';
    context.textAlign = align;
    const anchor = align === 'left' ? x + margin : align === 'right' ? x + w - margin : x + w / 2;
    lines.forEach((line, row) => {
      context.fillText(line, anchor, y + margin + (row * LINE + 1.04) * pixels);
    });
    texture.needsUpdate = true;
  }
}

function createPage(size: number, anisotropy: number): Page {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d', { alpha: true, willReadFrequently: false })!;
  const texture = new CanvasTexture(canvas);
  // White ink on nothing: red alone says how much of a pixel is covered.
  texture.format = RedFormat;
  texture.premultiplyAlpha = true;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = anisotropy;
  return { context, texture };
}
