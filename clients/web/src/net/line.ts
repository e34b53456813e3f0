/** One socket at a time: opened, kept alive by pings, and let go together with its timers. */

import { decode, encode } from '@msgpack/msgpack';

import { type ClientMessage, type ServerMessage, SUBPROTOCOL } from '../wire';
import type { ServerClock } from './clock';
import { Heartbeat } from './heartbeat';
import type { Surroundings } from './surroundings';

const HEARTBEAT_MS = 5000;
/** Until the way there and back is known. */
const FIRST_BEATS_MS = 500;
const MOST_BUFFERED = 65_536;
/** Frames that begin below this are packed. */
const PACKED = 0x10;
const PRESENCE = 0x02;

export interface LineHost {
  opened(): void;
  heard(message: ServerMessage): void;
  /** A packed frame of poses, at local milliseconds. */
  poses(frame: Uint8Array, now: number): void;
  /** The socket is gone, and with it the timers that were about it. */
  closed(): void;
}

export class Line {
  private socket: WebSocket | null = null;
  private readonly heartbeat = new Heartbeat();
  private cancelTimers: (() => void)[] = [];

  constructor(
    private readonly outside: Surroundings, private readonly clock: ServerClock, private readonly host: LineHost,
  ) {}

  /** The socket of now, to tell it from a later one. */
  get current(): object | null {
    return this.socket;
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get isOpening(): boolean {
    return this.socket?.readyState === WebSocket.CONNECTING;
  }

  open(url: string): void {
    const socket = this.outside.open(url, SUBPROTOCOL);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.receive(event.data);
    socket.onclose = () => this.closed();
  }

  say(message: ClientMessage): boolean {
    if (!this.isOpen) return false;
    this.socket!.send(encode(message, { ignoreUndefined: true }));
    return true;
  }

  /** Send a pose, unless the line is behind with what it has. */
  pose(frame: Uint8Array<ArrayBuffer>): boolean {
    if (!this.isOpen || this.socket!.bufferedAmount > MOST_BUFFERED) return false;
    this.socket!.send(frame);
    return true;
  }

  /** Do something after a while, if this socket is still there. */
  after(ms: number, fn: () => void): void {
    this.cancelTimers.push(this.outside.later(fn, ms));
  }

  /** Ask the other side to close. */
  shut(): void {
    this.socket?.close();
  }

  /** Close without waiting for the other side. */
  hangUp(): void {
    this.shut();
    this.closed();
  }

  /** Let go of the socket and of every timer that was about it; nobody is told. */
  drop(): void {
    for (const cancel of this.cancelTimers) cancel();
    this.cancelTimers = [];
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private opened(): void {
    this.heartbeat.begin(this.outside.now());
    this.host.opened();
    this.beat();
  }

  /** Ping, and leave a line that has long been silent. */
  private beat(): void {
    const now = this.outside.now();
    if (!this.heartbeat.beat(now)) return this.hangUp();
    this.say({ t: 'ping', at: now });
    this.after(this.clock.rtt === null ? FIRST_BEATS_MS : HEARTBEAT_MS, () => this.beat());
  }

  private receive(data: ArrayBuffer): void {
    const now = this.outside.now();
    this.heartbeat.heard(now);
    const bytes = new Uint8Array(data);
    if (bytes[0]! >= PACKED) this.host.heard(decode(bytes) as ServerMessage);
    else if (bytes[0] === PRESENCE) this.host.poses(bytes, now);
  }

  private closed(): void {
    if (!this.socket) return;
    this.drop();
    this.host.closed();
  }
}
