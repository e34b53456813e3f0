/**
 * The live socket: say who one is and where to go in one breath, keep time, and come back.
 *
 * Statuses: connecting -> online; a cut makes it reconnecting (offline while the device says so)
 * with growing, jittered waits and a resume; refused is a hall that does not let one in; ended is
 * a reason for which trying again makes no sense.
 */

import { decode, encode } from '@msgpack/msgpack';

import { Events } from '../world/events';
import type { Vec3, Viewer } from '../world/viewer';
import type { World } from '../world/world';
import {
  type Body, type ClientMessage, type DraftedMessage, type ErrorMessage, type JoinedMessage, type KeptLayer,
  type Language, type Layer, type MovedMessage, type NoticeMessage, type Operation, type ReportMessage, type RightsMessage, type ServerMessage, SUBPROTOCOL, VERSION,
} from '../wire';
import { Backoff } from './backoff';
import { ServerClock } from './clock';
import { Heartbeat } from './heartbeat';
import { PoseSender } from './pose-sender';
import { Requests, WireError } from './requests';
import { Strangers } from './strangers';

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

/** What the outside world gives; tests give their own. */
export interface Surroundings {
  open(url: string, protocol: string): WebSocket;
  now(): number;
  later(fn: () => void, ms: number): () => void;
  online(): boolean;
}

export const browser: Surroundings = {
  open: (url, protocol) => new WebSocket(url, protocol),
  now: () => performance.now(),
  later: (fn, ms) => {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
  online: () => navigator.onLine,
};

const HEARTBEAT_MS = 5000;
const JOIN_TIMEOUT_MS = 12_000;
const MOST_BUFFERED = 65_536;
/** People that one question may be about. */
const FATAL = new Set([
  'version_unsupported', 'token_refused', 'too_many_errors', 'connection_replaced', 'removed', 'blocked',
]);

export class Connection {
  status: Status = 'connecting';
  readonly clock = new ServerClock();
  /** Ticks a second of the hall one is in. */
  tick = 20;
  role = 'visitor';
  private readonly events = new Events<ConnectionEvents>();
  private readonly requests = new Requests();
  private readonly backoff = new Backoff();
  private readonly sender = new PoseSender((frame) => this.sendPose(frame));
  private socket: WebSocket | null = null;
  private goal: Goal | null = null;
  private ticket: string | null = null;
  /** Where one still is while asking to enter elsewhere. */
  private home: { goal: Goal; ticket: string } | null = null;
  private readonly heartbeat = new Heartbeat();
  private readonly strangers = new Strangers(
    (ms, fn) => this.after(ms, fn), (ids) => this.say({ t: 'who', ids }),
  );
  private farewell: { code: string; message: string } | null = null;
  private cancelTimers: (() => void)[] = [];
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
  ) {
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
      if (this.socket?.readyState === WebSocket.OPEN) this.sayJoin();
      else if (this.socket?.readyState !== WebSocket.CONNECTING) this.connect();
    });
  }

  /** Change the scene; resolves with the revision once it is durable and seen by all. */
  async edit(layer: Layer, ops: Operation[]): Promise<number> {
    const base = this.world.revision;
    const done = await this.requests.ask<{ revision: number }>((id) =>
      this.say({ t: 'edit', id, layer, base, ops }),
    );
    return done.revision;
  }

  /** Follow the hall's draft; the world hears `drafted` before this resolves, and patches after it. */
  watch(): Promise<DraftedMessage> {
    return this.requests.ask((id) => this.say({ t: 'watch', id, draft: true }));
  }

  /** Tell others who edit what one has selected. */
  select(nodes: string[]): void {
    this.say({ t: 'select', nodes });
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

  /** Take a seat, or stand up with null. */
  sit(seat: string | null): Promise<unknown> {
    return this.requests.ask((id) => this.say({ t: 'sit', id, seat }));
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
    const socket = this.outside.open(this.url, SUBPROTOCOL);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.receive(event.data);
    socket.onclose = () => this.closed();
    this.after(JOIN_TIMEOUT_MS, () => this.status !== 'online' && socket.close());
  }

  /** Everything is said at once: no answer is awaited in between. */
  private opened(): void {
    this.heartbeat.begin(this.outside.now());
    this.say({ t: 'auth', version: VERSION, token: null, ...this.identity() });
    this.sayJoin();
    this.beat();
  }

  private sayJoin(): void {
    const { goal, socket } = this;
    if (!goal) return;
    const passing = this.pass?.(goal.hall) ?? null;
    if (!passing) return this.enter(goal);
    const isStill = (): boolean => this.goal === goal && this.socket === socket;
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
    this.say({ t: 'join', hall, spawn, resume, ...(ticket === null ? {} : { ticket }) });
  }

  /** There is no pass to be had: for good, or because the line does not hold. */
  private sentAway(error: unknown): void {
    if (!(error instanceof WireError)) {
      this.socket?.close();
      return this.closed();
    }
    this.setStatus('refused', error.code, error.message);
    this.waiting?.reject(error);
    this.waiting = null;
  }

  /** Ping, and leave a line that has long been silent. */
  private beat(): void {
    const now = this.outside.now();
    if (!this.heartbeat.beat(now)) {
      this.socket?.close();
      return this.closed();
    }
    this.say({ t: 'ping', at: now });
    this.after(this.clock.rtt === null ? 500 : HEARTBEAT_MS, () => this.beat());
  }

  private receive(data: ArrayBuffer): void {
    const now = this.outside.now();
    this.heartbeat.heard(now);
    const bytes = new Uint8Array(data);
    if (bytes[0]! < 0x10) {
      if (bytes[0] === 0x02) this.world.applyPresence(bytes, now);
      return;
    }
    this.handle(decode(bytes) as ServerMessage);
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
    if (!this.socket) return;
    this.drop();
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
    this.after(this.backoff.next(), () => this.connect());
  }

  private say(message: ClientMessage): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(encode(message, { ignoreUndefined: true }));
    return true;
  }

  private sendPose(frame: Uint8Array<ArrayBuffer>): boolean {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN || socket.bufferedAmount > MOST_BUFFERED) return false;
    socket.send(frame);
    return true;
  }

  private setStatus(status: Status, code: string, message: string): void {
    this.status = status;
    this.events.emit('status', { status, code, message });
  }

  private after(ms: number, fn: () => void): void {
    this.cancelTimers.push(this.outside.later(fn, ms));
  }

  /** Let go of the socket and of every timer that was about it. */
  private drop(): void {
    for (const cancel of this.cancelTimers) cancel();
    this.cancelTimers = [];
    this.strangers.forget();
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
