/** What lies under a resting mouse: its name beside the pointer, and a hand when it can be used. */

import type { Encounter } from './encounter';
import type { Stage } from './stage-api';
import type { Hud } from './ui/hud';

const EVERY_MS = 110;

export class Hover {
  /** Where the pointer is, CSS pixels; null while it drags or is elsewhere. */
  at: { x: number; y: number } | null = null;
  private lookedAt = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly hud: Hud,
    private readonly encounter: Encounter,
  ) {}

  update(stage: Stage, now: number, looking: boolean): void {
    if (now - this.lookedAt < EVERY_MS) return;
    this.lookedAt = now;
    const at = looking ? null : this.at;
    const pick = at ? stage.pick(at.x, at.y) : null;
    const text = this.encounter.describe(pick);
    this.hud.setLabel(text, at?.x, at?.y);
    this.canvas.classList.toggle('over', text !== null && this.encounter.answers(pick));
  }
}
