/** The order in which things are fetched: asked for anew by whoever has gone far. */

import type { Connection } from './net/connection';
import type { Vec3, Viewer } from './world/viewer';

const METRES = 70;

export class Need {
  private at: Vec3 | null = null;

  constructor(private readonly viewer: Viewer, private readonly connection: Connection) {}

  /** In another hall: a fresh order begins here. */
  forget(): void {
    this.at = null;
  }

  /** Far from where the order was last asked for, ask again. */
  update(): void {
    const { feet } = this.viewer;
    this.at ??= [...feet];
    if (Math.hypot(feet[0] - this.at[0], feet[2] - this.at[2]) < METRES) return;
    this.at = [...feet];
    this.connection.need([...feet]).catch(() => undefined);
  }
}
