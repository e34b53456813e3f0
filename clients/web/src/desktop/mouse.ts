/** Looking around by dragging (or with the mouse locked), and clicking on things. */

import type { Viewer } from '../world/viewer';

export interface MouseOptions {
  click(x: number, y: number): void;
  /** The pointer rests or moves over the picture without dragging; null when it leaves. */
  hover(at: { x: number; y: number } | null): void;
  /** A drag began or ended. */
  look(active: boolean): void;
}

/** Further than this, in pixels, is a drag and not a click. */
const SLACK = 5;
const RADIANS_PER_PIXEL = 0.0036;
const STEEPEST = 1.45;

/** Turn the view by pixels of movement. */
export function turnView(viewer: Viewer, dx: number, dy: number, rate = RADIANS_PER_PIXEL): void {
  viewer.yaw += dx * rate;
  viewer.pitch = Math.max(-STEEPEST, Math.min(STEEPEST, viewer.pitch + dy * rate));
}

export function listenForMouse(canvas: HTMLCanvasElement, viewer: Viewer, options: MouseOptions): void {
  let from: { x: number; y: number; moved: boolean } | null = null;
  const locked = (): boolean => document.pointerLockElement === canvas;

  canvas.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse' || event.button > 2) return;
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    from = { x: event.clientX, y: event.clientY, moved: false };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse') return;
    if (locked()) return turnView(viewer, -event.movementX, -event.movementY, 0.0022);
    if (!from) return options.hover({ x: event.clientX, y: event.clientY });
    const away = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (!from.moved && away > SLACK) {
      from.moved = true;
      options.hover(null);
      options.look(true);
    }
    // The picture is taken by the hand: it follows the pointer, as on a touch screen.
    if (from.moved) turnView(viewer, event.movementX, event.movementY);
  });
  const end = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || !from) return;
    const { moved } = from;
    from = null;
    if (moved) return options.look(false);
    if (event.type !== 'pointerup' || event.button !== 0) return;
    const box = canvas.getBoundingClientRect();
    if (locked()) options.click(box.width / 2, box.height / 2);
    else options.click(event.clientX, event.clientY);
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  canvas.addEventListener('pointerleave', () => options.hover(null));
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
}

/** Take the mouse, or give it back; browsers without pointer lock do neither. */
export function toggleLock(canvas: HTMLCanvasElement): void {
  if (document.pointerLockElement) return document.exitPointerLock();
  const asked: unknown = canvas.requestPointerLock?.();
  if (asked instanceof Promise) asked.catch(() => undefined);
}
