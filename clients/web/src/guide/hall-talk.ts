/** One's own talk with a guide of the hall, over the live socket: asked, stopped, remembered as far as it was heard. */

import type { Connection } from '../net/connection';
import { WireError } from '../net/requests';
import type { AskMessage, GuideHere } from '../wire';
import { type GuideTurn, isOver } from '../world/guides';
import type { World } from '../world/world';
import { newest } from './newest';
import { endOf, heardOf } from './timing';
import { say } from './words';

export interface HallTalkHost {
  world: World;
  connection: Pick<Connection, 'ask' | 'hush' | 'serverNow'>;
  /** Be silent about an answer, before anybody else is told. */
  silence(turn: number, guide: string): void;
  changed(): void;
  /** A question could not be asked: why, and its code. */
  refused(why: string, code: string): void;
}

const CUT = new Set(['offline', 'disconnected', 'timeout']);

export class HallTalk {
  /** The node of the guide that one talks with. */
  node: string | null = null;
  whispers = false;
  answerIn: AskMessage['lang'] = '';
  /** A question is on its way; and why the last one could not be asked. */
  asking = false;
  failure = '';
  /** How much of an answer was heard before it was cut, by turn. */
  readonly cuts = new Map<number, { heard: number; ms: number }>();
  private readonly forgotten = new Set<number>();

  constructor(private readonly host: HallTalkHost) {}

  /** The guide that one talks with, as long as it is here. */
  get guide(): GuideHere | undefined {
    return this.node === null ? undefined : this.host.world.guides.at(this.node);
  }

  /** Questions and answers with this guide, oldest first. */
  turns(): GuideTurn[] {
    const { world } = this.host;
    return [...world.guides.turns.values()].filter(({ turn, guide, asker }) => guide === this.node && asker === world.me && !this.forgotten.has(turn));
  }

  /** The answer to oneself that goes on, if any; one that has come whole goes on until it is said. */
  current(): GuideTurn | null {
    const { world } = this.host;
    const now = this.now();
    return newest(world.guides.turns.values(), (turn) => turn.asker === world.me && !turn.silenced && (!isOver(turn) || (turn.state === 'done' && turn.said.some((said) => endOf(said) > now))));
  }

  /** What opens this talk over HTTP; empty before there is one. */
  get token(): string {
    return this.turns().map(({ dialogue }) => dialogue).filter(Boolean).at(-1) ?? '';
  }

  /** Ask; whatever is said to one stops first. */
  async ask(text: string): Promise<void> {
    const { node, host } = this;
    if (node === null) return;
    this.stop();
    this.asking = true;
    this.failure = '';
    host.changed();
    try {
      await host.connection.ask(node, text, this.answerIn, this.whispers);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.failure = CUT.has(error.code) ? say('failed.offline') : error.message || say('failed.unknown');
      host.refused(say('failed', { why: this.failure }), error.code);
    } finally {
      this.asking = false;
      host.changed();
    }
  }

  /** Be silent here at once, then tell the park how much was heard. */
  stop(): void {
    const turn = this.current();
    if (!turn) return;
    const { heard, ms } = this.cut(turn);
    this.host.silence(turn.turn, turn.guide);
    this.host.world.guides.silence(turn.turn);
    this.host.changed();
    this.host.connection.hush(turn.turn, heard, ms).catch(() => undefined);
  }

  /** An answer is cut: note how much of it was heard. */
  cut(turn: GuideTurn): { heard: number; ms: number } {
    const known = this.cuts.get(turn.turn);
    if (known) return known;
    const cut = heardOf(turn.said, this.now());
    this.cuts.set(turn.turn, cut);
    return cut;
  }

  /** It has been deleted: show nothing of it any more. */
  forget(): void {
    for (const { turn } of this.turns()) this.forgotten.add(turn);
    this.host.changed();
  }

  private now(): number {
    return this.host.connection.serverNow();
  }
}
