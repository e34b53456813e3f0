/** Polygons on the floor with handles: corners to move, middles of edges to make corners of. */

import {
  BufferGeometry, CanvasTexture, DoubleSide, Float32BufferAttribute, Group, LineBasicMaterial, LineLoop, Mesh, MeshBasicMaterial,
  Path, type Scene, Shape, ShapeGeometry, Sprite, SpriteMaterial, SRGBColorSpace, Vector2, Vector3,
} from 'three';
import type { Polygon } from './api';
import { middle, moved, type Point, split, without } from './outline-edit';
import { toGrid } from './snapping';

const CORNER = 18;
const MIDDLE = 12;
const LIFT = 0.03;
const COLOUR = '#1f8a5c';

interface Handle {
  polygon: string;
  index: number;
  kind: 'corner' | 'middle';
  sprite: Sprite;
}

interface Hand {
  polygon: string;
  index: number;
  y: number;
}

type Change = (id: string, points: [number, number][]) => void;

export class Polygons {
  private readonly root = new Group();
  private readonly drawn = new Map<string, Polygon>();
  private handles: Handle[] = [];
  private change: Change = () => undefined;
  private hand: Hand | null = null;
  private last: { polygon: string; index: number } | null = null;
  private readonly corner = new SpriteMaterial({ map: disc('#ffffff', COLOUR), depthTest: false, toneMapped: false, fog: false });
  private readonly edge = new SpriteMaterial({ map: disc(COLOUR, '#ffffff'), depthTest: false, toneMapped: false, fog: false, opacity: 0.75, transparent: true });
  private readonly chosen = new SpriteMaterial({ map: disc('#ffb45c', '#ffffff'), depthTest: false, toneMapped: false, fog: false });

  constructor(scene: Scene) {
    scene.add(this.root);
  }

  show(list: readonly Polygon[], change: Change): void {
    this.change = change;
    this.drawn.clear();
    for (const polygon of list) this.drawn.set(polygon.id, polygon);
    this.draw();
  }

  get any(): boolean {
    return this.drawn.size > 0;
  }

  get held(): boolean {
    return this.hand !== null;
  }

  /** Take hold of the handle at a place on the screen; true when there is one. */
  take(x: number, y: number, reach: number, project: (at: Vector3) => { x: number; y: number; visible: boolean }): boolean {
    const near = this.handles
      .map((handle) => ({ handle, at: project(handle.sprite.position.clone()) }))
      .map(({ handle, at }) => ({ handle, away: at.visible ? Math.hypot(at.x - x, at.y - y) : Infinity }))
      .filter(({ away }) => away <= reach)
      .sort((a, b) => a.away - b.away || Number(a.handle.kind === 'middle') - Number(b.handle.kind === 'middle'));
    const found = near[0]?.handle;
    if (!found) return false;
    this.grasp(found);
    return true;
  }

  /** The level of the polygon that is held. */
  get level(): number {
    return this.hand?.y ?? 0;
  }

  /** Move the corner that is held to a point of the floor. */
  drag(to: Vector3, step: number): void {
    const polygon = this.hand && this.drawn.get(this.hand.polygon);
    if (!polygon) return;
    const point: Point = [round(toGrid(to.x, step)), round(toGrid(to.z, step))];
    this.drawn.set(polygon.id, { ...polygon, points: moved(polygon.points, this.hand!.index, point) });
    this.draw();
  }

  drop(): void {
    const polygon = this.hand && this.drawn.get(this.hand.polygon);
    this.hand = null;
    if (polygon) this.change(polygon.id, polygon.points.map(([x, z]) => [x, z]));
  }

  /** Take the last corner that was held away; true when there was one. */
  remove(): boolean {
    const polygon = this.last && this.drawn.get(this.last.polygon);
    if (!polygon) return false;
    const points = without(polygon.points, this.last!.index);
    this.last = null;
    this.drawn.set(polygon.id, { ...polygon, points });
    this.draw();
    this.change(polygon.id, points);
    return true;
  }

  update(eye: Vector3, pixel: number): void {
    for (const { sprite, kind } of this.handles) {
      sprite.scale.setScalar(sprite.position.distanceTo(eye) * pixel * (kind === 'corner' ? CORNER : MIDDLE));
    }
  }

  dispose(): void {
    this.show([], () => undefined);
    this.root.removeFromParent();
    for (const material of [this.corner, this.edge, this.chosen]) {
      material.map?.dispose();
      material.dispose();
    }
  }

  private grasp({ polygon: id, index, kind }: Handle): void {
    const polygon = this.drawn.get(id)!;
    const at = kind === 'corner' ? index : index + 1;
    if (kind === 'middle') this.drawn.set(id, { ...polygon, points: split(polygon.points, index) });
    this.hand = { polygon: id, index: at, y: polygon.y };
    this.last = { polygon: id, index: at };
    this.draw();
  }

  private draw(): void {
    this.clear();
    for (const polygon of this.drawn.values()) this.root.add(...surface(polygon));
    this.handles = [...this.drawn.values()].flatMap((polygon) => this.handlesOf(polygon));
    for (const { sprite } of this.handles) this.root.add(sprite);
  }

  private handlesOf({ id, points, y }: Polygon): Handle[] {
    const make = (kind: Handle['kind'], index: number, [x, z]: Point): Handle => {
      const isLast = kind === 'corner' && this.last?.polygon === id && this.last.index === index;
      const sprite = new Sprite(isLast ? this.chosen : kind === 'corner' ? this.corner : this.edge);
      sprite.position.set(x, y + LIFT, z);
      sprite.renderOrder = kind === 'corner' ? 962 : 961;
      return { polygon: id, index, kind, sprite };
    };
    return points.flatMap((point, index) => [make('corner', index, point), make('middle', index, middle(points, index))]);
  }

  private clear(): void {
    for (const child of [...this.root.children]) {
      child.removeFromParent();
      if (child instanceof Sprite) continue;
      const { geometry, material } = child as Mesh<BufferGeometry, MeshBasicMaterial>;
      geometry.dispose();
      material.dispose();
    }
  }
}

/** The floor of a polygon and the line around it and around its holes. */
function surface({ points, y, holes = [] }: Polygon): (Mesh | LineLoop)[] {
  const shape = new Shape(points.map(([x, z]) => new Vector2(x, -z)));
  shape.holes = holes.map((hole) => new Path(hole.map(([x, z]) => new Vector2(x, -z))));
  const floor = new Mesh(
    new ShapeGeometry(shape).rotateX(-Math.PI / 2).translate(0, y + LIFT, 0),
    new MeshBasicMaterial({ color: COLOUR, transparent: true, opacity: 0.16, side: DoubleSide, depthTest: false, toneMapped: false, fog: false }),
  );
  floor.renderOrder = 60;
  return [floor, ...[points, ...holes].map((ring) => {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(ring.flatMap(([x, z]) => [x, y + LIFT, z]), 3));
    const line = new LineLoop(geometry, new LineBasicMaterial({ color: COLOUR, depthTest: false, toneMapped: false, fog: false }));
    line.renderOrder = 960;
    return line;
  })];
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function disc(fill: string, rim: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 40;
  const context = canvas.getContext('2d')!;
  context.beginPath();
  context.arc(20, 20, 15, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 5;
  context.strokeStyle = rim;
  context.stroke();
  const map = new CanvasTexture(canvas);
  map.colorSpace = SRGBColorSpace;
  return map;
}

