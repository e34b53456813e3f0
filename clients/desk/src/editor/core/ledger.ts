/**
 * What the server has said of a hall, and what one has done that it has not yet said.
 *
 * The server's order is the truth. One's own edits lie on top of it until they are acknowledged:
 * whatever arrives meanwhile goes below them, so that nothing one does jumps back and nothing that
 * others do is lost.
 */

import { apply, isCarried, merged } from './document';
import type { Draft, EditLayer, Operation, SceneDoc } from './types';

export interface Edit {
  readonly id: number;
  readonly layer: EditLayer;
  ops: readonly Operation[];
  /** Edits of one name in quick succession become one while they wait. */
  readonly coalesce: string | null;
  /** `held`: more may come; `ready`: to be sent; `sent`; `uncertain`: sent before the line was cut. */
  state: 'held' | 'ready' | 'sent' | 'uncertain';
}

export class Ledger {
  published: SceneDoc | null = null;
  draft: Draft = { ops: [], number: 0 };
  edits: Edit[] = [];
  private count = 0;
  /** The draft on the published scene, without one's own edits. */
  private drafted: SceneDoc | null = null;

  /** The hall as it is for everybody: at first, and again after a cut. */
  enter(doc: SceneDoc): void {
    this.published = doc;
    this.drafted = null;
  }

  /** The whole draft as the server has it. */
  takeDraft(draft: Draft): void {
    this.draft = draft;
    this.drafted = null;
  }

  /** A patch of the published scene. */
  patch(ops: readonly Operation[]): void {
    if (!this.published) return;
    this.published = apply(this.published, ops);
    this.drafted = null;
  }

  /** A patch of the draft; false when one before it is missing, and the whole must be asked for. */
  patchDraft(ops: readonly Operation[], number: number): boolean {
    if (number <= this.draft.number) return true;
    if (number !== this.draft.number + 1) return false;
    if (this.drafted) this.drafted = apply(this.drafted, ops);
    this.draft = { ...this.draft, ops: [...this.draft.ops, ...ops], number };
    return true;
  }

  /** Take up an edit of one's own; one that carries on another that still waits becomes part of it. */
  add(layer: EditLayer, ops: readonly Operation[], coalesce: string | null = null): Edit {
    const last = this.edits.at(-1);
    if (coalesce && last?.state === 'held' && last.layer === layer && last.coalesce === coalesce) {
      last.ops = merged(last.ops, ops);
      return last;
    }
    const edit: Edit = { id: (this.count += 1), layer, ops: [...ops], coalesce, state: coalesce ? 'held' : 'ready' };
    this.edits.push(edit);
    return edit;
  }

  /** It was acknowledged, refused or given up: it no longer lies on top. */
  drop(edit: Edit): void {
    this.edits = this.edits.filter((one) => one !== edit);
  }

  /** The line was cut: nobody knows what became of what was sent. */
  cut(): void {
    for (const edit of this.edits) if (edit.state === 'sent') edit.state = 'uncertain';
  }

  /** After a cut: the edits that had arrived are dropped, the others are to be sent again. */
  recover(): Edit[] {
    const arrived = this.edits.filter((edit) => edit.state === 'uncertain' && this.has(edit));
    for (const edit of arrived) this.drop(edit);
    for (const edit of this.edits) if (edit.state === 'uncertain') edit.state = 'ready';
    return arrived;
  }

  /** A layer as the server has it. */
  confirmed(layer: EditLayer): SceneDoc | null {
    if (!this.published || layer === 'published') return this.published;
    this.drafted ??= apply(this.published, this.draft.ops);
    return this.drafted;
  }

  /** A layer as one sees it. */
  view(layer: EditLayer): SceneDoc | null {
    let doc = this.confirmed(layer);
    // A draft lies on what is published: one's own edits of that are below it, and seen through it.
    for (const edit of this.edits) if (doc && edit.layer === layer) doc = apply(doc, edit.ops);
    return doc;
  }

  private has(edit: Edit): boolean {
    const doc = this.confirmed(edit.layer);
    return doc !== null && isCarried(doc, edit.ops);
  }
}
