/**
 * Sends what one does, in order, one edit at a time, and keeps it until it is acknowledged.
 *
 * An edit of the tree that is too old is sent again on the newest revision. A cut line keeps
 * everything: once it is back, what had arrived is told from what had not, and the rest is sent.
 */

import type { Edit, Ledger } from './ledger';
import type { EditLayer, Operation } from './types';

/** The live line, as far as edits are concerned. Rejections carry a `code`. */
export interface Line {
  edit(layer: EditLayer, ops: Operation[]): Promise<unknown>;
  undo(layer: EditLayer, anyway: boolean): Promise<unknown>;
  redo(layer: EditLayer, anyway: boolean): Promise<unknown>;
  /** Ask for the whole draft; it has been taken in when this resolves. */
  watch(): Promise<unknown>;
}

export interface SyncHost {
  /** The ledger changed. */
  changed(): void;
  /** An edit was taken back: it was refused for this reason. */
  refused(error: unknown, edit: Edit): void;
  /** An edit is durable. */
  kept(edit: Edit): void;
  later(fn: () => void, ms: number): () => void;
}

/** Edits of one name that pause for this long are sent. */
export const CALM_MS = 450;
const MOST_TRIES = 7;
const FIRST_WAIT_MS = 60;
/** Nobody knows whether the server heard. */
const UNCERTAIN = new Set(['disconnected', 'offline', 'timeout']);
const MOST_OPERATIONS = 256;

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? 'internal');

export class Sync {
  private live = false;
  /** Whether one follows the draft: a company's people, who furnish their booth, do not. */
  private drafting = true;
  private pumping = false;
  private tries = 0;
  private stopCalm: (() => void) | null = null;
  private readonly waiting = new Map<Edit, (() => void)[]>();
  private idle: (() => void)[] = [];

  constructor(private readonly ledger: Ledger, private readonly line: Line, private readonly host: SyncHost) {}

  /** Take up an edit; resolves once it is durable, or refused and taken back. */
  async run(layer: EditLayer, ops: readonly Operation[], coalesce: string | null = null): Promise<void> {
    if (!ops.length) return;
    if (!coalesce || this.ledger.edits.at(-1)?.coalesce !== coalesce) this.release();
    const edits = pieces(ops).map((piece) => this.ledger.add(layer, piece, coalesce));
    const done = edits.map((edit) => this.settled(edit));
    this.host.changed();
    if (coalesce) this.calmDown();
    else this.pump();
    await Promise.all(done);
  }

  /** Send what is held back for more to come. */
  release(): void {
    this.stopCalm?.();
    this.stopCalm = null;
    for (const edit of this.ledger.edits) if (edit.state === 'held') edit.state = 'ready';
    this.pump();
  }

  /** Resolves once nothing is on its way any more. */
  async flush(): Promise<void> {
    this.release();
    if (this.ledger.edits.length) await new Promise<void>((done) => this.idle.push(done));
  }

  /** Undo or redo one's newest edit, after all that is on its way. Rejects with the server's refusal. */
  async turnBack(what: 'undo' | 'redo', layer: EditLayer, anyway: boolean): Promise<void> {
    await this.flush();
    await this.line[what](layer, anyway);
  }

  /** The hall has been entered, at first or again. */
  async online(drafting = true): Promise<void> {
    this.drafting = drafting;
    if (drafting) await this.line.watch();
    this.live = true;
    for (const edit of this.ledger.recover()) this.finish(edit);
    this.host.changed();
    this.release();
  }

  /** The line was cut. */
  offline(): void {
    this.live = false;
    this.ledger.cut();
    this.host.changed();
  }

  /** A number of the draft is missing: ask for the whole. */
  async askAgain(): Promise<void> {
    await this.line.watch().catch(() => undefined);
    this.host.changed();
  }

  private calmDown(): void {
    this.stopCalm?.();
    this.stopCalm = this.host.later(() => this.release(), CALM_MS);
  }

  private settled(edit: Edit): Promise<void> {
    return new Promise((done) => this.waiting.set(edit, [...(this.waiting.get(edit) ?? []), done]));
  }

  private finish(edit: Edit): void {
    for (const done of this.waiting.get(edit) ?? []) done();
    this.waiting.delete(edit);
    if (!this.ledger.edits.length) for (const done of this.idle.splice(0)) done();
  }

  private pump(): void {
    const next = this.ledger.edits[0];
    if (this.pumping || !this.live || next?.state !== 'ready') return;
    this.pumping = true;
    next.state = 'sent';
    void this.send(next).finally(() => {
      this.pumping = false;
      this.pump();
    });
  }

  private async send(edit: Edit): Promise<void> {
    try {
      await this.line.edit(edit.layer, [...edit.ops]);
      this.ledger.drop(edit);
      this.host.kept(edit);
    } catch (error) {
      const code = codeOf(error);
      if (UNCERTAIN.has(code)) return this.doubt(edit, code);
      if (code === 'scene_stale' && (this.tries += 1) <= MOST_TRIES) return this.again(edit);
      this.ledger.drop(edit);
      this.host.refused(error, edit);
    }
    this.tries = 0;
    this.host.changed();
    this.finish(edit);
  }

  /** Wait for the patch that it had not seen, and send it on the revision after that. */
  private again(edit: Edit): Promise<void> {
    edit.state = 'ready';
    return new Promise((done) => this.host.later(done, FIRST_WAIT_MS * 2 ** (this.tries - 1)));
  }

  private async doubt(edit: Edit, code: string): Promise<void> {
    edit.state = 'uncertain';
    this.live = false;
    if (code === 'timeout') await this.online(this.drafting).catch(() => undefined);
  }
}

/** Edits that a message can carry. */
function pieces(ops: readonly Operation[]): Operation[][] {
  const found: Operation[][] = [];
  for (let from = 0; from < ops.length; from += MOST_OPERATIONS) found.push(ops.slice(from, from + MOST_OPERATIONS));
  return found;
}
