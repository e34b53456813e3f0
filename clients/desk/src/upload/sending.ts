/** A parcel's files on their way: some at once, with their pace, paused and taken up together. */

import type { ApiError } from '@/api/http';

import type { Carriage, Carrier } from './carrier';
import { Pace } from './pace';
import { bytesOf, isSending, type Parcel, type Piece, sentOf } from './parcel';

const AT_ONCE = 3;

/** Whom a sending tells. */
export interface Heard {
  /** More bytes are over. */
  progress(): void;
  /** A file is over; perhaps it was the last. */
  arrived(isWhole: boolean): void;
  failed(error: ApiError): void;
}

export class Sending {
  private readonly pace = new Pace();
  private readonly carriages = new Map<Piece, Carriage>();

  constructor(
    private readonly parcel: Parcel,
    private readonly carry: Carrier,
    private readonly now: () => number,
    private readonly heard: Heard,
  ) {}

  /** Set the first open files going; says whether there are any. */
  start(): boolean {
    const open = this.parcel.pieces.filter(({ upload }) => !upload);
    for (const piece of open.slice(0, AT_ONCE)) this.carriageOf(piece).start();
    return open.length > 0;
  }

  pause(): void {
    for (const carriage of this.carriages.values()) carriage.pause();
    this.pace.reset();
    this.still();
  }

  /** Have the server throw away what it has of every file. */
  async cancel(): Promise<void> {
    const begun = this.parcel.pieces.filter(({ file }) => file);
    await Promise.all(begun.map((piece) => this.carriageOf(piece).cancel()));
  }

  /** The files have been used, or will never be: where they lay need not be known any more. */
  forget(): void {
    for (const carriage of this.carriages.values()) carriage.forget();
  }

  private carriageOf(piece: Piece): Carriage {
    const known = this.carriages.get(piece);
    if (known) return known;
    const carriage = this.carry(piece.path, piece.file!, {
      sent: (bytes) => {
        piece.sent = bytes;
        if (isSending(this.parcel)) this.progress();
      },
      retrying: () => {
        if (isSending(this.parcel)) this.parcel.state = 'retrying';
        this.pace.reset();
        this.still();
      },
      failed: (error) => {
        if (isSending(this.parcel)) this.heard.failed(error);
      },
      done: (id) => {
        [piece.upload, piece.sent] = [id, piece.bytes];
        this.arrived(piece);
      },
    });
    this.carriages.set(piece, carriage);
    return carriage;
  }

  private progress(): void {
    const { parcel, pace } = this;
    if (parcel.state === 'retrying') parcel.state = 'sending';
    pace.note(sentOf(parcel), this.now());
    parcel.speed = pace.speed;
    parcel.left = pace.left(bytesOf(parcel) - sentOf(parcel));
    this.heard.progress();
  }

  private arrived(piece: Piece): void {
    const { parcel } = this;
    if (isSending(parcel)) {
      const next = parcel.pieces.find((one) => !one.upload && one !== piece && !this.carriages.has(one));
      if (next) this.carriageOf(next).start();
    }
    this.heard.arrived(parcel.pieces.every(({ upload }) => upload));
  }

  private still(): void {
    [this.parcel.speed, this.parcel.left] = [0, null];
  }
}
