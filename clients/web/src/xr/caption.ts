/** Words below what one looks at inside the headset, following the head without haste. */

import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, type Scene, SRGBColorSpace, Vector3 } from 'three';
import type { XrCaption } from '../stage-api';
import { fontAt, needFont } from '../text3d/fonts';
import { wrap } from '../text3d/wrap';
import { INK } from './slate';

const [WIDTH, HEIGHT] = [1280, 320];
const METRES = 1.15;
const AWAY = 1.5;
/** Below the line of sight, and how fast it follows, shares of the way a second. */
const BELOW = 0.64;
const RATE = 4;
const [MARGIN, WHO, TEXT, LINE] = [40, 34, 50, 66];
const LINES = 3;

export class CaptionBoard {
  private readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly context: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly goal = new Vector3();
  private shown = '';

  constructor(private readonly scene: Scene) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    this.context = canvas.getContext('2d')!;
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    const material = new MeshBasicMaterial({ map: this.texture, transparent: true, toneMapped: false, fog: false, depthTest: false });
    this.mesh = new Mesh(new PlaneGeometry(METRES, (METRES * HEIGHT) / WIDTH), material);
    this.mesh.renderOrder = 24;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
    scene.add(this.mesh);
  }

  show(caption: XrCaption | null): void {
    const key = caption ? JSON.stringify(caption) : '';
    if (key === this.shown) return;
    this.shown = key;
    if (!caption) {
      this.mesh.visible = false;
      return;
    }
    void needFont(caption.who + caption.text + caption.label).then(() => key === this.shown && this.draw(caption));
  }

  /** Stay below what is looked at; one that has just come up is there at once. */
  follow(eye: Vector3, ahead: Vector3, dt: number): void {
    if (!this.shown) return;
    this.goal.copy(ahead).setY(0).normalize().multiplyScalar(AWAY).add(eye);
    this.goal.y = eye.y - BELOW + ahead.y * 0.5;
    if (!this.mesh.visible) return void this.mesh.position.copy(this.goal);
    this.mesh.position.lerp(this.goal, 1 - Math.exp(-dt * RATE));
    this.mesh.lookAt(eye);
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.texture.dispose();
  }

  private draw({ who, text, label, human }: XrCaption): void {
    const { context } = this;
    context.clearRect(0, 0, WIDTH, HEIGHT);
    context.font = fontAt(TEXT);
    const measure = (line: string): number => context.measureText(line).width;
    const lines = wrap(text, WIDTH - MARGIN * 2, measure).slice(0, LINES);
    const high = 84 + lines.length * LINE + 14;
    context.fillStyle = 'rgba(14, 18, 17, 0.82)';
    context.beginPath();
    context.roundRect(0, HEIGHT - high, WIDTH, high, 30);
    context.fill();
    context.textBaseline = 'alphabetic';
    let y = HEIGHT - high + 54;
    context.font = fontAt(WHO);
    context.fillStyle = INK.quiet;
    context.fillText(who, MARGIN, y);
    context.fillStyle = human ? INK.title : INK.accent;
    context.textAlign = 'right';
    context.fillText(label, WIDTH - MARGIN, y);
    context.textAlign = 'left';
    context.fillStyle = INK.title;
    context.font = fontAt(TEXT);
    for (const line of lines) context.fillText(line, MARGIN, (y += LINE));
    this.texture.needsUpdate = true;
    this.mesh.visible = true;
  }
}
