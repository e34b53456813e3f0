/** Walking by keyboard: WASD by place on the keyboard (any layout), and the arrows. */

import type { Wish } from '../walker';

const FORWARD: Record<string, number> = { KeyW: 1, ArrowUp: 1, KeyS: -1, ArrowDown: -1 };
const RIGHT: Record<string, number> = { KeyD: 1, KeyA: -1 };
const TURN: Record<string, number> = { ArrowLeft: 1, ArrowRight: -1, KeyQ: 1, KeyE: -1 };

export interface KeysOptions {
  /** Radians to the left a second, -1..1 times the full rate. */
  turn(rate: number): void;
  escape(): void;
  lock(): void;
}

/** Listen for keys; nothing is taken from a text field, a slider or a browser shortcut. */
export function listenForKeys(wish: Wish, options: KeysOptions): void {
  const held = new Set<string>();
  const sum = (table: Record<string, number>): number =>
    Math.max(-1, Math.min(1, [...held].reduce((total, code) => total + (table[code] ?? 0), 0)));
  const settle = (): void => {
    wish.forward = sum(FORWARD);
    wish.right = sum(RIGHT);
    options.turn(sum(TURN));
  };
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return options.escape();
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    wish.fast = event.shiftKey;
    if (event.code === 'KeyL' && !event.repeat) return options.lock();
    if (!(event.code in FORWARD || event.code in RIGHT || event.code in TURN)) return;
    event.preventDefault();
    held.add(event.code);
    settle();
  });
  addEventListener('keyup', (event) => {
    wish.fast = event.shiftKey;
    if (held.delete(event.code)) settle();
  });
  const release = (): void => {
    held.clear();
    settle();
  };
  addEventListener('blur', release);
  document.addEventListener('visibilitychange', release);
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
