import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { AssetError, fetchAsset } from '../../src/net/assets';

type Answer = { status: number; chunks: number[][] } | 'cut';

/** A network that gives these answers, one for each try. */
function network(...answers: Answer[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push(url);
    const answer = answers[Math.min(asked.length, answers.length) - 1]!;
    if (signal.aborted) return Promise.reject(new DOMException('aborted', 'AbortError'));
    if (answer === 'cut') return Promise.reject(new TypeError('network'));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of answer.chunks) controller.enqueue(new Uint8Array(chunk));
        controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status: answer.status }));
  });
  return asked;
}

const quiet = new AbortController().signal;
const nothing = (): void => undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('bytes come whole and in order, and their coming is told', async () => {
  const asked = network({ status: 200, chunks: [[1, 2], [3], [4, 5]] });
  const heard: number[] = [];
  const bytes = await fetchAsset('abc', 5, quiet, (n) => heard.push(n));
  expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3, 4, 5]);
  expect(heard).toEqual([2, 3, 5]);
  expect(asked).toEqual(['/assets/abc']);
});

test('a shorter body is handed over as it is, without zeros behind it', async () => {
  network({ status: 200, chunks: [[1, 2, 3]] });
  expect((await fetchAsset('abc', 10, quiet, nothing)).byteLength).toBe(3);
});

test('more than was announced is refused rather than taken into memory', async () => {
  const asked = network({ status: 200, chunks: [[1, 2, 3], [4, 5, 6]] });
  await expect(fetchAsset('abc', 4, quiet, nothing)).rejects.toBeInstanceOf(AssetError);
  expect(asked).toHaveLength(1);
});

test.each([404, 403, 500])('a refusal (%i) is final', async (status) => {
  const asked = network({ status, chunks: [] });
  await expect(fetchAsset('abc', 4, quiet, nothing)).rejects.toMatchObject({ status });
  expect(asked).toHaveLength(1);
});

test('a cut line is tried again, a little later each time, and then given up', async () => {
  const asked = network('cut');
  const gone = expect(fetchAsset('abc', 4, quiet, nothing)).rejects.toThrow('network');
  await vi.advanceTimersByTimeAsync(10_000);
  await gone;
  expect(asked).toHaveLength(3);
});

test('what failed twice may still come', async () => {
  network('cut', 'cut', { status: 200, chunks: [[7]] });
  const bytes = fetchAsset('abc', 1, quiet, nothing);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([...new Uint8Array(await bytes)]).toEqual([7]);
});

test('what nobody wants any more is not tried again', async () => {
  const asked = network('cut');
  const controller = new AbortController();
  controller.abort();
  await expect(fetchAsset('abc', 4, controller.signal, nothing)).rejects.toThrow();
  expect(asked).toHaveLength(1);
});

test('a line that brings nothing is given up and tried anew', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push(url);
    if (asked.length > 1) return Promise.resolve(new Response(new Uint8Array([9])));
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
  });
  const bytes = fetchAsset('abc', 1, quiet, nothing);
  await vi.advanceTimersByTimeAsync(14_000);
  expect([...new Uint8Array(await bytes)]).toEqual([9]);
  expect(asked).toHaveLength(2);
});
