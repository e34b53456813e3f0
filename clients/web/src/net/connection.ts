/**
 * The live socket: say who one is and where to go in one breath, keep time, and come back.
 *
 * Statuses: connecting -> online; a cut makes it reconnecting (offline while the device says so)
 * with growing, jittered waits and a resume; refused is a hall that does not let one in; ended is
 * a reason for which trying again makes no sense.
 */

import { Events } from '../world/events';
import type { Viewer } from '../world/viewer';
import type { World } from '../world/world';
import {
  type Body, type ClientMessage, type ErrorMessage, type JoinedMessage, type Language, type MovedMessage,
  type NoticeMessage, type RightsMessage, type ServerMessage, VERSION,
} from '../wire';
import { Backoff } from './backoff';
import { ServerClock } from './clock';
import { Line } from './line';
import { PoseSender } from './pose-sender';
import { WireError } from './requests';
import { Speaker } from './speaker';
import { Strangers } from './strangers';
import { browser, type Surroundings } from './surroundings';

export type Status = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'refused' | 'ended';

export interface Identity {
  name: string;
  body: Body;
  lang: Language;
  agent: string;
  measure: boolean;
}

interface Goal {
  hall: string;
  spawn: string | null;
}

export interface ConnectionEvents {
  status: { status: Status; code: string; message: string };
  /** `asked`: by a call of `join`, rather than after a cut. */
  joined: { joined: JoinedMessage; asked: boolean };
  moved: MovedMessage;
  /** A refusal that answers no request and no join. */
  error: WireError;
  /** How one is known. */
  ready: { role: string; name: string };
  /** What one may do in this hall, from now on. */
  rights: RightsMessage;
  /** Something to know of; nothing was refused. */
  notice: NoticeMessage;
  /** The session that proved who one was is over; the line is taken up again without it. */
  lost: void;
}

/**
 * Gets what proves at a hall's door who one is; null for a visitor, who has nothing to prove.
 * Rejects with WireError when it may not be had.
 */
export type Pass = (hall: string) => Promise<string | null> | null;

const JOIN_TIMEOUT_MS = 12_000;
/** Reasons for which trying again makes no sense. */
const FATAL = new Set([
  'version_unsupported', 'token_refused', 'too_many_errors', 'connection_replaced', 'removed', 'blocked',
]);

export class Connection extends Speaker {
  status: Status = 'connecting';
  readonly clock = new ServerClock();
  /** Ticks a second of the hall one is in. */
  tick = 20;
  role = 'visitor';
  private readonly events = new Events<ConnectionEvents>();
  private readonly backoff = new Backoff();
  private readonly sender = new PoseSender((frame) => this.line.pose(frame));
  private readonly line: Line;
  private goal: Goal | null = null;
  private ticket: string | null = null;
  /** Where one still is while asking to enter elsewhere. */
  private home: { goal: Goal; ticket: string } | null = null;
  private readonly strangers = new Strangers(
    (ms, fn) => this.line.after(ms, fn), (ids) => this.say({ t: 'who', ids }),
  );
  private farewell: { code: string; message: string } | null = null;
  private waiting: { resolve(joined: JoinedMessage): void; reject(error: WireError): void } | null =
    null;

  constructor(
    private readonly url: string,
    private readonly world: World,
    private readonly viewer: Viewer,
    private readonly identity: () => Identity,
    private readonly outside: Surroundings = browser,
    /** Visitors have nothing to prove: without one, they are let in at once. */
    private readonly pass: Pass | null = null,
    /** For those who edit: be in halls without a body. */
    private readonly unseen = false,
  ) {
    super();
    this.line = new Line(outside, this.clock, {
      opened: () => this.opened(),
      heard: (message) => this.handle(message),
      poses: (frame, now) => world.applyPresence(frame, now),
      closed: () => this.closed(),
    });
    world.on('strangers', (ids) => this.strangers.met(ids));
  }

  on<K extends keyof ConnectionEvents>(
    event: K, fn: (value: ConnectionEvents[K]) => void,
  ): () => void {
    return this.events.on(event, fn);
  }

  /** Server seconds now. */
  serverNow(): number {
    return this.clock.seconds(this.outside.now());
  }

  /** Enter a hall, connecting when need be. Rejects with WireError when it does not let one in. */
  join(hall: string, spawn: string | null = null): Promise<JoinedMessage> {
    this.waiting?.reject(new WireError('superseded', 'superseded'));
    if (this.goal && this.ticket) this.home = { goal: this.goal, ticket: this.ticket };
    this.goal = { hall, spawn };
    this.ticket = null;
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      if (this.line.isOpen) this.sayJoin();
      else if (!this.line.isOpening) this.connect();
    });
  }

  /** Tell others a changed name, look or language. */
  introduce(): void {
    const { name, body, lang, measure } = this.identity();
    this.say({ t: 'me', name, body, lang, measure });
  }

  /** Call every frame, and now and then while hidden: sends the pose when it is time. */
  update(): void {
    if (this.status === 'online' && this.viewer.hall === this.world.hall?.id) {
      this.sender.update(this.viewer, this.outside.now(), this.tick);
    }
  }

  /** Try at once rather than at the end of the wait (the network or the page came back). */
  hurry(): void {
    if (this.status !== 'reconnecting' && this.status !== 'offline') return;
    this.backoff.reset();
    this.connect();
  }

  /** Join the same hall anew, as whoever one is now, and stay where one stands. */
  rejoin(): void {
    this.ticket = null;
    if (this.status === 'online') this.sayJoin();
    else this.hurry();
  }

  /** Leave for good. */
  close(): void {
    this.setStatus('ended', 'left', '');
    this.drop();
  }

  private connect(): void {
    this.drop();
    if (!this.outside.online() && this.world.hall) return this.retry('offline');
    this.farewell = null;
    this.line.open(this.url);
    this.line.after(JOIN_TIMEOUT_MS, () => this.status !== 'online' && this.line.shut());
  }

  /** Everything is said at once: no answer is awaited in between. */
  private opened(): void {
    this.say({ t: 'auth', version: VERSION, token: null, ...this.identity() });
    this.sayJoin();
  }

  private sayJoin(): void {
    const { goal } = this;
    const { current } = this.line;
    if (!goal) return;
    const passing = this.pass?.(goal.hall) ?? null;
    if (!passing) return this.enter(goal);
    const isStill = (): boolean => this.goal === goal && this.line.current === current;
    passing.then(
      (ticket) => void (isStill() && this.enter(goal, ticket)),
      (error: unknown) => void (isStill() && this.sentAway(error)),
    );
  }

  private enter({ hall, spawn }: Goal, ticket: string | null = null): void {
    const { epoch, revision } = this.world;
    const resume = this.ticket && this.world.hall?.id === hall
      ? { ticket: this.ticket, epoch, revision }
      : null;
    this.say({ t: 'join', hall, spawn, resume, ...(ticket === null ? {} : { ticket }), ...(this.unseen ? { unseen: true } : {}) });
  }

  /** There is no pass to be had: for good, or because the line does not hold. */
  private sentAway(error: unknown): void {
    if (!(error instanceof WireError)) return this.line.hangUp();
    this.setStatus('refused', error.code, error.message);
    this.waiting?.reject(error);
    this.waiting = null;
  }

  private handle(message: ServerMessage): void {
    switch (message.t) {
      case 'hello': return this.clock.greet(message.time, this.outside.now());
      case 'pong': return this.clock.pong(message.at, this.outside.now(), message.time);
      case 'ready':
        this.role = message.role;
        return this.events.emit('ready', message);
      case 'joined': return this.joined(message);
      case 'rights':
        this.role = message.role;
        return this.events.emit('rights', message);
      case 'notice': return this.events.emit('notice', message);
      case 'done': return this.requests.resolve(message.id, message);
      case 'path': return this.requests.resolve(message.id, message.points);
      case 'drafted':
        this.world.apply(message);
        if (message.id !== null) this.requests.resolve(message.id, message);
        return;
      case 'manifest':
        this.world.apply(message);
        return this.requests.resolve(message.id, message.items);
      case 'turn':
        this.world.apply(message);
        if (message.id !== null) this.requests.resolve(message.id, message);
        return;
      case 'error': return this.refused(message);
      case 'moved': return this.moved(message);
      case 'bye':
        this.farewell = message;
        return;
      default: this.world.apply(message);
    }
  }

  private joined(message: JoinedMessage): void {
    if (message.hall !== this.goal?.hall) return;
    this.ticket = message.ticket;
    this.home = null;
    this.tick = message.tick;
    this.backoff.reset();
    this.sender.reset();
    this.world.apply(message);
    this.setStatus('online', '', '');
    const { waiting } = this;
    this.waiting = null;
    this.events.emit('joined', { joined: message, asked: waiting !== null });
    waiting?.resolve(message);
  }

  private refused(message: ErrorMessage): void {
    const error = new WireError(message.code, message.message, message.details, message.request_id);
    if (message.id !== null && this.requests.reject(message.id, error)) return;
    const joining = this.waiting !== null || this.status === 'reconnecting';
    if (!joining) return this.events.emit('error', error);
    if (this.ticket) {
      this.ticket = null;
      return this.sayJoin();
    }
    if (this.home && this.status === 'online') ({ goal: this.goal, ticket: this.ticket } = this.home);
    else this.setStatus('refused', error.code, error.message);
    this.home = null;
    this.waiting?.reject(error);
    this.waiting = null;
  }

  /** Sent on: the place one had is gone, so there is none to fall back to. */
  private moved(message: MovedMessage): void {
    this.events.emit('moved', message);
    this.ticket = this.home = null;
    this.join(message.hall).catch((error: WireError) => {
      if (error.code !== 'superseded') this.events.emit('error', error);
    });
  }

  private closed(): void {
    this.strangers.forget();
    this.requests.rejectAll('disconnected');
    if (this.status === 'ended') return;
    const { code, message } = this.farewell ?? { code: '', message: '' };
    if (code === 'token_refused' && this.pass) this.ended();
    else if (FATAL.has(code)) {
      this.waiting?.reject(new WireError(code, message));
      this.waiting = null;
      return this.setStatus('ended', code, message);
    }
    this.retry(code, message);
  }

  /** Whoever one was is signed out: come back as whoever one is now. */
  private ended(): void {
    this.ticket = null;
    this.backoff.reset();
    this.events.emit('lost', undefined);
  }

  private retry(code: string, message = ''): void {
    const online = this.outside.online();
    const begun = this.world.hall !== null;
    this.setStatus(!online && begun ? 'offline' : begun ? 'reconnecting' : 'connecting', code, message);
    this.line.after(this.backoff.next(), () => this.connect());
  }

  protected say(message: ClientMessage): boolean {
    return this.line.say(message);
  }

  protected get base(): number {
    return this.world.revision;
  }

  private setStatus(status: Status, code: string, message: string): void {
    this.status = status;
    this.events.emit('status', { status, code, message });
  }

  private drop(): void {
    this.strangers.forget();
    this.line.drop();
  }
}
