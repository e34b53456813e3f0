/** Pictures of exhibits that have no poster: taken here, one after the other, by the preview's own stage. */

import type { Preview } from '@web/preview';

import type { Model } from '@/api/types';

/** What takes a picture of one file. */
export interface Photographer {
  take(level: Model['levels'][number]): Promise<Blob>;
}

/** A level that is fine enough for a card and quick to fetch. */
const ENOUGH_BYTES = 600_000;

export const portrayed = ({ levels }: Model): Model['levels'][number] | undefined =>
  levels.find(({ bytes }) => bytes <= ENOUGH_BYTES) ?? levels[levels.length - 1];

/** When the page has nothing better to do: a person who scrolls goes first. */
const idle = (): Promise<void> => new Promise((done) => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 2000 });
  else setTimeout(done);
});

/** Takes each picture once, in the order in which they are asked for. */
export class Portraits {
  private readonly taken = new Map<string, Promise<string | null>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly engage: () => Promise<Photographer>) {}

  /** The picture's address; null where none can be taken. */
  of(model: Model): Promise<string | null> {
    const level = portrayed(model);
    if (!level) return Promise.resolve(null);
    const known = this.taken.get(level.asset);
    if (known) return known;
    const picture = this.last.then(idle).then(async () => {
      const photographer = await this.engage();
      return URL.createObjectURL(await photographer.take(level));
    }).catch(() => null);
    this.last = picture;
    this.taken.set(level.asset, picture);
    return picture;
  }
}

const [WIDTH, HEIGHT] = [640, 480];
let stage: Promise<Preview> | null = null;

/** Where the processor draws every pixel, one picture holds the page up for seconds: better none. */
async function build(): Promise<Preview> {
  const [{ createPreview }, { describeDevice }, { isSoftware }] = await Promise.all([
    import('@web/preview'), import('@web/stage/canvas'), import('@web/stage/quality'),
  ]);
  if (isSoftware(describeDevice())) throw new Error('no graphics card');
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  return createPreview(canvas, { still: true, backdrop: 'light' });
}

async function hire(): Promise<Photographer> {
  stage ??= build();
  const preview = await stage;
  return {
    async take(level) {
      await preview.load([level]);
      return preview.screenshot({ width: WIDTH, height: HEIGHT, type: 'image/webp', quality: 0.86 });
    },
  };
}

export const portraits = new Portraits(hire);
