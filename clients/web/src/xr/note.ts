/** A card that stays before the eyes inside the headset: words, a code to be read out, a QR code, buttons. */

import {
  CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, type Ray, Raycaster, type Scene, SRGBColorSpace, type Vector3,
} from 'three';
import { paintQr } from '../me/qr';
import type { XrCard } from '../stage-api';
import { fontAt, needFont } from '../text3d/fonts';
import { wrap } from '../text3d/wrap';
import { buttonRects, hitRect, type Rect } from './card';
import { rounded } from './panel';

const WIDTH = 1024, HEIGHT = 768, MARGIN = 44;
const METRES = 0.8;
const AWAY = 0.95;
const QR_SIDE = 380, QR_TOP = 128;
const BUTTON_TOP = 620;
const LINE = 46;
const ROW_TOP = 148, ROW_HEIGHT = 68, ROW_GAP = 8;

export class Note {
  private readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly caster = new Raycaster();
  private card: XrCard | null = null;
  private rects: Rect[] = [];
  private hovered = -1;
  private drawn = '';
  /** A picture that has come, by its address. */
  private picture: { from: string; image: HTMLImageElement } | null = null;

  constructor(private readonly scene: Scene) {
    this.canvas.width = WIDTH;
    this.canvas.height = HEIGHT;
    this.context = this.canvas.getContext('2d')!;
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 4;
    const material = new MeshBasicMaterial({ map: this.texture, transparent: true, toneMapped: false, fog: false, depthTest: false });
    this.mesh = new Mesh(new PlaneGeometry(METRES, (METRES * HEIGHT) / WIDTH), material);
    this.mesh.renderOrder = 26;
    this.mesh.visible = false;
    scene.add(this.mesh);
  }

  get open(): boolean {
    return this.mesh.visible;
  }

  /** Show a card, or none; a new one comes up before the eyes. */
  show(card: XrCard | null, eye: Vector3, ahead: Vector3): void {
    if (card && !this.card) this.place(eye, ahead);
    this.card = card;
    this.mesh.visible = card !== null;
    this.refresh();
  }

  /** Where a ray meets the card, and which button is there. */
  hit(ray: Ray): { distance: number; button: number } | null {
    if (!this.mesh.visible) return null;
    this.caster.ray.copy(ray);
    const [hit] = this.caster.intersectObject(this.mesh, false);
    if (!hit?.uv) return null;
    return { distance: hit.distance, button: hitRect(this.rects, hit.uv.x * WIDTH, (1 - hit.uv.y) * HEIGHT) };
  }

  hover(button: number): void {
    if (button === this.hovered) return;
    this.hovered = button;
    this.refresh();
  }

  /** What a button does; null beside all of them. */
  press(at: number): string | null {
    return this.choices[at]?.id ?? null;
  }

  /** Rows of the list, then buttons. */
  private get choices(): readonly { id: string; label: string }[] {
    return this.card ? [...(this.card.list ?? []), ...this.card.buttons] : [];
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private place(eye: Vector3, ahead: Vector3): void {
    const level = ahead.clone().setY(0).normalize();
    this.mesh.position.copy(eye).addScaledVector(level, AWAY);
    this.mesh.position.y = eye.y - 0.08;
    this.mesh.lookAt(eye.x, this.mesh.position.y + 0.06, eye.z);
    this.mesh.updateMatrixWorld();
  }

  private refresh(): void {
    const { card } = this;
    if (!card) return;
    const key = JSON.stringify([card, this.hovered]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.draw(card);
    const words = [card.title, card.note, ...card.lines, ...this.choices.map(({ label }) => label)].join('');
    if (card.picture && this.picture?.from !== card.picture) this.fetch(card.picture, key);
    void needFont(words).then(() => key === this.drawn && this.draw(card));
  }

  private draw(card: XrCard): void {
    const { context } = this;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = 'rgba(20, 22, 26, 0.95)';
    rounded(context, { x: 0, y: 0, w: WIDTH, h: HEIGHT }, 36);
    const pictured = card.qr.length > 0 || Boolean(card.picture);
    const wide = pictured ? WIDTH - QR_SIDE - MARGIN * 3 : WIDTH - MARGIN * 2;
    this.write(card.title, 50, '#fff', 92, wide);
    context.fillStyle = '#e8a65a';
    context.fillRect(MARGIN, 122, 64, 5);
    this.lines(card, wide);
    if (card.qr.length) paintQr(context, card.qr, WIDTH - MARGIN - QR_SIDE, QR_TOP - 62, QR_SIDE);
    else if (pictured) this.paintPicture(card.picture!);
    if (card.code) this.write(card.code, 92, '#ffd9a8', 546, WIDTH - MARGIN * 2);
    if (card.note) this.write(card.note, 28, '#b9b4ab', 594, WIDTH - MARGIN * 2);
    this.rects = [...rowRects(card.list?.length ?? 0), ...buttonRects(card.buttons.length, WIDTH, BUTTON_TOP, MARGIN)];
    this.choices.forEach(({ label }, at) => this.button(label, this.rects[at]!, at === this.hovered, at < (card.list?.length ?? 0)));
    this.texture.needsUpdate = true;
  }

  private lines(card: XrCard, wide: number): void {
    const { context } = this;
    context.font = fontAt(31);
    const measure = (line: string): number => context.measureText(line).width;
    card.lines.flatMap((text) => wrap(text, wide, measure))
      .forEach((line, row) => this.write(line, 31, '#e9e5dd', 180 + row * LINE, wide));
  }

  private fetch(from: string, key: string): void {
    const image = new Image();
    image.addEventListener('load', () => {
      this.picture = { from, image };
      if (key === this.drawn && this.card) this.draw(this.card);
    });
    image.src = from;
  }

  private paintPicture(from: string): void {
    const { context, picture } = this;
    const [x, y] = [WIDTH - MARGIN - QR_SIDE, QR_TOP - 62];
    context.fillStyle = '#fff';
    context.fillRect(x, y, QR_SIDE, QR_SIDE);
    if (picture?.from === from) context.drawImage(picture.image, x, y, QR_SIDE, QR_SIDE);
  }

  private button(label: string, rect: Rect, hovered: boolean, row: boolean): void {
    const { context } = this;
    context.fillStyle = hovered ? '#e8a65a' : '#343840';
    rounded(context, rect, 22);
    context.font = fontAt(31);
    context.fillStyle = hovered ? '#1a1410' : '#fff';
    context.textAlign = row ? 'left' : 'center';
    context.textBaseline = 'middle';
    context.fillText(label, row ? rect.x + 26 : rect.x + rect.w / 2, rect.y + rect.h / 2 + 2, rect.w - (row ? 52 : 20));
  }

  private write(text: string, pixels: number, color: string, y: number, wide: number): void {
    const { context } = this;
    context.font = fontAt(pixels);
    context.fillStyle = color;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillText(text, MARGIN, y, wide);
  }
}

const rowRects = (count: number): Rect[] => Array.from({ length: count }, (_, at) => ({
  x: MARGIN, y: ROW_TOP + at * (ROW_HEIGHT + ROW_GAP), w: WIDTH - MARGIN * 2, h: ROW_HEIGHT,
}));
