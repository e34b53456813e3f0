/** A dark board in the air that words and buttons are drawn on, to be pointed at: what every card in the headset is. */

import {
  CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, type Ray, Raycaster, type Scene, SRGBColorSpace, type Vector3,
} from 'three';
import { fontAt } from '../text3d/fonts';
import { wrap } from '../text3d/wrap';
import { hitRect, type Rect } from './card';

/** Pixels of the board. */
export const WIDTH = 1024;
export const HEIGHT = 768;
export const MARGIN = 44;
/** From one line of running text to the next, and how large it is. */
export const LINE = 46;
export const TEXT = 31;
/** Between margins. */
export const INSIDE = WIDTH - MARGIN * 2;

const BACKGROUND = 'rgba(20, 22, 26, 0.95)';
export const INK = { title: '#fff', text: '#e9e5dd', quiet: '#b9b4ab', accent: '#e8a65a', code: '#ffd9a8' } as const;
const BUTTON = { plain: '#343840', on: '#6b4a26', words: '#fff', chosen: '#1a1410' } as const;
/** The smallest that a line is written before it is cut short, as a share of its size. */
const SMALLEST = 0.72;

export interface Ink {
  pixels: number;
  color: string;
  /** Most pixels across; what is longer is written smaller, then cut. */
  wide?: number;
}

export interface SlateButton {
  label: string;
  /** What it does is on. */
  on?: boolean;
  /** A row of a list: its words begin at the left. */
  row?: boolean;
}

export class Slate {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  readonly context: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly caster = new Raycaster();
  private rects: readonly Rect[] = [];
  private pointed = -1;

  /** `metres` across; `order`: what is drawn over what. */
  constructor(private readonly scene: Scene, metres: number, order: number) {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.context = canvas.getContext('2d')!;
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 4;
    const material = new MeshBasicMaterial({ map: this.texture, transparent: true, toneMapped: false, fog: false, depthTest: false });
    this.mesh = new Mesh(new PlaneGeometry(metres, (metres * HEIGHT) / WIDTH), material);
    this.mesh.renderOrder = order;
    this.mesh.visible = false;
    scene.add(this.mesh);
  }

  get shown(): boolean {
    return this.mesh.visible;
  }

  set shown(on: boolean) {
    this.mesh.visible = on;
  }

  /** The button that is pointed at, or -1. */
  get hovered(): number {
    return this.pointed;
  }

  /** Point at a button; true when it was another before, so that the board is to be drawn again. */
  hover(button: number): boolean {
    const other = button !== this.pointed;
    this.pointed = button;
    return other;
  }

  /** Stand somewhere and face the eye, leaning back by `lean` metres. */
  stand(at: Vector3, eye: Vector3, lean: number): void {
    this.mesh.position.copy(at);
    this.mesh.lookAt(eye.x, at.y + lean, eye.z);
    this.mesh.updateMatrixWorld();
  }

  /** Where a ray meets the board while it is shown, and which button is there. */
  hit(ray: Ray): { distance: number; button: number } | null {
    if (!this.shown) return null;
    this.caster.ray.copy(ray);
    const [hit] = this.caster.intersectObject(this.mesh, false);
    if (!hit?.uv) return null;
    return { distance: hit.distance, button: hitRect(this.rects, hit.uv.x * WIDTH, (1 - hit.uv.y) * HEIGHT) };
  }

  /** Draw the board anew: `paint` writes on it, `buttons` come last. */
  draw(paint: () => void, buttons: readonly SlateButton[], rects: readonly Rect[]): void {
    const { context } = this;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = BACKGROUND;
    rounded(context, { x: 0, y: 0, w: WIDTH, h: HEIGHT }, 36);
    paint();
    this.rects = rects;
    buttons.forEach((button, at) => this.button(button, rects[at]!, at === this.pointed));
    this.texture.needsUpdate = true;
  }

  /** The short line below a title. */
  rule(y: number): void {
    this.context.fillStyle = INK.accent;
    this.context.fillRect(MARGIN, y, 64, 5);
  }

  write(text: string, y: number, { pixels, color, wide = INSIDE }: Ink): void {
    const { context } = this;
    context.fillStyle = color;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillText(this.fitted(text, pixels, wide), MARGIN, y);
  }

  /** Lines of running text no wider than this; an address is broken where it must be. */
  wrapped(texts: readonly string[], wide = INSIDE): string[] {
    const { context } = this;
    context.font = fontAt(TEXT);
    const measure = (line: string): number => context.measureText(line).width;
    return texts.flatMap((text) => wrap(text, wide, measure)).flatMap((line) => broken(line, wide, measure));
  }

  /** Write lines below each other, the first at `y`. */
  writeLines(lines: readonly string[], y: number, wide = INSIDE): void {
    lines.forEach((line, row) => this.write(line, y + row * LINE, { pixels: TEXT, color: INK.text, wide }));
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private button({ label, on = false, row = false }: SlateButton, rect: Rect, hovered: boolean): void {
    const { context } = this;
    context.fillStyle = hovered ? INK.accent : on ? BUTTON.on : BUTTON.plain;
    rounded(context, rect, 22);
    context.fillStyle = hovered ? BUTTON.chosen : BUTTON.words;
    context.textAlign = row ? 'left' : 'center';
    context.textBaseline = 'middle';
    const words = this.fitted(label, TEXT, rect.w - (row ? 52 : 24));
    context.fillText(words, row ? rect.x + 26 : rect.x + rect.w / 2, rect.y + rect.h / 2 + 2);
  }

  /** Make a text fit: smaller, as far as it can still be read, then cut. Sets the font. */
  private fitted(text: string, pixels: number, wide: number): string {
    const { context } = this;
    const measure = (words: string): number => context.measureText(words).width;
    context.font = fontAt(pixels);
    const width = measure(text);
    if (width <= wide) return text;
    context.font = fontAt(Math.floor(pixels * Math.max(SMALLEST, wide / width)));
    const characters = [...text];
    let kept = text;
    while (characters.length > 1 && measure(kept) > wide) {
      characters.pop();
      kept = `${characters.join('').trimEnd()}…`;
    }
    return kept;
  }
}

/** A line that has no place to break it, letter by letter. */
function broken(line: string, wide: number, measure: (line: string) => number): string[] {
  if (measure(line) <= wide) return [line];
  const lines = [''];
  for (const letter of line) {
    const longer = lines.at(-1)! + letter;
    if (measure(longer) > wide && lines.at(-1)) lines.push(letter);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function rounded(context: CanvasRenderingContext2D, { x, y, w, h }: Rect, radius: number): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + w, y, x + w, y + h, radius);
  context.arcTo(x + w, y + h, x, y + h, radius);
  context.arcTo(x, y + h, x, y, radius);
  context.arcTo(x, y, x + w, y, radius);
  context.fill();
}
