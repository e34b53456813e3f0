/** Mouse and fingers on the canvas: look round, slide, zoom, fly, press, draw a box. */

import type { Picking } from './api';

export interface HandsHost {
  orbit(yaw: number, pitch: number): void;
  look(yaw: number, pitch: number): void;
  /** Pixels. */
  slide(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  /** A press without a drag; `deep` is meant for buildings too. */
  press(x: number, y: number, how: Picking, deep: boolean, reach: number): void;
  point(x: number, y: number): void;
  box(from: { x: number; y: number }, to: { x: number; y: number }, how: Picking, done: boolean): void;
  /** Something at this place takes the pointer for itself: a handle. */
  grasp(x: number, y: number, reach: number): boolean;
  pull(x: number, y: number): void;
  release(): void;
  /** The gizmo has the pointer. */
  taken(): boolean;
  /** Keys of flight may be pressed from now on, or no more. */
  flying(on: boolean): void;
}

type Doing = 'waiting' | 'orbit' | 'look' | 'slide' | 'box' | 'pull' | 'pinch';

const SLACK = { mouse: 4, touch: 10 };
const REACH = { mouse: 18, touch: 28 };
const TWICE_MS = 350;
const TURN = 0.0056;
const WHEEL = 0.0012;

interface Pointer {
  x: number;
  y: number;
}

export class Hands {
  private readonly pointers = new Map<number, Pointer>();
  private doing: Doing = 'waiting';
  private from: Pointer = { x: 0, y: 0 };
  private button = 0;
  private tap = { at: -Infinity, x: 0, y: 0 };
  private spread = 0;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly canvas: HTMLCanvasElement, private readonly host: HandsHost) {
    canvas.style.touchAction = 'none';
    this.on('pointerdown', (event) => this.down(event));
    this.on('pointermove', (event) => this.move(event));
    this.on('pointerup', (event) => this.up(event, true));
    this.on('pointercancel', (event) => this.up(event, false));
    this.on('pointerleave', () => this.host.point(-1, -1));
    this.on('wheel', (event) => this.wheel(event));
    this.on('contextmenu', (event) => event.preventDefault());
  }

  dispose(): void {
    for (const stop of this.stops) stop();
  }

  private on<K extends keyof HTMLElementEventMap>(type: K, fn: (event: HTMLElementEventMap[K]) => void): void {
    this.canvas.addEventListener(type, fn, { passive: false });
    this.stops.push(() => this.canvas.removeEventListener(type, fn));
  }

  private placeOf(event: MouseEvent): Pointer {
    const { left, top } = this.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private down(event: PointerEvent): void {
    if (this.host.taken()) return;
    const at = this.placeOf(event);
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size === 2) return this.beginPinch();
    this.from = at;
    this.button = event.button;
    const reach = event.pointerType === 'mouse' ? REACH.mouse : REACH.touch;
    this.doing = event.button === 0 && this.host.grasp(at.x, at.y, reach) ? 'pull' : 'waiting';
    if (event.button === 2) this.host.flying(true);
  }

  private move(event: PointerEvent): void {
    const at = this.placeOf(event), before = this.pointers.get(event.pointerId);
    if (!before) {
      if (!this.host.taken()) this.host.point(at.x, at.y);
      return;
    }
    this.pointers.set(event.pointerId, at);
    if (this.doing === 'pinch') return this.pinch(before, at);
    if (this.doing === 'waiting') {
      const slack = event.pointerType === 'mouse' ? SLACK.mouse : SLACK.touch;
      if (Math.hypot(at.x - this.from.x, at.y - this.from.y) < slack) return;
      this.doing = this.begin(event);
    }
    this.drag(at, at.x - before.x, at.y - before.y, event);
  }

  private begin(event: PointerEvent): Doing {
    if (this.button === 1 || (this.button === 2 && event.shiftKey)) return 'slide';
    if (this.button === 2) return 'look';
    return event.shiftKey || event.ctrlKey || event.metaKey ? 'box' : 'orbit';
  }

  private drag(at: Pointer, dx: number, dy: number, event: PointerEvent): void {
    switch (this.doing) {
      case 'orbit': return this.host.orbit(-dx * TURN, -dy * TURN);
      case 'look': return this.host.look(-dx * TURN * 0.6, -dy * TURN * 0.6);
      case 'slide': return this.host.slide(dx, dy);
      case 'box': return this.host.box(this.from, at, howOf(event), false);
      case 'pull': return this.host.pull(at.x, at.y);
      default:
    }
  }

  private up(event: PointerEvent, meant: boolean): void {
    if (!this.pointers.delete(event.pointerId)) return;
    if (event.button === 2 || this.button === 2) this.host.flying(false);
    const { doing } = this;
    if (doing === 'pull') this.host.release();
    if (doing === 'box') this.host.box(this.from, this.placeOf(event), howOf(event), true);
    if (doing === 'waiting' && meant && this.button === 0) this.press(event);
    // A finger that stays after a pinch does nothing until it too is lifted.
    if (doing !== 'pinch' || this.pointers.size === 0) this.doing = 'waiting';
    if (doing === 'pinch') this.button = -1;
  }

  private press(event: PointerEvent): void {
    const { x, y } = this.placeOf(event);
    const { tap } = this;
    const twice = event.timeStamp - tap.at < TWICE_MS && Math.hypot(x - tap.x, y - tap.y) < SLACK.touch;
    this.tap = { at: event.timeStamp, x, y };
    const reach = event.pointerType === 'mouse' ? REACH.mouse : REACH.touch;
    this.host.press(x, y, howOf(event), event.altKey || twice, reach);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const { x, y } = this.placeOf(event);
    const lines = event.deltaMode === 1 ? event.deltaY * 30 : event.deltaY;
    this.host.zoom(Math.exp(Math.max(-400, Math.min(400, lines)) * WHEEL), x, y);
  }

  private beginPinch(): void {
    if (this.doing === 'pull') this.host.release();
    this.doing = 'pinch';
    this.spread = this.measure();
  }

  private pinch(before: Pointer, at: Pointer): void {
    if (this.pointers.size < 2) return;
    const spread = this.measure();
    const [one, two] = [...this.pointers.values()] as [Pointer, Pointer];
    if (spread > 0 && this.spread > 0) this.host.zoom(this.spread / spread, (one.x + two.x) / 2, (one.y + two.y) / 2);
    this.spread = spread;
    this.host.slide((at.x - before.x) / 2, (at.y - before.y) / 2);
  }

  private measure(): number {
    const [one, two] = [...this.pointers.values()];
    return one && two ? Math.hypot(one.x - two.x, one.y - two.y) : 0;
  }
}

const howOf = ({ shiftKey, ctrlKey, metaKey }: PointerEvent): Picking =>
  ctrlKey || metaKey ? 'toggle' : shiftKey ? 'add' : 'only';
