/** A joystick under the left thumb. */

import type { Wish } from '../walker';
import { el } from '../ui/dom';

const RADIUS = 46;
const DEAD = 0.14;
const FAST = 0.96;

export function createStick(wish: Wish): HTMLElement {
  const knob = el('i');
  const root = el('div', { class: 'stick', attrs: { 'aria-hidden': 'true' } }, knob);
  let pointer: number | null = null;

  const set = (x: number, y: number): void => {
    const length = Math.hypot(x, y);
    const reach = Math.min(1, length / RADIUS);
    const share = reach < DEAD ? 0 : (reach - DEAD) / (1 - DEAD);
    const [ux, uy] = length ? [x / length, y / length] : [0, 0];
    wish.right = ux * share;
    wish.forward = -uy * share;
    wish.fast = length > RADIUS * 1.5 && share > FAST;
    knob.style.transform = `translate(${ux * reach * RADIUS}px, ${uy * reach * RADIUS}px)`;
  };
  const follow = (event: PointerEvent): void => {
    const box = root.getBoundingClientRect();
    set(event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2);
  };
  root.addEventListener('pointerdown', (event) => {
    if (pointer !== null) return;
    pointer = event.pointerId;
    root.setPointerCapture(pointer);
    follow(event);
    event.preventDefault();
  });
  root.addEventListener('pointermove', (event) => event.pointerId === pointer && follow(event));
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    root.addEventListener(type, (event) => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      set(0, 0);
    });
  }
  return root;
}
