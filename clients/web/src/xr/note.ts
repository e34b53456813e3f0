/** A card that stays before the eyes inside the headset: words, a code to be read out, a QR code, buttons. */

import { type Ray, type Scene, Vector3 } from 'three';
import { paintQr } from '../me/qr';
import type { XrCard } from '../stage-api';
import { needFont } from '../text3d/fonts';
import { buttonRects, type Rect } from './card';
import { INK, INSIDE, MARGIN, Slate, WIDTH } from './slate';

/** How far to the left a card stands that leaves what is ahead in sight, radians. */
const ASIDE = 0.52;
/** And how far away, so that all of it can be read with a turn of the head. */
const ASIDE_AWAY = 1.35;
const UP = new Vector3(0, 1, 0);
const METRES = 0.8;
const AWAY = 0.95;
const QR_SIDE = 380, QR_TOP = 66;
const BUTTON_TOP = 620;
const ROW_TOP = 148, ROW_HEIGHT = 68, ROW_GAP = 8;

export class Note {
  private readonly slate: Slate;
  private card: XrCard | null = null;
  private drawn = '';
  /** A picture that has come, by its address. */
  private picture: { from: string; image: HTMLImageElement } | null = null;

  constructor(scene: Scene) {
    this.slate = new Slate(scene, METRES, 26);
  }

  get open(): boolean {
    return this.slate.shown;
  }

  /** Show a card, or none; a new one comes up before the eyes. */
  show(card: XrCard | null, eye: Vector3, ahead: Vector3): void {
    if (card && !this.card) this.place(eye, card.aside ? ahead.clone().applyAxisAngle(UP, ASIDE) : ahead, card.aside ? ASIDE_AWAY : AWAY);
    this.card = card;
    this.slate.shown = card !== null;
    this.refresh();
  }

  /** Where a ray meets the card, and which button is there. */
  hit(ray: Ray): { distance: number; button: number } | null {
    return this.slate.hit(ray);
  }

  hover(button: number): void {
    if (this.slate.hover(button)) this.refresh();
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
    this.slate.dispose();
  }

  private place(eye: Vector3, ahead: Vector3, away: number): void {
    const level = ahead.clone().setY(0).normalize();
    const at = eye.clone().addScaledVector(level, away);
    at.y = eye.y - 0.08;
    this.slate.stand(at, eye, 0.06);
  }

  private refresh(): void {
    const { card } = this;
    if (!card) return;
    const key = JSON.stringify([card, this.slate.hovered]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.draw(card);
    const words = [card.title, card.note, ...card.lines, ...this.choices.map(({ label }) => label)].join('');
    if (card.picture && this.picture?.from !== card.picture) this.fetch(card.picture, key);
    void needFont(words).then(() => key === this.drawn && this.draw(card));
  }

  private draw(card: XrCard): void {
    const rows = card.list?.length ?? 0;
    this.slate.draw(
      () => this.paint(card), this.choices.map(({ label }, at) => ({ label, row: at < rows })),
      [...rowRects(rows), ...buttonRects(card.buttons.length, WIDTH, BUTTON_TOP, MARGIN)],
    );
  }

  private paint(card: XrCard): void {
    const { slate } = this;
    const pictured = card.qr.length > 0 || Boolean(card.picture);
    const wide = pictured ? WIDTH - QR_SIDE - MARGIN * 3 : INSIDE;
    slate.write(card.title, 92, { pixels: 50, color: INK.title, wide });
    slate.rule(122);
    slate.writeLines(slate.wrapped(card.lines, wide), 180, wide);
    if (card.qr.length) paintQr(slate.context, card.qr, WIDTH - MARGIN - QR_SIDE, QR_TOP, QR_SIDE);
    else if (card.picture) this.paintPicture(card.picture);
    if (card.code) slate.write(card.code, 546, { pixels: 92, color: INK.code });
    if (card.note) slate.write(card.note, 594, { pixels: 28, color: INK.quiet });
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
    const { slate: { context }, picture } = this;
    const x = WIDTH - MARGIN - QR_SIDE;
    context.fillStyle = '#fff';
    context.fillRect(x, QR_TOP, QR_SIDE, QR_SIDE);
    if (picture?.from === from) context.drawImage(picture.image, x, QR_TOP, QR_SIDE, QR_SIDE);
  }
}

const rowRects = (count: number): Rect[] => Array.from({ length: count }, (_, at) => ({
  x: MARGIN, y: ROW_TOP + at * (ROW_HEIGHT + ROW_GAP), w: INSIDE, h: ROW_HEIGHT,
}));
