/** Fingers on the picture: one drags the view, a short touch is a tap. Two fingers do nothing. */

import { turnView } from '../desktop/mouse';
import type { Viewer } from '../world/viewer';

export interface GestureOptions {
  tap(x: number, y: number): void;
  look(active: boolean): void;
}

const SLACK = 9;
const TAP_MS = 400;
const RADIANS_PER_PIXEL = 0.0052;

export function listenForTouch(canvas: HTMLCanvasElement, viewer: Viewer, options: GestureOptions): void {
  let finger: { id: number; x: number; y: number; at: number; moved: boolean } | null = null;

  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' || finger) return;
    canvas.setPointerCapture(event.pointerId);
    finger = { id: event.pointerId, x: event.clientX, y: event.clientY, at: event.timeStamp, moved: false };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (finger?.id !== event.pointerId) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    if (!finger.moved) {
      if (Math.hypot(dx, dy) < SLACK) return;
      finger.moved = true;
      options.look(true);
    }
    turnView(viewer, dx, dy, RADIANS_PER_PIXEL);
    finger.x = event.clientX;
    finger.y = event.clientY;
  });
  const end = (event: PointerEvent): void => {
    if (finger?.id !== event.pointerId) return;
    const { moved, at } = finger;
    finger = null;
    if (moved) return options.look(false);
    if (event.type === 'pointerup' && event.timeStamp - at < TAP_MS) options.tap(event.clientX, event.clientY);
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  // Some in-app browsers zoom the page all the same.
  for (const type of ['gesturestart', 'dblclick']) {
    document.addEventListener(type, (event) => event.preventDefault(), { passive: false });
  }
}
