/** Thin boxes around what is selected, by oneself and by others, and around what is pointed at. */

import {
  Box3, BoxGeometry, Color, EdgesGeometry, LineBasicMaterial, LineSegments, Matrix4, Quaternion, type Scene, Vector3,
} from 'three';
import type { Marked, Placement } from './api';
import type { Bodies } from './bodies';
import { NameTag } from './nametag';

const OWN = '#ffb45c';
const POINTED = '#ffffff';
/** More boxes than these would only hide what they stand around. */
const MOST = 200;
/** Of the way to where a colleague holds something, each frame. */
const GLIDE = 0.3;
const edges = new EdgesGeometry(new BoxGeometry(1, 1, 1));

interface Frame {
  node: string;
  isOwn: boolean;
  lines: LineSegments<EdgesGeometry, LineBasicMaterial>;
  tag: NameTag | null;
  /** Where a colleague holds it for now, below its parent; and where that was drawn last. */
  held: Placement | null;
  at: Matrix4 | null;
}

export class Frames {
  private own: Frame[] = [];
  private others: Frame[] = [];
  private known = '';
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
    const known = JSON.stringify(others.map(({ name, colour, nodes }) => [name, colour, nodes.slice(0, MOST)]));
    if (known !== this.known) {
      const made = others.flatMap(({ name, colour, nodes }) =>
        nodes.slice(0, MOST).map((id, at) => this.make(id, colour, 0.9, false, at === 0 ? new NameTag(this.scene, name, colour) : null)));
      this.others = this.renew(this.others, made);
      this.known = known;
    }
    const held = others.flatMap(({ nodes, moving }) => nodes.slice(0, MOST).map((id) => moving?.[id] ?? null));
    this.others.forEach((frame, at) => (frame.held = held[at] ?? null));
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
    return { node, isOwn, lines, tag, held: null, at: null };
  }

  private drop({ lines, tag }: Frame): void {
    lines.removeFromParent();
    lines.material.dispose();
    tag?.dispose();
  }

  private fit(frame: Frame, eye: Vector3, pixel: number): void {
    const { node, isOwn, lines, tag } = frame;
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
    const moved = this.movedBy(frame, matrix);
    if (own) lines.matrix.multiplyMatrices(matrix, this.inner);
    else lines.matrix.copy(this.inner);
    if (moved) lines.matrix.premultiply(moved);
    lines.matrixWorldNeedsUpdate = true;
    if (!tag) return;
    const whole = this.bodies.box(node, this.box);
    if (moved) whole.applyMatrix4(moved);
    tag.stand(whole.getCenter(this.middle).setY(whole.max.y), eye, pixel);
  }

  /** From where a node stands to where a colleague holds it, gliding there; null when nobody does. */
  private movedBy(frame: Frame, matrix: Matrix4): Matrix4 | null {
    const { held, node } = frame;
    if (!held) return (frame.at = null);
    goal.compose(place.set(...held.translation), turn.set(...held.rotation).normalize(), size.set(...held.scale));
    goal.premultiply(this.bodies.parentMatrix(node));
    frame.at = glide(frame.at ?? matrix.clone(), goal);
    return delta.copy(matrix).invert().premultiply(frame.at);
  }
}

/** Some of the way from one place to another, as steps come but a few times a second. */
function glide(from: Matrix4, to: Matrix4): Matrix4 {
  from.decompose(placeBefore, turnBefore, sizeBefore);
  to.decompose(place, turn, size);
  return from.compose(placeBefore.lerp(place, GLIDE), turnBefore.slerp(turn, GLIDE), sizeBefore.lerp(size, GLIDE));
}

const place = new Vector3();
const turn = new Quaternion();
const size = new Vector3();
const placeBefore = new Vector3();
const turnBefore = new Quaternion();
const sizeBefore = new Vector3();
const goal = new Matrix4();
const delta = new Matrix4();
