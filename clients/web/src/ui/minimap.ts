/** A plan of the hall with everybody on it; a click walks there. */

import { t, words } from '../i18n';
import type { Point2 } from '../world/scene';
import type { Viewer } from '../world/viewer';
import type { World } from '../world/world';
import { el, icon } from './dom';
import { dot, drawUp, paintPlan, type Plan, PLAN_COLOURS } from './plan';

const REDRAW_MS = 90;
/** Height of a line of labels, CSS pixels. */
const LABEL_LINE = 15;
/** Metres across when small, out of doors. */
const NEAR_METRES = 190;

const ME = '#1f5a41';
const CONE = 'rgba(31, 90, 65, 0.22)';

export interface MinimapOptions {
  go(x: number, z: number): void;
}

export class Minimap {
  private readonly canvas = el('canvas', { label: 'map.hint' });
  private readonly grow: HTMLButtonElement;
  readonly root: HTMLElement;
  private plan: Plan | null = null;
  private drawnAt = 0;
  private large = false;
  /** Pixels a metre, and the metre at the left top. */
  private scale = 1;
  private origin: Point2 = [0, 0];

  constructor(
    private readonly world: World,
    private readonly viewer: Viewer,
    private readonly options: MinimapOptions,
  ) {
    this.grow = el('button', {
      class: 'round', label: 'map.grow', attrs: { type: 'button' }, onclick: () => this.setLarge(!this.large),
    }, icon('grow'));
    this.root = el('div', { class: 'minimap glass' }, this.canvas, this.grow);
    this.canvas.addEventListener('click', (event) => this.click(event));
    world.on('hall', () => (this.plan = drawUp(world)));
    world.on('nodes', (changes) => {
      const moves = changes.some(({ kind, property }) => kind !== 'changed' || property === 'translation');
      if (moves) this.plan = drawUp(world);
    });
  }

  /** Call every frame; redraws about ten times a second. */
  update(now: number): void {
    if (!this.plan || this.root.hidden || now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    this.draw(this.plan);
  }

  /** Close the large map; true when there was one. */
  shrink(): boolean {
    const was = this.large;
    if (was) this.setLarge(false);
    return was;
  }

  private setLarge(large: boolean): void {
    this.large = large;
    this.root.classList.toggle('large', large);
    this.grow.replaceChildren(icon(large ? 'shrink' : 'grow'));
    const key = large ? 'map.shrink' : 'map.grow';
    this.grow.dataset['tLabel'] = key;
    this.grow.title = t(key);
    this.grow.setAttribute('aria-label', t(key));
  }

  private click(event: MouseEvent): void {
    const small = matchMedia('(max-width: 720px)').matches && !this.large;
    if (small) return this.setLarge(true);
    const box = this.canvas.getBoundingClientRect();
    const ratio = this.canvas.width / box.width;
    const x = this.origin[0] + ((event.clientX - box.left) * ratio) / this.scale;
    const z = this.origin[1] + ((event.clientY - box.top) * ratio) / this.scale;
    this.options.go(x, z);
    if (this.large) this.setLarge(false);
  }

  private draw(plan: Plan): void {
    const ratio = Math.min(2, devicePixelRatio);
    const { clientWidth, clientHeight } = this.canvas;
    const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext('2d')!;
    this.frame(plan, width, height);
    const { scale, origin } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = plan.outdoor ? PLAN_COLOURS.beyond : PLAN_COLOURS.wall;
    context.fillRect(0, 0, width, height);
    context.setTransform(scale, 0, 0, scale, -origin[0] * scale, -origin[1] * scale);
    paintPlan(context, plan, ratio / scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (this.large) this.drawNames(context, plan, ratio);
    this.drawPeople(context, ratio);
    this.drawMe(context, ratio);
  }

  /** Choose what the map shows: everything when large or small enough, else what is around. */
  private frame(plan: Plan, width: number, height: number): void {
    const [x, z, w, d] = plan.box;
    const whole = Math.min(width / w, height / d) * 0.94;
    const near = Math.min(width, height) / NEAR_METRES;
    this.scale = this.large || whole > near ? whole : near;
    const [cx, cz] = this.scale === whole
      ? [x + w / 2, z + d / 2]
      : [this.viewer.feet[0], this.viewer.feet[2]];
    this.origin = [cx - width / 2 / this.scale, cz - height / 2 / this.scale];
  }

  private drawNames(context: CanvasRenderingContext2D, plan: Plan, ratio: number): void {
    context.font = `600 ${11.5 * ratio}px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = 3 * ratio;
    context.lineJoin = 'round';
    const taken: [x: number, y: number, half: number][] = [];
    for (const { at, id } of [...plan.names].sort((a, b) => b.size - a.size)) {
      const name = words(this.world.nodes.get(id)?.name);
      const [x, middle] = this.toPixel(at);
      const half = context.measureText(name).width / 2 + 3 * ratio;
      const line = LABEL_LINE * ratio;
      const clear = (y: number): boolean =>
        taken.every(([tx, ty, th]) => Math.abs(tx - x) > half + th || Math.abs(ty - y) > line);
      const y = [middle, middle + line * 1.2, middle - line * 1.2].find(clear);
      if (!name || y === undefined) continue;
      taken.push([x, y, half]);
      context.strokeStyle = 'rgba(255, 255, 255, 0.85)';
      context.strokeText(name, x, y);
      context.fillStyle = '#2c3a33';
      context.fillText(name, x, y);
    }
  }

  private drawPeople(context: CanvasRenderingContext2D, ratio: number): void {
    const now = performance.now();
    for (const id of this.world.poses.ids()) {
      const pose = this.world.sample(id, now);
      if (!pose) continue;
      const [x, y] = this.toPixel([pose.head.position[0], pose.head.position[2]]);
      context.fillStyle = '#fff';
      dot(context, [x, y], 4.4 * ratio);
      context.fillStyle = this.world.people.get(id)?.body.color ?? '#777';
      dot(context, [x, y], 3.2 * ratio);
    }
  }

  private drawMe(context: CanvasRenderingContext2D, ratio: number): void {
    const { feet, yaw, xr } = this.viewer;
    const at: Point2 = xr ? [xr.head.position[0], xr.head.position[2]] : [feet[0], feet[2]];
    const [x, y] = this.toPixel(at);
    context.save();
    context.translate(x, y);
    context.rotate(-yaw);
    context.fillStyle = CONE;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, 30 * ratio, -Math.PI / 2 - 0.55, -Math.PI / 2 + 0.55);
    context.fill();
    context.restore();
    context.fillStyle = '#fff';
    dot(context, [x, y], 7 * ratio);
    context.fillStyle = ME;
    dot(context, [x, y], 5 * ratio);
  }

  private toPixel([x, z]: Point2): Point2 {
    return [(x - this.origin[0]) * this.scale, (z - this.origin[1]) * this.scale];
  }
}
