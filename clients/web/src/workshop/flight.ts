/** Flying with W A S D, Q and E while the right button is held. */

const KEYS: Readonly<Record<string, [right: number, forward: number, up: number]>> = {
  KeyW: [0, 1, 0], KeyS: [0, -1, 0], KeyA: [-1, 0, 0], KeyD: [1, 0, 0], KeyE: [0, 0, 1], KeyQ: [0, 0, -1],
};
const PACE = 5;
const HASTE = 4;

export class Flight {
  private readonly pressed = new Set<string>();
  private on = false;
  private fast = false;
  private readonly down = (event: KeyboardEvent): void => {
    if (!this.on || !(event.code in KEYS)) return;
    event.preventDefault();
    event.stopPropagation();
    this.pressed.add(event.code);
    this.fast = event.shiftKey;
  };
  private readonly up = (event: KeyboardEvent): void => void this.pressed.delete(event.code);

  constructor() {
    // Before the editor's own keys, which mean something else.
    addEventListener('keydown', this.down, true);
    addEventListener('keyup', this.up, true);
  }

  allow(on: boolean): void {
    this.on = on;
    if (!on) this.pressed.clear();
  }

  /** Metres to fly in this frame, or null. */
  step(dt: number): [right: number, forward: number, up: number] | null {
    if (!this.pressed.size) return null;
    const metres = PACE * dt * (this.fast ? HASTE : 1);
    const by: [number, number, number] = [0, 0, 0];
    for (const code of this.pressed) KEYS[code]!.forEach((value, axis) => (by[axis]! += value * metres));
    return by;
  }

  dispose(): void {
    removeEventListener('keydown', this.down, true);
    removeEventListener('keyup', this.up, true);
  }
}
