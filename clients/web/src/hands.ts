/** Keys, mouse and fingers, as one: who turns the view, who walks, what was clicked. */

import { isTouch } from './device';
import { listenForKeys } from './desktop/keys';
import { listenForMouse, toggleLock } from './desktop/mouse';
import { listenForTouch } from './touch/gestures';
import { createStick } from './touch/stick';
import type { Wish } from './walker';
import type { Viewer } from './world/viewer';

export interface HandsOptions {
  canvas: HTMLCanvasElement;
  /** Where the joystick goes. */
  hud: HTMLElement;
  viewer: Viewer;
  wish: Wish;
  click(x: number, y: number): void;
  hover(at: { x: number; y: number } | null): void;
  escape(): void;
}

const TURN_RATE = 1.7;

export class Hands {
  /** The view is being dragged. */
  looking = false;
  private turning = 0;

  constructor(private readonly options: HandsOptions) {
    const { canvas, hud, viewer, wish, click, hover, escape } = options;
    listenForKeys(wish, { escape, turn: (rate) => (this.turning = rate), lock: () => toggleLock(canvas) });
    listenForMouse(canvas, viewer, { click, hover, look: (active) => this.look(active) });
    listenForTouch(canvas, viewer, { tap: click, look: (active) => this.look(active) });
    if (isTouch) hud.append(createStick(wish));
  }

  /** Nobody is turning the view. */
  get free(): boolean {
    return !this.looking && this.turning === 0;
  }

  /** Turn by keys for `dt` seconds. */
  update(dt: number): void {
    this.options.viewer.yaw += this.turning * TURN_RATE * dt;
  }

  private look(active: boolean): void {
    this.looking = active;
    this.options.canvas.classList.toggle('looking', active);
  }
}
