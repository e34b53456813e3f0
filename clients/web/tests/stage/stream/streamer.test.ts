import { DataTexture, type Object3D } from 'three';
import { describe, expect, it } from 'vitest';

import { Wardrobe } from '../../../src/stage/materials/dress';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';
import { type StreamClient, Streamer } from '../../../src/stage/stream/streamer';
import type { PlanView } from '../../../src/stage/stream/plan';
import type { Model } from '../../../src/world/scene';
import { machine } from '../glb';

const view: PlanView = { eye: [0, 0, 0], forward: [0, 0, -1], pixelsPerRadian: 700 };

function modelOf(...assets: string[]): Model {
  return {
    levels: assets.map((asset, level) => ({ asset, bytes: 1000, triangles: 5, error: level * 0.1 })),
    bounds: { min: [0, 0, 0], max: [1, 1, 1] }, color: [1, 1, 1], clips: [], variants: [], parts: 0, role: 'exhibit',
  };
}

class Shelf implements StreamClient {
  readonly pinned = false;
  shown = -1;
  shows = 0;
  cleared = 0;
  object: Object3D | null = null;
  constructor(readonly id: string, public model: Model) {}
  place = () => ({ center: [0, 0, -3] as [number, number, number], radius: 1, scale: 1 });
  show(level: number, _template: unknown, object: Object3D): void {
    this.shown = level;
    this.shows += 1;
    this.object = object;
  }
  clear(): void {
    this.shown = -1;
    this.cleared += 1;
  }
}

/** A host that answers when told to. */
class Post {
  readonly asked: string[] = [];
  readonly failures: string[] = [];
  readonly stopped: string[] = [];
  private readonly letters = new Map<string, (bytes: ArrayBuffer | Error) => void>();

  fetchAsset = (sha: string, _bytes: number, signal: AbortSignal): Promise<ArrayBuffer> => {
    this.asked.push(sha);
    signal.addEventListener('abort', () => this.stopped.push(sha));
    return new Promise((resolve, reject) => {
      this.letters.set(sha, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  };

  failed = (asset: string): void => void this.failures.push(asset);
  changed = (): void => undefined;

  async deliver(sha: string, answer: ArrayBuffer | Error = machine()): Promise<void> {
    this.letters.get(sha)!(answer);
    for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => { setImmediate(resolve); });
  }
}

function start(...clients: Shelf[]): { streamer: Streamer; post: Post } {
  const post = new Post();
  const wardrobe = new Wardrobe(createAtmosphere(), new DataTexture());
  const streamer = new Streamer(post, wardrobe, { budget: 1e9, tolerance: 1.5, refine: true });
  for (const client of clients) streamer.add(client);
  return { streamer, post };
}

describe('streaming', () => {
  it('shows the coarse level first and swaps in the fine one', async () => {
    const shelf = new Shelf('a', modelOf('fine', 'coarse'));
    const { streamer, post } = start(shelf);
    streamer.update(view);
    expect(post.asked).toEqual(['coarse']);
    await post.deliver('coarse');
    streamer.update(view);
    expect([shelf.shown, post.asked.at(-1)]).toEqual([1, 'fine']);
    await post.deliver('fine');
    streamer.update(view);
    expect(shelf.shown).toBe(0);
  });

  it('asks once for a file that many nodes show', async () => {
    const one = new Shelf('a', modelOf('same')), two = new Shelf('b', modelOf('same'));
    const { streamer, post } = start(one, two);
    streamer.update(view);
    await post.deliver('same');
    streamer.update(view);
    expect(post.asked).toEqual(['same']);
    expect([one.shown, two.shown]).toEqual([0, 0]);
    expect(one.object).not.toBe(two.object);
  });

  it('stops what nobody wants any more', () => {
    const { streamer, post } = start(new Shelf('a', modelOf('gone')));
    streamer.update(view);
    streamer.remove('a');
    streamer.update(view);
    expect(post.stopped).toEqual(['gone']);
  });

  it('frees the files of nodes that left', async () => {
    const { streamer, post } = start(new Shelf('a', modelOf('gone')));
    streamer.update(view);
    await post.deliver('gone');
    streamer.update(view);
    expect(streamer.gpuBytes).toBeGreaterThan(0);
    streamer.remove('a');
    streamer.update(view);
    expect([streamer.gpuBytes, streamer.loaded]).toEqual([0, 0]);
  });

  it('reports a failure once, does not ask again at once, and counts the node as settled', async () => {
    const { streamer, post } = start(new Shelf('a', modelOf('broken')));
    streamer.update(view);
    await post.deliver('broken', new Error('404'));
    streamer.update(view);
    expect(post.failures).toEqual(['broken']);
    expect(post.asked).toEqual(['broken']);
    expect(streamer.covered()).toBe(true);
  });

  it('is at rest when a plan finds nothing more, and not while finer levels are still to come', async () => {
    const { streamer, post } = start(new Shelf('a', modelOf('fine', 'coarse')));
    streamer.refine(false);
    streamer.update(view);
    expect(streamer.atRest).toBe(false);
    await post.deliver('coarse');
    streamer.update(view);
    expect(streamer.atRest).toBe(true);
    streamer.refine(true);
    expect(streamer.atRest).toBe(false);
    streamer.update(view);
    await post.deliver('fine');
    streamer.update(view);
    expect(streamer.atRest).toBe(true);
  });

  it('counts bytes as they come', async () => {
    const { streamer, post } = start(new Shelf('a', modelOf('x')), new Shelf('b', modelOf('y')));
    streamer.update(view);
    expect(streamer.progress()).toEqual({ loaded: 0, total: 2000 });
    await post.deliver('x');
    expect(streamer.progress()).toEqual({ loaded: 1000, total: 2000 });
    expect(streamer.covered()).toBe(false);
  });
});

describe('a model that takes over another\'s place', () => {
  /** A shelf that shows `old`, and then is to show `next`. */
  async function swapping(...next: string[]): Promise<{ shelf: Shelf; streamer: Streamer; post: Post }> {
    const shelf = new Shelf('a', modelOf('old'));
    const { streamer, post } = start(shelf);
    streamer.update(view);
    await post.deliver('old');
    streamer.update(view);
    shelf.model = modelOf(...next);
    streamer.add(shelf);
    return { shelf, streamer, post };
  }

  it('leaves no hole: the old one stays until a level of the new one is there', async () => {
    const { shelf, streamer, post } = await swapping('new');
    const before = shelf.object;
    streamer.update(view);
    streamer.update(view);
    expect([shelf.object, shelf.cleared, streamer.covered()]).toEqual([before, 0, true]);
    await post.deliver('new');
    streamer.update(view);
    expect(shelf.object).not.toBe(before);
    expect([shelf.shown, shelf.cleared]).toEqual([0, 0]);
  });

  it('keeps the old one in memory while it is on show, and frees it after', async () => {
    const { streamer, post } = await swapping('new');
    streamer.update(view);
    expect(streamer.loaded).toBe(1);
    await post.deliver('new');
    streamer.update(view);
    streamer.update(view);
    expect(streamer.loaded).toBe(1);
  });

  it('waits for a level as fine as the new one is to have, so that nothing turns coarse for a moment', async () => {
    const { shelf, streamer, post } = await swapping('fine', 'coarse');
    streamer.update(view);
    await post.deliver('coarse');
    streamer.update(view);
    expect(shelf.shows).toBe(1);
    await post.deliver('fine');
    streamer.update(view);
    expect([shelf.shows, shelf.shown]).toEqual([2, 0]);
  });

  it('is content with a coarser level when the finer ones cannot be read', async () => {
    const { shelf, streamer, post } = await swapping('fine', 'coarse');
    streamer.update(view);
    await post.deliver('coarse');
    streamer.update(view);
    await post.deliver('fine', new ArrayBuffer(40));
    streamer.update(view);
    expect([shelf.shows, shelf.shown, post.failures]).toEqual([2, 1, ['fine']]);
  });

  it('stays with the old one when nothing of the new one can be read', async () => {
    const { shelf, streamer, post } = await swapping('broken');
    streamer.update(view);
    await post.deliver('broken', new ArrayBuffer(40));
    streamer.update(view);
    expect([shelf.shows, shelf.cleared, post.failures, post.asked]).toEqual([1, 0, ['broken'], ['old', 'broken']]);
  });

  it('goes straight to the newest when another follows before the first has come', async () => {
    const { shelf, streamer, post } = await swapping('second');
    streamer.update(view);
    shelf.model = modelOf('third');
    streamer.add(shelf);
    streamer.update(view);
    expect(post.stopped).toEqual(['second']);
    await post.deliver('third');
    streamer.update(view);
    expect([shelf.shows, shelf.cleared, streamer.covered()]).toEqual([2, 0, true]);
  });
});
