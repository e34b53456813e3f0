/** Small signs for what nobody would see otherwise: lamps, seats, places of arrival, groups. */

import { CanvasTexture, type Scene, Sprite, SpriteMaterial, SRGBColorSpace, Vector3 } from 'three';
import type { NodeKind } from '../world/scene';
import type { Bodies } from './bodies';
import { isUnseen } from './shapes';

const SIZE = 30;
const SHARP = 2;
/** A sign never covers more of the hall than this, metres: rows of seats stay rows. */
const LARGEST = 0.55;
const FARTHEST = 160;
const LIFT: Partial<Record<NodeKind, number>> = { spawn: 0.5, seat: 0.75, guide: 2, desk: 1.35, booth: 0.5, unit: 1.6, group: 0.4 };

/** Line drawings in a square of 24. */
const GLYPHS: Partial<Record<NodeKind, string>> = {
  light: 'M12 4a5.5 5.5 0 0 0-3 10.1V16h6v-1.9A5.5 5.5 0 0 0 12 4ZM10 19h4',
  spawn: 'M12 20s6-5 6-9.6a6 6 0 0 0-12 0C6 15 12 20 12 20ZM12 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  seat: 'M7 4v9h10M7 13v7M17 13v7M7 16.5h10',
  guide: 'M12 11a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM5.5 19.5c.6-3.6 3.2-5.4 6.5-5.4s5.9 1.8 6.5 5.4',
  desk: 'M4 9h16M6 9v10M18 9v10M9 9V5.5h6V9',
  booth: 'M4.5 19.5V9L12 4.5 19.5 9v10.5M4.5 12h15',
  unit: 'M5 5h14v14H5zM5 11h6v8M11 5v3M15 19v-5h4',
  board: 'M4.5 5.5h15v10.5h-15zM12 16v3.5M8.5 19.5h7',
  group: 'M5 5h6v6H5zM13 13h6v6h-6zM13 8h3v3M8 13v3h3',
};

export class Signs {
  private readonly sprites = new Map<string, Sprite>();
  private readonly materials = new Map<NodeKind, SpriteMaterial>();
  private readonly at = new Vector3();
  private known = -1;

  constructor(private readonly scene: Scene, private readonly bodies: Bodies) {}

  /** Keep every sign above its node, as large wherever it is. */
  update(eye: Vector3, pixel: number, ceiling: number): void {
    if (this.known !== this.bodies.view.version) this.follow();
    for (const [id, sprite] of this.sprites) {
      const matrix = this.bodies.matrix(id);
      if (!matrix) continue;
      sprite.position.setFromMatrixPosition(matrix);
      sprite.position.y += LIFT[this.bodies.world.nodes.get(id)!.kind] ?? 0;
      const away = sprite.position.distanceTo(eye);
      sprite.visible = away < FARTHEST && sprite.position.y <= ceiling;
      sprite.scale.setScalar(Math.min(LARGEST, away * pixel * SIZE));
    }
  }

  /** The sign within a finger's breadth of a place on the screen; nearest first. */
  pick(x: number, y: number, reach: number, project: (at: Vector3) => { x: number; y: number; visible: boolean }): string | null {
    let best: { id: string; away: number } | null = null;
    for (const [id, sprite] of this.sprites) {
      if (!sprite.visible) continue;
      const seen = project(this.at.copy(sprite.position));
      const away = Math.hypot(seen.x - x, seen.y - SIZE / 2 - y);
      if (seen.visible && away <= reach && (!best || away < best.away)) best = { id, away };
    }
    return best?.id ?? null;
  }

  dispose(): void {
    for (const sprite of this.sprites.values()) sprite.removeFromParent();
    for (const material of this.materials.values()) {
      material.map?.dispose();
      material.dispose();
    }
    this.sprites.clear();
  }

  private follow(): void {
    const { view, world } = this.bodies;
    this.known = view.version;
    const wanted = new Set([...world.nodes].filter(([id, node]) => isUnseen(node) && view.entries.has(id)).map(([id]) => id));
    for (const [id, sprite] of this.sprites) {
      if (wanted.has(id)) continue;
      sprite.removeFromParent();
      this.sprites.delete(id);
    }
    for (const id of wanted) if (!this.sprites.has(id)) this.sprites.set(id, this.make(world.nodes.get(id)!.kind));
  }

  private make(kind: NodeKind): Sprite {
    const sprite = new Sprite(this.material(kind));
    sprite.center.set(0.5, 0);
    sprite.raycast = () => undefined;
    sprite.renderOrder = 800;
    this.scene.add(sprite);
    return sprite;
  }

  private material(kind: NodeKind): SpriteMaterial {
    const known = this.materials.get(kind);
    if (known) return known;
    const map = new CanvasTexture(paint(GLYPHS[kind] ?? GLYPHS.group!));
    map.colorSpace = SRGBColorSpace;
    const made = new SpriteMaterial({ map, toneMapped: false, fog: false, depthWrite: false, transparent: true });
    this.materials.set(kind, made);
    return made;
  }
}

/** A white disc with a line drawing in deep green. */
function paint(glyph: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * SHARP;
  const context = canvas.getContext('2d')!;
  context.scale(SHARP, SHARP);
  context.fillStyle = 'rgba(252, 253, 250, 0.94)';
  context.beginPath();
  context.arc(SIZE / 2, SIZE / 2, SIZE / 2 - 1, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = 'rgba(22, 36, 30, 0.18)';
  context.stroke();
  context.translate(SIZE / 2 - 9, SIZE / 2 - 9);
  context.scale(0.75, 0.75);
  context.strokeStyle = '#1f5a41';
  context.lineWidth = 2;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(new Path2D(glyph));
  return canvas;
}
