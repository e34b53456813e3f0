/** A talk over HTTP: questions go out, what is said of them comes back as events, on this page's own clock. */

import { Refusal } from '../../business/api';
import type { AskMessage } from '../../wire';
import { GuideBook, type GuideMessage, isOver } from '../../world/guides';
import type { GuideApi } from '../api';
import { newest } from '../newest';
import { endOf, heardOf } from '../timing';
import { eventsOf } from './events';
import { StaffLine } from './staff-line';

const KINDS = new Set(['turn', 'say', 'act', 'hushed']);
/** Between two clauses, seconds. */
const GAP = 0.12;

/** Who speaks from now on. */
interface OfficerMessage {
  t: 'officer';
  name: string;
}

export interface PageTalkHost {
  /** This page's clock, seconds. */
  now(): number;
  changed(): void;
  /** Whether clauses are heard; else they are read, and shown is heard. */
  aloud(): boolean;
}

export class PageTalk {
  readonly book = new GuideBook();
  /** How much of an answer was heard before it was cut, by turn. */
  readonly cuts = new Map<number, { heard: number; ms: number }>();
  token = '';
  /** A question that no turn answers yet, and why one could not be asked. */
  waiting = false;
  failure: Refusal | null = null;
  private asking: AbortController | null = null;
  private beginning: Promise<string> | null = null;
  private free = 0;
  private readonly line: StaffLine;

  constructor(readonly persona: string, private readonly api: GuideApi, private readonly host: PageTalkHost, line?: (path: string) => EventSource) {
    this.line = new StaffLine((event) => this.hear(event), line);
  }

  /** The member of staff who speaks; empty for the AI. */
  get officer(): string {
    return this.book.officer;
  }

  /** What is being said or looked up now, if anything. */
  current() {
    const now = this.host.now();
    return newest(this.book.turns.values(), (turn) => !turn.silenced && (!isOver(turn) || (turn.state === 'done' && turn.said.some((said) => endOf(said) > now))));
  }

  /** Ask; whatever is being said stops first. */
  async ask(text: string, answerIn: AskMessage['lang']): Promise<void> {
    this.stop();
    const asking = new AbortController();
    this.asking = asking;
    this.free = 0;
    this.waiting = true;
    this.failure = null;
    this.host.changed();
    try {
      const token = await this.begin();
      const answer = await this.api.ask(token, text, answerIn, asking.signal);
      for await (const event of eventsOf(answer)) if (!asking.signal.aborted) this.hear(event);
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = error instanceof Refusal ? error : new Refusal(0, 'offline', '');
      // A talk that the park has forgotten is begun anew by the next question.
      if (this.failure.status === 404) this.token = '';
    } finally {
      if (this.asking === asking) {
        this.asking = null;
        this.waiting = false;
        this.host.changed();
      }
    }
  }

  /** Be silent at once, then tell the park how much was heard; the turn that was cut. */
  stop(): number | null {
    const turn = this.current();
    this.asking?.abort();
    this.asking = null;
    this.waiting = false;
    if (!turn) return null;
    // What a person wrote stands, whether it was read out or not; so does a whole answer that was to be read.
    const isRead = turn.state === 'done' && !this.host.aloud();
    if (isRead || (turn.said.length && turn.said.every(({ by }) => by === 'human'))) {
      this.book.apply({ t: 'hushed', turn: turn.turn, guide: turn.guide });
      this.host.changed();
      return turn.turn;
    }
    const cut = heardOf(turn.said, this.host.now());
    this.cuts.set(turn.turn, cut);
    turn.state = 'stopped';
    this.book.apply({ t: 'hushed', turn: turn.turn, guide: turn.guide });
    this.api.hush(this.token, turn.turn, cut.heard, cut.ms).catch(() => undefined);
    this.host.changed();
    return turn.turn;
  }

  /** Have it deleted, and forget everything of it here; raises Refusal. */
  async forget(): Promise<void> {
    this.stop();
    if (this.token) await this.api.forget(this.token);
    this.token = '';
    this.close();
    this.book.clear();
    this.host.changed();
  }

  /** Listen to nobody any more. */
  close(): void {
    this.line.close();
    this.book.officer = '';
  }

  private begin(): Promise<string> {
    if (this.token) return Promise.resolve(this.token);
    this.beginning ??= this.api.begin(this.persona).then((token) => (this.token = token)).finally(() => (this.beginning = null));
    return this.beginning;
  }

  private hear(event: unknown): void {
    const message = event as GuideMessage | OfficerMessage;
    if (message?.t === 'officer') return this.hand(message.name);
    if (!KINDS.has(message?.t)) return;
    this.waiting = false;
    // Nobody else is here: there is nothing to whisper.
    if (message.t === 'turn' || message.t === 'say') message.whisper = false;
    if (message.t === 'turn') message.dialogue = this.token;
    if (message.t === 'say') {
      // One listens alone: a clause begins when the one before it is over.
      message.at = Math.max(this.host.now(), this.free);
      this.free = endOf(message) + GAP;
    }
    this.book.apply(message);
    if (message.t === 'act' && message.action === 'call_staff' && message.state === 'done') this.line.open(this.token);
    this.host.changed();
  }

  /** Somebody of the staff speaks from now on, or the AI again. */
  private hand(name: string): void {
    this.book.officer = name;
    if (name) this.line.open(this.token);
    this.host.changed();
  }
}
