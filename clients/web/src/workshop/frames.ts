/** Thin boxes around what is selected, by oneself and by others, and around what is pointed at. */

import {
  Box3, BoxGeometry, Color, EdgesGeometry, LineBasicMaterial, LineSegments, Matrix4, type Scene, Vector3,
} from 'three';
import type { Marked } from './api';
import type { Bodies } from './bodies';
import { NameTag } from './nametag';

const OWN = '#ffb45c';
const POINTED = '#ffffff';
/** More boxes than these would only hide what they stand around. */
const MOST = 200;
const edges = new EdgesGeometry(new BoxGeometry(1, 1, 1));

interface Frame {
  node: string;
  isOwn: boolean;
  lines: LineSegments<EdgesGeometry, LineBasicMaterial>;
  tag: NameTag | null;
}

export class Frames {
  private own: Frame[] = [];
  private others: Frame[] = [];
  private pointed: Frame | null = null;
  private readonly box = new Box3();
  private readonly size = new Vector3();
  private readonly middle = new Vector3();
  private readonly inner = new Matrix4();

  constructor(private readonly scene: Scene, private readonly bodies: Bodies) {}

  select(ids: readonly string[]): void {
    this.own = this.renew(this.own, ids.slice(0, MOST).map((id) => this.make(id, OWN, 1)));
  }

  mark(others: readonly Marked[]): void {
    const made = others.flatMap(({ name, colour, nodes }) =>
      nodes.slice(0, MOST).map((id, at) => this.make(id, colour, 0.9, false, at === 0 ? new NameTag(this.scene, name, colour) : null)));
    this.others = this.renew(this.others, made);
  }

  /** What a press would choose. */
  point(id: string | null): void {
    if (this.pointed?.node === (id ?? undefined)) return;
    if (this.pointed) this.drop(this.pointed);
    this.pointed = id && !this.own.some(({ node }) => node === id) ? this.make(id, POINTED, 0.55) : null;
  }

  /** Follow what moves; `pixel` is the size of one at a metre's distance. */
  update(eye: Vector3, pixel: number): void {
    for (const frame of [...this.own, ...this.others]) this.fit(frame, eye, pixel);
    if (this.pointed) this.fit(this.pointed, eye, pixel);
  }

  dispose(): void {
    this.select([]);
    this.mark([]);
    this.point(null);
  }

  private renew(before: Frame[], made: Frame[]): Frame[] {
    for (const frame of before) this.drop(frame);
    return made;
  }

  private make(node: string, colour: string, opacity: number, isOwn = true, tag: NameTag | null = null): Frame {
    const material = new LineBasicMaterial({
      color: new Color(colour), transparent: true, opacity, depthTest: false, toneMapped: false, fog: false,
    });
    const lines = new LineSegments(edges, material);
    lines.matrixAutoUpdate = false;
    lines.frustumCulled = false;
    lines.renderOrder = 900;
    lines.raycast = () => undefined;
    this.scene.add(lines);
    return { node, isOwn, lines, tag };
  }

  private drop({ lines, tag }: Frame): void {
    lines.removeFromParent();
    lines.material.dispose();
    tag?.dispose();
  }

  private fit({ node, isOwn, lines, tag }: Frame, eye: Vector3, pixel: number): void {
    const matrix = this.bodies.matrix(node);
    lines.visible = matrix !== null;
    tag?.show(matrix !== null);
    if (!matrix) return;
    const own = this.bodies.own(node, this.box);
    const box = own ?? this.bodies.box(node, this.box);
    // Colleagues' boxes stand around one's own.
    box.getSize(this.size).addScalar((own ? 0.01 : 0.06) + (isOwn ? 0 : 0.07));
    box.getCenter(this.middle);
    this.inner.makeScale(this.size.x, this.size.y, this.size.z).setPosition(this.middle);
    if (own) lines.matrix.multiplyMatrices(matrix, this.inner);
    else lines.matrix.copy(this.inner);
    lines.matrixWorldNeedsUpdate = true;
    if (!tag) return;
    const whole = this.bodies.box(node, this.box);
    tag.stand(whole.getCenter(this.middle).setY(whole.max.y), eye, pixel);
  }
}
