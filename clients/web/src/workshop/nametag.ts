/** A colleague's name above what they have selected, in their colour; as large wherever it is. */

import { CanvasTexture, type Scene, Sprite, SpriteMaterial, SRGBColorSpace, type Vector3 } from 'three';

const HEIGHT = 26;
const SHARP = 2;
const FONT = `600 ${13 * SHARP}px system-ui, 'PingFang SC', 'Noto Sans CJK SC', sans-serif`;

export class NameTag {
  private readonly sprite: Sprite;
  private readonly width: number;

  constructor(scene: Scene, name: string, colour: string) {
    const canvas = document.createElement('canvas');
    this.width = paint(canvas, name, colour);
    const map = new CanvasTexture(canvas);
    map.colorSpace = SRGBColorSpace;
    this.sprite = new Sprite(new SpriteMaterial({ map, depthTest: false, toneMapped: false, fog: false }));
    this.sprite.center.set(0.5, -0.35);
    this.sprite.renderOrder = 950;
    this.sprite.raycast = () => undefined;
    scene.add(this.sprite);
  }

  show(visible: boolean): void {
    this.sprite.visible = visible;
  }

  stand(at: Vector3, eye: Vector3, pixel: number): void {
    this.sprite.position.copy(at);
    const metres = at.distanceTo(eye) * pixel;
    this.sprite.scale.set(this.width * metres, HEIGHT * metres, 1);
  }

  dispose(): void {
    this.sprite.removeFromParent();
    this.sprite.material.map?.dispose();
    this.sprite.material.dispose();
  }
}

/** Draw a pill with a name; answers its width in CSS pixels. */
function paint(canvas: HTMLCanvasElement, name: string, colour: string): number {
  const context = canvas.getContext('2d')!;
  context.font = FONT;
  const width = Math.min(220, Math.ceil(context.measureText(name).width / SHARP) + 22);
  canvas.width = width * SHARP;
  canvas.height = HEIGHT * SHARP;
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, 9 * SHARP);
  context.fill();
  context.font = FONT;
  context.fillStyle = '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, canvas.width / 2, canvas.height / 2 + 1, canvas.width - 16 * SHARP);
  return width;
}
