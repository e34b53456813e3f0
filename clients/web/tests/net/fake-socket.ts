/** A socket that a test holds both ends of, and surroundings with a clock that it winds. */

import { decode, encode } from '@msgpack/msgpack';

import type { Surroundings } from '../../src/net/surroundings';
import type { ClientMessage, ServerMessage } from '../../src/wire';

export class FakeSocket {
  readyState = 0;
  binaryType = '';
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly said: ClientMessage[] = [];
  readonly poses: Uint8Array[] = [];

  send(bytes: Uint8Array): void {
    if (bytes[0] === 1) this.poses.push(bytes);
    else this.said.push(decode(bytes) as ClientMessage);
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  cut(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  tell(message: ServerMessage): void {
    const bytes = encode(message);
    this.onmessage?.({ data: bytes.slice().buffer });
  }

  heard(t: ClientMessage['t']): ClientMessage[] {
    return this.said.filter((message) => message.t === t);
  }
}

export class FakeSurroundings implements Surroundings {
  readonly sockets: FakeSocket[] = [];
  connected = true;
  private time = 0;
  private timers: { at: number; fn: () => void }[] = [];

  open(): WebSocket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  }

  now(): number {
    return this.time;
  }

  later(fn: () => void, ms: number): () => void {
    const timer = { at: this.time + ms, fn };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }

  online(): boolean {
    return this.connected;
  }

  /** Let time pass; timers that come due are called in order. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.fn();
    }
    this.time = end;
  }

  /** Let time pass while no timer runs; those that came due run when time passes next. */
  skip(ms: number): void {
    this.time += ms;
  }

  get socket(): FakeSocket {
    return this.sockets[this.sockets.length - 1]!;
  }
}
