import { expect, test, vi } from 'vitest';

import { EarlyAssets } from '../../src/net/early';
import type { Fetch } from '../../src/wire';

const item = (node: string, asset: string, bytes = 100, level = 1): Fetch => ({ node, level, asset, bytes });
const live = (): AbortSignal => new AbortController().signal;

/** A loader whose downloads the test finishes by hand. */
function loader() {
  const asked: { sha: string; progress: (n: number) => void; done: (b: ArrayBuffer) => void; fail: (e: Error) => void }[] = [];
  const load = vi.fn((sha: string, _bytes: number, _signal: AbortSignal, progress: (n: number) => void) =>
    new Promise<ArrayBuffer>((done, fail) => asked.push({ sha, progress, done, fail })));
  return { asked, early: new EarlyAssets(load) };
}

test('the coarsest level of each thing is asked for, and no finer one', () => {
  const { asked, early } = loader();
  early.begin([item('a', 'a1'), item('b', 'b1'), item('a', 'a0', 100, 0), item('c', 'c1')]);
  expect(asked.map(({ sha }) => sha)).toEqual(['a1', 'b1']);
});

test('much is left to be asked for in its turn', () => {
  const { asked, early } = loader();
  early.begin([item('a', 'a1', 1_400_000), item('b', 'b1', 200_000), item('c', 'c1', 1)]);
  expect(asked.map(({ sha }) => sha)).toEqual(['a1']);
});

test('what is on its way is taken over, with its progress, and asked for once', async () => {
  const { asked, early } = loader();
  early.begin([item('a', 'a1')]);
  asked[0]!.progress(40);
  const heard: number[] = [];
  const whole = early.fetch('a1', 100, live(), (n) => heard.push(n));
  asked[0]!.progress(100);
  asked[0]!.done(new ArrayBuffer(100));
  expect((await whole).byteLength).toBe(100);
  expect(heard).toEqual([40, 100]);
  expect(asked).toHaveLength(1);
});

test('what nobody asked for early is fetched as ever, and so is a second request', () => {
  const { asked, early } = loader();
  early.begin([item('a', 'a1')]);
  void early.fetch('b1', 100, live(), () => undefined);
  void early.fetch('a1', 100, live(), () => undefined);
  void early.fetch('a1', 100, live(), () => undefined);
  expect(asked.map(({ sha }) => sha)).toEqual(['a1', 'b1', 'a1']);
});

test('who gives up hears so at once, and a failure reaches who took over', async () => {
  const { asked, early } = loader();
  early.begin([item('a', 'a1'), item('b', 'b1')]);
  const control = new AbortController();
  const given = early.fetch('a1', 100, control.signal, () => undefined);
  control.abort();
  await expect(given).rejects.toThrow('aborted');
  const failing = early.fetch('b1', 100, live(), () => undefined);
  asked[1]!.fail(new Error('gone'));
  await expect(failing).rejects.toThrow('gone');
});
