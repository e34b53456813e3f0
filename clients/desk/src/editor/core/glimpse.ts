/** Lets colleagues see what one has selected, and where what one holds of it stands. */

import type { Placement } from '@web/workshop';
import type { Moving } from '@web/net/speaker';
import type { Selection } from '@web/wire';

const EVERY_MS = 120;
const MOST_SELECTED = 256;
const MOST_HELD = 64;
/** Metres, and times as large: as far as the wire takes numbers. */
const FAR = 8000;

export interface GlimpseHost {
  say(nodes: string[], moving?: Moving): void;
  now(): number;
}

export class Glimpse {
  private nodes: readonly string[] = [];
  private sent = -Infinity;
  private isHeld = false;

  constructor(private readonly host: GlimpseHost) {}

  /** One has selected these, and no others. */
  select(nodes: readonly string[]): void {
    this.nodes = nodes.slice(0, MOST_SELECTED);
    this.again();
  }

  /** Say it anew: whoever is on the other side knows nothing of it. */
  again(): void {
    this.isHeld = false;
    this.host.say([...this.nodes]);
  }

  /** These stand so for now, told not too often; null once they are let go. */
  hold(places: ReadonlyMap<string, Placement> | null): void {
    if (!places) return this.isHeld ? this.again() : undefined;
    const now = this.host.now();
    if (this.isHeld && now - this.sent < EVERY_MS) return;
    this.sent = now;
    this.isHeld = true;
    this.host.say([...this.nodes], Object.fromEntries([...places].slice(0, MOST_HELD).map(([id, place]) => [id, packed(place)])));
  }
}

/** Where what a colleague holds stands. */
export const heldBy = ({ moving }: Selection): Record<string, Placement> =>
  Object.fromEntries(Object.entries(moving ?? {}).map(([id, [translation, rotation, scale]]) => [id, { translation, rotation, scale }]));

const packed = ({ translation, rotation, scale }: Placement): Moving[string] => [bounded(translation), bounded(rotation), bounded(scale)];

const bounded = <T extends readonly number[]>(values: T): T =>
  values.map((value) => Math.min(FAR, Math.max(-FAR, Number(value.toFixed(4))))) as unknown as T;
