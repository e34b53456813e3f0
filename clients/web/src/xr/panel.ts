/** An exhibit's card that hangs in the air before it, with buttons to point at. */

import { type Ray, type Scene, Vector3 } from 'three';
import { needFont } from '../text3d/fonts';
import { localise, type Language, type Localised, type Playback, type SceneNode } from '../world/scene';
import type { World } from '../world/world';
import { buttonRects, type CardButton, cardButtons, cardParagraphs, type CardState } from './card';
import { INK, MARGIN, Slate, WIDTH } from './slate';

const METRES = 0.86;
const BODY_TOP = 210, BODY_LINES = 7;
const BUTTON_TOP = 546;

/** A part that was pointed at. */
export interface PanelPart {
  index: number;
  name: Localised;
}

export class Panel {
  node: string | null = null;
  private readonly slate: Slate;
  private lang: Language = 'zh-CN';
  private page = 0;
  private pages = 1;
  private buttons: CardButton[] = [];
  private drawn = '';
  private part: PanelPart | null = null;
  private alone = false;

  constructor(
    scene: Scene, private readonly world: World,
    private readonly isolate: (node: string, part: number | null) => void,
  ) {
    this.slate = new Slate(scene, METRES, 25);
  }

  /** Open the card of a node, between the eye and what was pointed at; `part`: which of its parts. */
  open(node: string, lang: Language, eye: Vector3, target: Vector3, part: PanelPart | null = null): void {
    const moved = node !== this.node;
    if (moved) this.let();
    this.node = node;
    this.choose(part);
    if (!moved) return this.refresh();
    this.lang = lang;
    this.page = 0;
    this.drawn = '';
    const towards = target.clone().sub(eye);
    const away = Math.min(1.15, Math.max(0.7, towards.length() - 0.4));
    towards.y = 0;
    towards.normalize();
    // A little to the right, so that the exhibit stays in view beside its card.
    const right = new Vector3(-towards.z, 0, towards.x);
    const at = eye.clone().addScaledVector(towards, away).addScaledVector(right, 0.56);
    at.y = eye.y - 0.16;
    this.slate.stand(at, eye, 0.12);
    this.refresh();
  }

  close(): void {
    this.let();
    this.node = null;
    this.slate.shown = false;
  }

  /** Where a ray meets the open panel, and which button is there. */
  hit(ray: Ray): { distance: number; button: number } | null {
    return this.slate.hit(ray);
  }

  hover(button: number): void {
    if (this.slate.hover(button)) this.refresh();
  }

  /** Press a button: page, language and closing happen here, the rest is answered. */
  press(at: number): CardButton | null {
    const button = this.buttons[at];
    if (!button) return null;
    if (button.do === 'page') this.page = (this.page + 1) % this.pages;
    else if (button.do === 'language') this.lang = this.lang === 'en' ? 'zh-CN' : 'en';
    else if (button.do === 'close') this.close();
    else if (button.do === 'alone') this.toggleAlone();
    this.refresh();
    return button;
  }

  /** Draw again when what it shows has changed. */
  refresh(): void {
    const node = this.node === null ? undefined : this.world.nodes.get(this.node);
    if (!node) return this.close();
    const { card, model } = node;
    const key = JSON.stringify([this.node, this.lang, this.page, this.slate.hovered, this.state(), card, model?.clips, model?.variants]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.draw(node);
    void needFont([localise(node.card?.title ?? node.name, this.lang), ...cardParagraphs(node, this.lang)].join(''))
      .then(() => key === this.drawn && this.draw(node));
  }

  dispose(): void {
    this.slate.dispose();
  }

  private choose(part: PanelPart | null): void {
    this.part = part;
    if (this.alone && part) this.isolate(this.node!, part.index);
  }

  private toggleAlone(): void {
    this.alone = !this.alone && this.part !== null;
    this.isolate(this.node!, this.alone ? this.part!.index : null);
  }

  /** The exhibit looked at is left: all of it is shown again. */
  private let(): void {
    if (this.alone && this.node !== null) this.isolate(this.node, null);
    this.alone = false;
    this.part = null;
  }

  private state(): CardState {
    const id = this.node!;
    const playback = this.world.value(id, 'animation') as Playback | null | undefined;
    return {
      explode: Number(this.world.value(id, 'explode') ?? 0),
      turn: Number(this.world.value(id, 'turn') ?? 0),
      part: this.part?.name ?? null,
      alone: this.alone,
      variant: (this.world.value(id, 'variant') as string | null | undefined) ?? null,
      playing: playback?.playing ? playback.clip : null,
      page: this.page,
    };
  }

  private draw(node: SceneNode): void {
    const { slate } = this;
    const lines = slate.wrapped(cardParagraphs(node, this.lang));
    this.pages = Math.max(1, Math.ceil(lines.length / BODY_LINES));
    this.page %= this.pages;
    this.buttons = cardButtons(node, this.state(), this.pages, this.lang);
    const buttons = this.buttons.map((button) => ({ label: button.label, on: button.do === 'act' && button.on }));
    slate.draw(() => this.paint(node, lines), buttons, buttonRects(buttons.length, WIDTH, BUTTON_TOP, MARGIN));
    slate.shown = true;
  }

  private paint(node: SceneNode, lines: readonly string[]): void {
    const { slate } = this;
    const part = localise(this.part?.name, this.lang);
    const title = localise(node.card?.title ?? node.name, this.lang);
    slate.rule(134);
    slate.write(part ? `${title} · ${part}` : title, 84, { pixels: 54, color: INK.title });
    slate.write(localise(node.card?.maker, this.lang), 122, { pixels: 27, color: INK.quiet });
    slate.writeLines(lines.slice(this.page * BODY_LINES, (this.page + 1) * BODY_LINES), BODY_TOP);
  }
}
