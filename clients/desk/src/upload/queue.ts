/** The uploads of this browser: one parcel after the other, each resumable, then followed to its end. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';
import type { Offer } from '@/api/jobs';
import type { Job } from '@/api/types';

import { type Bundle, bundles, type Chosen, singles } from './bundle';
import type { Carrier } from './carrier';
import { guideFor } from './foreign';
import {
  adopted, answers, bytesOf, fits, isMoving, isOver, isSending, makeParcel, type Parcel, stateOf, troubleOf, wantsFiles, type Wish,
} from './parcel';
import { Sending } from './sending';

/** The most that one exhibit may have. */
export const MOST_BYTES = 512 * 2 ** 20;
/** Progress is kept for a reload at most so often. */
const KEEP_MS = 1000;

/** What the queue needs of the world. */
export interface World {
  carry: Carrier;
  offer(offer: Offer): Promise<Job>;
  /** An upload that shall become an image, a film or a document. */
  offerMedium(upload: string): Promise<Job>;
  follow(id: string, tell: (job: Job) => void, signal: AbortSignal): Promise<Job>;
  cancelJob(id: string): Promise<unknown>;
  job(id: string): Promise<Job>;
  /** The newest jobs, whoever began them. */
  jobs(): Promise<Job[]>;
  now(): number;
  key(): string;
  keep(parcels: readonly Parcel[]): void;
  restore(): { parcel: Parcel; job: string | null }[];
  /** A parcel came to its end. */
  ended(parcel: Parcel): void;
}

/** What is under way for a parcel: its files, and the wish to hear of its job. */
interface Tow {
  sending: Sending;
  stop: AbortController;
}

export class Queue {
  readonly parcels = reactive<Parcel[]>([]);
  private readonly tows = new Map<string, Tow>();
  /** Jobs that a parcel stands for. */
  private readonly followed = new Set<string>();
  private saved = 0;

  constructor(private readonly world: World) {}

  /** Take up what an earlier page left, and show what others have the server do. */
  async open(): Promise<void> {
    const left = this.world.restore().filter(({ parcel }) => !this.knows(parcel.key));
    const begun = left.map(({ parcel, job }) => ({ parcel: this.push(parcel), job }));
    const jobs = await this.world.jobs().catch((): Job[] => []);
    for (const { parcel, job } of begun) {
      const isWhole = parcel.pieces.every(({ upload }) => upload);
      const id = job ?? (isWhole ? jobs.find((one) => answers(one, parcel))?.id : undefined);
      if (id) void this.followJob(parcel, id);
      else if (isWhole) void this.judge(parcel);
    }
    for (const job of jobs.filter((one) => stateOf(one) === 'building')) {
      if (!this.followed.has(job.id)) void this.followJob(this.push(adopted(job)), job.id);
    }
  }

  /** The server is back: do not wait for the next try. */
  hurry(): void {
    for (const parcel of this.parcels.filter(({ state }) => state === 'retrying')) {
      this.pause(parcel);
      this.resume(parcel);
    }
  }

  /** Another language is wanted: have the words of what was refused told anew. */
  async retell(): Promise<void> {
    for (const parcel of this.parcels.filter(({ job, trouble }) => job && trouble)) {
      const job = await this.world.job(parcel.job!.id).catch(() => null);
      if (job) this.note(parcel, job);
    }
  }

  /** Somebody signed in again: what stopped for want of a session goes on. */
  returned(): void {
    for (const parcel of this.parcels) if (parcel.trouble?.code === 'unauthorized') this.resume(parcel);
  }

  /** Chosen files become parcels, or give an unfinished one its files back. */
  add(chosen: readonly Chosen[], wish: Wish = {}): Parcel[] {
    const found = wish.kind === 'media' ? singles(chosen) : bundles(chosen);
    const added = found.map((bundle) => this.again(bundle, wish) ?? this.fresh(bundle, wish));
    this.next();
    this.save();
    return added;
  }

  pause(parcel: Parcel): void {
    if (!isMoving(parcel)) return;
    parcel.state = 'paused';
    this.tow(parcel).sending.pause();
    this.next();
    this.save();
  }

  resume(parcel: Parcel): void {
    if (!['paused', 'stuck'].includes(parcel.state) || wantsFiles(parcel)) return;
    parcel.trouble = null;
    parcel.state = 'waiting';
    if (parcel.pieces.every(({ upload }) => upload)) void this.judge(parcel);
    this.next();
  }

  /** Stop it, and have the server throw away what it has. */
  async cancel(parcel: Parcel): Promise<void> {
    const tow = this.tow(parcel);
    const job = parcel.job;
    parcel.state = 'cancelled';
    this.next();
    this.save();
    tow.stop.abort();
    if (job) await this.world.cancelJob(job.id).catch(() => undefined);
    await tow.sending.cancel();
  }

  /** Take it from the list at once; what was under way is cancelled. */
  async remove(parcel: Parcel): Promise<void> {
    const cancelled = isOver(parcel) ? null : this.cancel(parcel);
    this.tows.delete(parcel.key);
    const at = this.parcels.findIndex(({ key }) => key === parcel.key);
    if (at >= 0) this.parcels.splice(at, 1);
    this.save();
    await cancelled;
  }

  private again(bundle: Bundle, { kind = 'exhibit' }: Wish): Parcel | null {
    const known = this.parcels.find((parcel) => parcel.kind === kind && wantsFiles(parcel) && fits(parcel, bundle));
    if (!known) return null;
    for (const piece of known.pieces) piece.file = bundle.pieces.find(({ path }) => path === piece.path)!.file;
    [known.state, known.trouble] = ['waiting', null];
    return known;
  }

  private knows(key: string): boolean {
    return this.parcels.some((parcel) => parcel.key === key);
  }

  /** The parcel as the list has it, which is the one that pages watch. */
  private push(parcel: Parcel): Parcel {
    this.parcels.push(parcel);
    return this.parcels[this.parcels.length - 1]!;
  }

  private fresh(bundle: Bundle, wish: Wish): Parcel {
    const parcel = this.push(makeParcel(bundle, this.world.key(), this.world.now(), wish));
    const refuse = (code: string): void => {
      parcel.state = 'refused';
      parcel.trouble = { code, message: '', findings: [] };
    };
    if (parcel.kind === 'exhibit' && bundle.pieces.length === 1 && guideFor(parcel.name)) refuse('FOREIGN_FORMAT');
    else if (bytesOf(parcel) === 0) refuse('empty');
    else if (bytesOf(parcel) > MOST_BYTES) refuse('too_large');
    return parcel;
  }

  /** Set the next parcel going when none is. */
  private next(): void {
    if (this.parcels.some(isSending)) return;
    const parcel = this.parcels.find((one) => one.state === 'waiting' && !wantsFiles(one));
    if (!parcel) return;
    parcel.state = 'sending';
    if (!this.tow(parcel).sending.start()) void this.judge(parcel);
  }

  private tow(parcel: Parcel): Tow {
    const known = this.tows.get(parcel.key);
    if (known) return known;
    const sending = new Sending(parcel, this.world.carry, () => this.world.now(), {
      progress: () => {
        if (this.world.now() - this.saved >= KEEP_MS) this.save();
      },
      arrived: (isWhole) => {
        this.save();
        if (isWhole && isSending(parcel)) void this.judge(parcel);
      },
      failed: (error) => this.halt(parcel, error),
    });
    const tow: Tow = { sending, stop: new AbortController() };
    this.tows.set(parcel.key, tow);
    return tow;
  }

  /** The files are over: hear what the server thinks of them. */
  private async judge(parcel: Parcel): Promise<void> {
    [parcel.state, parcel.speed, parcel.left] = ['judging', 0, null];
    this.next();
    const offer: Offer = { uploads: parcel.pieces.map(({ upload }) => upload!) };
    if (parcel.exhibit) offer.exhibit = parcel.exhibit;
    if (parcel.note) offer.note = parcel.note;
    try {
      const job = await (parcel.kind === 'media' ? this.world.offerMedium(offer.uploads[0]!) : this.world.offer(offer));
      this.tow(parcel).sending.forget();
      if (isOver(parcel)) await this.world.cancelJob(job.id);
      else await this.followJob(parcel, job.id, job);
    } catch (error) {
      await this.refused(parcel, error);
    }
  }

  /** The server would not have it. Its record of the attempt shows how far that went. */
  private async refused(parcel: Parcel, error: unknown): Promise<void> {
    const isBegun = error instanceof ApiError && error.code === 'upload_in_use';
    if (!isBegun) this.halt(parcel, error);
    if (!isBegun && parcel.state !== 'refused') return;
    const jobs = await this.world.jobs().catch((): Job[] => []);
    const job = jobs.find((one) => answers(one, parcel) && (isBegun || one.state === 'refused'));
    if (isBegun && job) await this.followJob(parcel, job.id);
    else if (isBegun) this.halt(parcel, error);
    else if (job) parcel.job = job;
  }

  private async followJob(parcel: Parcel, id: string, now?: Job): Promise<void> {
    this.followed.add(id);
    const tell = (job: Job): void => this.note(parcel, job);
    if (now) tell(now);
    try {
      if (!isOver(parcel)) await this.world.follow(id, tell, this.tow(parcel).stop.signal);
      if (isOver(parcel)) this.world.ended(parcel);
    } catch (error) {
      if (!this.tow(parcel).stop.signal.aborted) this.halt(parcel, error);
    }
  }

  /** What the server says of the job now. */
  private note(parcel: Parcel, job: Job): void {
    [parcel.job, parcel.state] = [job, stateOf(job)];
    if (job.exhibit) parcel.exhibit = job.exhibit;
    if (job.media) parcel.media = job.media;
    if (job.state === 'refused' || job.state === 'failed') {
      parcel.trouble = { code: job.code ?? 'internal', message: job.message ?? '', findings: job.findings };
    }
    this.save();
  }

  /** Something went wrong: a refusal is the end, anything else a person may try again. */
  private halt(parcel: Parcel, error: unknown): void {
    if (!(error instanceof ApiError)) throw error;
    if (isOver(parcel)) return;
    const over = [404, 409, 410, 413, 415, 422].includes(error.status);
    parcel.trouble = troubleOf(error);
    parcel.state = over ? (error.status === 404 ? 'failed' : 'refused') : 'stuck';
    const { sending } = this.tow(parcel);
    sending.pause();
    if (over) sending.forget();
    if (over) this.world.ended(parcel);
    this.next();
    this.save();
  }

  private save(): void {
    this.saved = this.world.now();
    this.world.keep(this.parcels);
  }
}
