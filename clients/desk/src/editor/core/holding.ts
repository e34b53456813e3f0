/** What a person holds by its handles: seen where it is held, durable where it is let go. */

import type { Placement } from '@web/workshop';

import type { Broadcast } from './broadcast';
import type { Operation, SceneDoc } from './types';

export interface HoldingHost {
  /** What one sees while nothing is held. */
  doc(): SceneDoc | null;
  /** Whether visitors see each step. */
  isLive(): boolean;
  /** Keep these; resolves once they are durable. */
  keep(ops: readonly Operation[]): Promise<void>;
  changed(): void;
  /** Let colleagues see where these stand; null once they are let go. */
  show(places: ReadonlyMap<string, Placement> | null): void;
}

const REST: Readonly<Placement> = { translation: [0, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] };

export class Holding {
  /** Lies on top of everything while it is held. */
  ops: readonly Operation[] = [];

  constructor(private readonly host: HoldingHost, private readonly broadcast: Broadcast) {}

  move(places: ReadonlyMap<string, Placement>): void {
    const nodes = this.host.doc()?.nodes ?? {};
    this.ops = [...places].flatMap(([id, place]) => (nodes[id] ? opsOf(id, place) : []));
    if (this.host.isLive()) this.broadcast.tell(this.changes());
    else this.host.show(places);
    this.host.changed();
  }

  /** Let go: keep what has changed by it, or put all back. */
  drop(kept: boolean): void {
    const ops = kept ? this.changes() : [];
    this.ops = [];
    const done = this.host.keep(ops);
    this.host.changed();
    void done.finally(() => this.broadcast.end());
    // The edit is on its way first, so that nobody sees it go back in between.
    this.host.show(null);
  }

  private changes(): Operation[] {
    const doc = this.host.doc();
    return doc ? this.ops.filter((op) => differs(doc, op)) : [];
  }
}

const opsOf = (id: string, place: Placement): Operation[] =>
  (Object.keys(REST) as (keyof Placement)[]).map((part) => ({ op: 'set', path: `/nodes/${id}/${part}`, value: rounded(place[part]) }));

/** Without the dust of arithmetic. */
const rounded = (values: readonly number[]): number[] =>
  values.map((value) => Number(value.toFixed(values.length === 4 ? 9 : 4)) + 0);

function differs(doc: SceneDoc, { path, value }: Operation): boolean {
  const [, , id, part] = path.split('/') as [string, string, string, keyof Placement];
  const before = doc.nodes[id]?.[part] ?? REST[part];
  return (value as number[]).some((one, axis) => Math.abs(one - before[axis]!) > 1e-6);
}
