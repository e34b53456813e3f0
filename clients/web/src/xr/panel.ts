/** An exhibit's card that hangs in the air before it, with buttons to point at. */

import {
  CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, type Ray, Raycaster, type Scene, SRGBColorSpace, Vector3,
} from 'three';
import { fontAt, needFont } from '../text3d/fonts';
import { wrap } from '../text3d/wrap';
import { localise, type Language, type Localised, type Playback, type SceneNode } from '../world/scene';
import type { World } from '../world/world';
import { buttonRects, type CardButton, cardButtons, cardParagraphs, type CardState, hitRect, type Rect } from './card';

const WIDTH = 1024, HEIGHT = 768, MARGIN = 44;
const METRES = 0.86;
const BODY_TOP = 176, BODY_LINE = 46, BODY_LINES = 7;
const BUTTON_TOP = 546;

/** A part that was pointed at. */
export interface PanelPart {
  index: number;
  name: Localised;
}

export class Panel {
  node: string | null = null;
  private readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly caster = new Raycaster();
  private lang: Language = 'zh-CN';
  private page = 0;
  private pages = 1;
  private buttons: CardButton[] = [];
  private rects: Rect[] = [];
  private hovered = -1;
  private drawn = '';
  private part: PanelPart | null = null;
  private alone = false;

  constructor(
    private readonly scene: Scene, private readonly world: World,
    private readonly isolate: (node: string, part: number | null) => void,
  ) {
    this.canvas.width = WIDTH;
    this.canvas.height = HEIGHT;
    this.context = this.canvas.getContext('2d')!;
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 4;
    const material = new MeshBasicMaterial({
      map: this.texture, transparent: true, toneMapped: false, fog: false, depthTest: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(METRES, (METRES * HEIGHT) / WIDTH), material);
    this.mesh.renderOrder = 25;
    this.mesh.visible = false;
    scene.add(this.mesh);
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
    this.mesh.position.copy(eye).addScaledVector(towards, away).addScaledVector(right, 0.56);
    this.mesh.position.y = eye.y - 0.16;
    this.mesh.lookAt(eye.x, this.mesh.position.y + 0.12, eye.z);
    this.mesh.updateMatrixWorld();
    this.refresh();
  }

  close(): void {
    this.let();
    this.node = null;
    this.mesh.visible = false;
  }

  /** Where a ray meets the open panel, and which button is there. */
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
    const key = JSON.stringify([this.node, this.lang, this.page, this.hovered, this.state(), card, model?.clips, model?.variants]);
    if (key === this.drawn) return;
    this.drawn = key;
    this.draw(node);
    void needFont([localise(node.card?.title ?? node.name, this.lang), ...cardParagraphs(node, this.lang)].join(''))
      .then(() => key === this.drawn && this.draw(node));
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
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
    const { context } = this;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = 'rgba(20, 22, 26, 0.93)';
    rounded(context, { x: 0, y: 0, w: WIDTH, h: HEIGHT }, 36);
    context.fillStyle = '#e8a65a';
    context.fillRect(MARGIN, 134, 64, 5);
    const part = localise(this.part?.name, this.lang);
    const title = localise(node.card?.title ?? node.name, this.lang);
    this.write(part ? `${title} · ${part}` : title, 54, '#fff', 84);
    this.write(localise(node.card?.maker, this.lang), 27, '#b9b4ab', 122);
    this.drawBody(node);
    this.buttons = cardButtons(node, this.state(), this.pages, this.lang);
    this.rects = buttonRects(this.buttons.length, WIDTH, BUTTON_TOP, MARGIN);
    this.buttons.forEach((button, at) => this.drawButton(button, this.rects[at]!, at === this.hovered));
    this.texture.needsUpdate = true;
    this.mesh.visible = true;
  }

  private drawBody(node: SceneNode): void {
    const { context } = this;
    context.font = fontAt(31);
    const measure = (line: string): number => context.measureText(line).width;
    const lines = cardParagraphs(node, this.lang).flatMap((text) => wrap(text, WIDTH - MARGIN * 2, measure));
    this.pages = Math.max(1, Math.ceil(lines.length / BODY_LINES));
    this.page %= this.pages;
    lines.slice(this.page * BODY_LINES, (this.page + 1) * BODY_LINES)
      .forEach((line, row) => this.write(line, 31, '#e9e5dd', BODY_TOP + 34 + row * BODY_LINE));
  }

  private drawButton(button: CardButton, rect: Rect, hovered: boolean): void {
    const { context } = this;
    const on = button.do === 'act' && button.on;
    context.fillStyle = hovered ? '#e8a65a' : on ? '#6b4a26' : '#343840';
    rounded(context, rect, 22);
    context.font = fontAt(32);
    context.fillStyle = hovered ? '#1a1410' : '#fff';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(button.label, rect.x + rect.w / 2, rect.y + rect.h / 2 + 2, rect.w - 20);
  }

  private write(text: string, pixels: number, color: string, y: number): void {
    const { context } = this;
    context.font = fontAt(pixels);
    context.fillStyle = color;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fillText(text, MARGIN, y, WIDTH - MARGIN * 2);
  }
}

export function rounded(context: CanvasRenderingContext2D, { x, y, w, h }: Rect, radius: number): void {
  context.beginPath();
  context.moveTo(x + radius, y);
  context.arcTo(x + w, y, x + w, y + h, radius);
  context.arcTo(x + w, y + h, x, y + h, radius);
  context.arcTo(x, y + h, x, y, radius);
  context.arcTo(x, y, x + w, y, radius);
  context.fill();
}

