import { page, TinyElement } from '../tiny-dom';

import { Raycaster, Texture, Vector3 } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { BoardView } from '../../src/boards/board';
import { createFrame, type Frame } from '../../src/stage/frame';
import { HIGH } from '../../src/stage/quality';
import type { BoardFace, Media } from '../../src/world/scene';
import { words } from '../make';

let said: string[];

/** A canvas that remembers what is written on it. */
class Paper extends TinyElement {
  getContext(): unknown {
    return { fillRect: vi.fn(), fillText: (text: string) => void said.push(text) };
  }
}

/** Pictures that come when told to. */
class Postman {
  readonly asked: string[] = [];
  readonly stopped: string[] = [];
  private readonly letters = new Map<string, (answer: Texture | Error) => void>();

  load = (asset: string, _most: number, signal: AbortSignal): Promise<Texture> => {
    this.asked.push(asset);
    signal.addEventListener('abort', () => this.stopped.push(asset));
    return new Promise((resolve, reject) => {
      this.letters.set(asset, (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  };

  async deliver(asset: string, answer: Texture | Error = new Texture()): Promise<Texture | Error> {
    this.letters.get(asset)!(answer);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    return answer;
  }
}

const pages = ['a', 'b', 'c'].map((asset) => ({ asset, width: 1600, height: 900 }));
const media = (change: Partial<Media> = {}): Media =>
  ({ id: 'm', kind: 'document', title: words('规划'), pages, poster: 'poster', ...change });

function hang(shown: Media | null): { board: BoardView; post: Postman; see(z: number, page?: number, now?: number): void } {
  const post = new Postman();
  const face: BoardFace = { width: 2, height: 1.5, media: shown };
  const board = new BoardView('board', face, post.load);
  const frame: Frame = { ...createFrame(HIGH), eye: new Vector3() };
  const see = (z: number, at = 0, now = 0): void => {
    frame.eye.set(0, 0, z);
    frame.now = now;
    board.update(frame, { page: at, playback: null });
  };
  return { board, post, see };
}

const painted = (board: BoardView): Texture | null =>
  (board.group.children[1] as unknown as { material: { map: Texture | null } }).material.map;

beforeEach(() => {
  said = [];
  vi.spyOn(page, 'createElement').mockImplementation((tag) => (tag === 'canvas' ? new Paper(tag) : new TinyElement(tag)));
  vi.stubGlobal('FontFace', class { load = () => Promise.resolve(this); });
  Object.assign(page, { fonts: { add: vi.fn(), load: () => Promise.resolve([]) } });
});

describe('a board', () => {
  it('asks for nothing from far away, for its cover at some distance, for its page near by', async () => {
    const { post, see } = hang(media());
    see(200);
    expect(post.asked).toEqual([]);
    see(30);
    expect(post.asked).toEqual(['poster']);
    await post.deliver('poster');
    see(4);
    expect(post.asked).toEqual(['poster', 'a']);
  });

  it('keeps the page that hangs until the next is there', async () => {
    const { board, post, see } = hang(media());
    see(3);
    const first = await post.deliver('a');
    see(3, 1);
    expect([painted(board), board.state]).toEqual([first, 'shown']);
    const second = await post.deliver('b');
    see(3, 1);
    expect(painted(board)).toBe(second);
    expect(said.at(-1)).toContain('2 / 3');
  });

  it('turned twice in haste fetches the last page alone', () => {
    const { post, see } = hang(media());
    see(3, 0);
    see(3, 1);
    see(3, 2);
    expect(post.stopped).toEqual(['a', 'b']);
    expect(post.asked).toEqual(['a', 'b', 'c']);
  });

  it('says so while it loads, when it fails, and when there is nothing; and tries again later', async () => {
    const { board, post, see } = hang(media({ kind: 'image', pages: [pages[0]!], poster: null }));
    see(3);
    expect([board.state, said.at(-1)]).toEqual(['loading', '正在载入…']);
    await post.deliver('a', new Error('404'));
    see(3);
    expect(board.state).toBe('failed');
    see(3, 0, 1000);
    expect(post.asked).toEqual(['a']);
    see(3, 0, 60_000);
    expect(post.asked).toEqual(['a', 'a']);
    const bare = hang(null);
    bare.see(3);
    expect(bare.board.state).toBe('empty');
  });

  it('gives its picture back when one has gone far away', async () => {
    const { board, post, see } = hang(media());
    see(3);
    const texture = (await post.deliver('a')) as Texture;
    const freed = vi.fn();
    texture.addEventListener('dispose', freed);
    see(300);
    expect(freed).toHaveBeenCalledOnce();
    expect(painted(board)).toBeNull();
  });

  it('turns pages at the ends of its strip, and answers a ray wherever it is hit', () => {
    const { board } = hang(media());
    board.group.updateMatrixWorld(true);
    const hit = (x: number, y: number): unknown => {
      const caster = new Raycaster(new Vector3(x, y, 5), new Vector3(0, 0, -1));
      return board.hit(caster, [])?.control;
    };
    expect([hit(-0.9, -0.8), hit(0, -0.8), hit(0.9, -0.8), hit(0, 0.2), hit(4, 0)]).toEqual(['back', null, 'on', null, undefined]);
    board.dispose();
    expect(board.group.parent).toBeNull();
  });
});
