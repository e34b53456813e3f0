/** What one may say and ask in a hall. */

import type { Vec3 } from '../world/viewer';
import type {
  AskMessage, ClientMessage, DraftedMessage, KeptLayer, Layer, Operation, ReportMessage, SelectMessage, TurnMessage,
} from '../wire';
import { Requests } from './requests';

/** Where nodes stand that one holds: translation, rotation and scale below the parent. */
export type Moving = NonNullable<SelectMessage['moving']>;

export abstract class Speaker {
  protected readonly requests = new Requests();

  /** Send a message; false when there is no line. */
  protected abstract say(message: ClientMessage): boolean;

  /** The revision that one knows, on which an edit is made. */
  protected abstract get base(): number;

  /** Change the scene; resolves with the revision once it is durable and seen by all. */
  async edit(layer: Layer, ops: Operation[]): Promise<number> {
    const { base } = this;
    const done = await this.requests.ask<{ revision: number }>((id) => this.say({ t: 'edit', id, layer, base, ops }));
    return done.revision;
  }

  /** Follow the hall's draft; the world hears `drafted` before this resolves, and patches after it. */
  watch(): Promise<DraftedMessage> {
    return this.requests.ask((id) => this.say({ t: 'watch', id, draft: true }));
  }

  /** Tell others who edit what one has selected, and where what one holds of it stands. */
  select(nodes: string[], moving?: Moving): void {
    this.say({ t: 'select', nodes, ...(moving ? { moving } : {}) });
  }

  /** Undo one's newest edit of a layer; `anyway` also what others have built upon. */
  undo(layer: KeptLayer, anyway = false): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'undo', id, layer, anyway }));
  }

  redo(layer: KeptLayer, anyway = false): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'redo', id, layer, anyway }));
  }

  /** A walkable way, corner by corner, or null. */
  path(start: Vec3, goal: Vec3): Promise<Vec3[] | null> {
    return this.requests.ask((id) => this.say({ t: 'path', id, start, goal }));
  }

  /** Ask again what to fetch, standing at `at`; the world takes the answer in. */
  need(at: Vec3): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'need', id, at }));
  }

  /** Tell the staff of somebody in this hall; resolves once it is kept. */
  report(who: number, reason: ReportMessage['reason'], words: string): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'report', id, who, reason, words }));
  }

  /** Ask a guide; resolves with how far its answer is, and the world hears the rest. */
  ask(guide: string, text: string, lang: AskMessage['lang'], whisper: boolean): Promise<TurnMessage> {
    return this.requests.ask((id) => this.say({ t: 'ask', id, guide, text, lang, whisper }));
  }

  /** Stop an answer to one: so many clauses were heard whole, and so much of the next. */
  hush(turn: number, heard: number, ms: number): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'hush', id, turn, heard, ms }));
  }

  /** Take a seat, or stand up with null. */
  sit(seat: string | null): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'sit', id, seat }));
  }
}
