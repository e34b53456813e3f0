/** Documents on their way to the park: each kind has its own upload, which a cut or another step does not end. */

import { reactive } from 'vue';

import type { Application } from '@/api/applications';
import type { ApiError } from '@/api/http';
import type { Carriage, Carrier } from '@/upload/carrier';

export interface Sending {
  kind: string;
  name: string;
  bytes: number;
  sent: number;
  state: 'sending' | 'retrying' | 'keeping' | 'failed';
  trouble: unknown;
}

export interface Papers {
  sending: Record<string, Sending>;
  /** Send a file as the document of a kind; `replaces` goes once the new one is kept. */
  send(kind: string, file: File, replaces?: string): void;
  again(kind: string): void;
  cancel(kind: string): void;
}

interface World {
  carry: Carrier;
  keep(upload: string, kind: string): Promise<Application>;
  drop(document: string): Promise<Application>;
  /** The park has one document more, or one less. */
  kept(now: Application): void;
}

export function makePapers({ carry, keep, drop, kept }: World): Papers {
  const carriages = new Map<string, Carriage>();
  const wishes = new Map<string, { file: File; replaces: string | undefined }>();

  const papers: Papers = reactive({
    sending: {} as Record<string, Sending>,
    send(kind: string, file: File, replaces?: string) {
      papers.cancel(kind);
      wishes.set(kind, { file, replaces });
      papers.sending[kind] = { kind, name: file.name, bytes: file.size, sent: 0, state: 'sending', trouble: null };
      const now = papers.sending[kind]!;
      const carriage = carry(file.name, file, {
        sent: (bytes) => ([now.sent, now.state] = [bytes, 'sending']),
        retrying: () => (now.state = 'retrying'),
        failed: (error: ApiError) => ([now.state, now.trouble] = ['failed', error]),
        done: (upload) => void arrived(kind, now, upload),
      });
      carriages.set(kind, carriage);
      carriage.start();
    },
    again(kind: string) {
      const wish = wishes.get(kind);
      if (wish) papers.send(kind, wish.file, wish.replaces);
    },
    cancel(kind: string) {
      void carriages.get(kind)?.cancel();
      carriages.delete(kind);
      delete papers.sending[kind];
    },
  });

  async function arrived(kind: string, now: Sending, upload: string): Promise<void> {
    now.state = 'keeping';
    const wish = wishes.get(kind);
    try {
      let news = await keep(upload, kind);
      if (wish?.replaces && news.documents.some(({ id }) => id === wish.replaces)) news = await drop(wish.replaces);
      carriages.get(kind)?.forget();
      carriages.delete(kind);
      delete papers.sending[kind];
      kept(news);
    } catch (error) {
      carriages.get(kind)?.forget();
      [now.state, now.trouble] = ['failed', error];
    }
  }
  return papers;
}
