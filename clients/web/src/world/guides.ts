/** The guides of a room, and what they say and do: messages go in, every view of them reads. Pure. */

import type { ActMessage, GuideHere, HushedMessage, SayMessage, ServerMessage, TurnMessage } from '../wire';
import { Events } from './events';

/** A clause as it was heard: whose words they were then. */
export interface Said extends SayMessage {
  /** The officer's name; empty for the AI. */
  speaker: string;
}

/** One answer, from being asked to being over. */
export interface GuideTurn extends Omit<TurnMessage, 't' | 'id'> {
  said: Said[];
  acts: ActMessage[];
  /** Stopped here before the server knew: what still comes of it is not heard. */
  silenced: boolean;
}

export interface GuideEvents {
  /** Who is here, or what one of them does, changed. */
  guides: undefined;
  /** An answer began or came further. */
  turn: GuideTurn;
  say: Said;
  act: ActMessage;
  /** An answer was cut: be silent at once. */
  hushed: HushedMessage;
}

export type GuideMessage = Extract<ServerMessage, { t: 'guides' | 'turn' | 'say' | 'act' | 'hushed' }>;

const MOST_TURNS = 80;
const OVER = new Set<GuideTurn['state']>(['done', 'stopped', 'failed']);

export const isOver = ({ state }: Pick<GuideTurn, 'state'>): boolean => OVER.has(state);

export class GuideBook {
  here: readonly GuideHere[] = [];
  /** Who of the staff speaks where no guide is here to say it; empty for the AI. */
  officer = '';
  /** Answers by number, oldest first. */
  readonly turns = new Map<number, GuideTurn>();
  private readonly events = new Events<GuideEvents>();

  on<K extends keyof GuideEvents>(event: K, fn: (value: GuideEvents[K]) => void): () => void {
    return this.events.on(event, fn);
  }

  /** The guide that stands at a node. */
  at(node: string): GuideHere | undefined {
    return this.here.find((guide) => guide.node === node);
  }

  /** The guide that somebody in presence frames is. */
  ofPerson(id: number | null): GuideHere | undefined {
    return id === null ? undefined : this.here.find(({ person }) => person === id);
  }

  apply(message: GuideMessage): void {
    switch (message.t) {
      case 'guides':
        this.here = message.guides;
        return this.events.emit('guides', undefined);
      case 'turn': return this.further(message);
      case 'say': return this.hear(message);
      case 'act': return this.see(message);
      case 'hushed':
        this.silence(message.turn);
        return this.events.emit('hushed', message);
    }
  }

  /** Hear nothing more of an answer. */
  silence(turn: number): void {
    const known = this.turns.get(turn);
    if (known) known.silenced = true;
  }

  /** The line was cut: what went on then is over, unless more of it comes. */
  resume(): void {
    for (const turn of this.turns.values()) {
      if (isOver(turn)) continue;
      turn.state = 'stopped';
      this.events.emit('turn', turn);
    }
  }

  /** Another hall: nothing of this one is here any more. */
  clear(): void {
    this.here = [];
    this.turns.clear();
    this.events.emit('guides', undefined);
  }

  private further({ t: _t, id: _id, ...told }: TurnMessage): void {
    const known = this.turns.get(told.turn);
    // The token comes to the asker once, and stays.
    const turn = known ? Object.assign(known, told, { dialogue: told.dialogue || known.dialogue }) : this.begin(told);
    this.events.emit('turn', turn);
  }

  private hear(message: SayMessage): void {
    const turn = this.of(message);
    if (turn.silenced || turn.said.some(({ n }) => n === message.n)) return;
    const said: Said = { ...message, speaker: message.by === 'human' ? (this.at(message.guide)?.human ?? this.officer) : '' };
    if (turn.state === 'stopped') turn.state = 'speaking';
    turn.said.push(said);
    turn.said.sort((a, b) => a.n - b.n);
    this.events.emit('say', said);
  }

  private see(message: ActMessage): void {
    const { acts } = this.of(message);
    const before = acts.findIndex(({ n }) => n === message.n);
    if (before < 0) acts.push(message);
    else acts[before] = message;
    this.events.emit('act', message);
  }

  /** The answer that a message belongs to; whoever comes while it goes on has not heard it begin. */
  private of({ turn, guide }: { turn: number; guide: string }): GuideTurn {
    return this.turns.get(turn) ?? this.begin({
      turn, guide, asker: this.at(guide)?.addressee ?? -1, question: '', whisper: false, state: 'speaking', place: 0, code: '', dialogue: '',
    });
  }

  private begin(told: Omit<TurnMessage, 't' | 'id'>): GuideTurn {
    const turn: GuideTurn = { ...told, said: [], acts: [], silenced: false };
    this.turns.set(turn.turn, turn);
    for (const oldest of this.turns.keys()) {
      if (this.turns.size <= MOST_TURNS) break;
      this.turns.delete(oldest);
    }
    return turn;
  }
}
