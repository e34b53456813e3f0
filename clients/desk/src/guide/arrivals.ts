/** Files on their way to become what guides know: sent so that they may be cut, then read by the server. */

import { reactive } from 'vue';

import { ApiError } from '@/api/http';
import type { Facts, KnowledgeText } from '@/api/knowledge';
import type { Carrier } from '@/upload/carrier';

export const MOST_BYTES = 20 * 2 ** 20;
const ENDINGS = ['md', 'markdown', 'txt', 'pdf', 'docx', 'csv'];
export const ACCEPTED = ENDINGS.map((one) => `.${one}`).join();

export interface Arrival {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  state: 'sending' | 'retrying' | 'reading' | 'done' | 'refused';
  trouble: unknown;
  /** What was read, once it is. */
  document: KnowledgeText | null;
}

/** What arrivals need of the world. */
export interface World {
  carry: Carrier;
  /** The upload is whole: have it read. */
  teach(upload: string): Promise<KnowledgeText>;
  arrived(document: KnowledgeText): void;
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Why a file is not even sent; null when it may be. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): ApiError | null {
  if (!ENDINGS.includes(endingOf(name))) return new ApiError(415, 'document_kind', '');
  if (size === 0) return new ApiError(422, 'empty', '');
  return size > MOST_BYTES ? new ApiError(413, 'document_large', '') : null;
}

export class Arrivals {
  readonly list = reactive<Arrival[]>([]);
  private count = 0;
  private readonly stops = new Map<number, () => void>();

  constructor(private readonly world: World) {}

  add(files: readonly File[]): void {
    for (const file of files) this.begin(file);
  }

  /** Forget one; what is still under way is stopped. */
  remove(key: number): void {
    this.stops.get(key)?.();
    this.stops.delete(key);
    const at = this.list.findIndex((one) => one.key === key);
    if (at >= 0) this.list.splice(at, 1);
  }

  private begin(file: File): void {
    const key = ++this.count;
    const trouble = refusalOf(file);
    this.list.unshift({ key, name: file.name, bytes: file.size, sent: 0, state: trouble ? 'refused' : 'sending', trouble, document: null });
    const arrival = this.list[0]!;
    if (trouble) return;
    const carriage = this.world.carry(file.name, file, {
      sent: (bytes) => Object.assign(arrival, { sent: bytes, state: 'sending' }),
      retrying: () => void (arrival.state = 'retrying'),
      failed: (error) => Object.assign(arrival, { state: 'refused', trouble: error }),
      done: (upload) => {
        this.stops.delete(key);
        carriage.forget();
        void this.read(arrival, upload);
      },
    });
    this.stops.set(key, () => void carriage.cancel());
    carriage.start();
  }

  private async read(arrival: Arrival, upload: string): Promise<void> {
    Object.assign(arrival, { state: 'reading', sent: arrival.bytes });
    try {
      arrival.document = await this.world.teach(upload);
      arrival.state = 'done';
      this.world.arrived(arrival.document);
    } catch (error) {
      Object.assign(arrival, { state: 'refused', trouble: error });
    }
  }
}

/** A new document's facts, before anything is known of it. */
export const blankFacts = (lang: Facts['lang']): Facts =>
  ({ title: '', lang, kind: 'document', visibility: 'public', valid_from: null, valid_until: null, regions: [] });
