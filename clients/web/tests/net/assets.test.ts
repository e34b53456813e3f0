import { afterEach, expect, test, vi } from 'vitest';

import { AssetError, fetchAsset } from '../../src/net/assets';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const live = (): AbortSignal => new AbortController().signal;
const answer = (...chunks: number[][]): Response => new Response(new ReadableStream({
  start(controller) {
    for (const chunk of chunks) controller.enqueue(new Uint8Array(chunk));
    controller.close();
  },
}));

test('bytes come whole, and progress is told', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(answer([1, 2], [3])));
  const heard: number[] = [];
  const buffer = await fetchAsset('aa', 3, live(), (received) => heard.push(received));
  expect([...new Uint8Array(buffer)]).toEqual([1, 2, 3]);
  expect(heard).toEqual([2, 3]);
});

test('a broken line is tried again', async () => {
  vi.useFakeTimers();
  const fetched = vi.fn().mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(answer([1], [2]));
  vi.stubGlobal('fetch', fetched);
  const whole = fetchAsset('aa', 2, live(), () => undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await whole).byteLength).toBe(2);
});

test('a line that brings nothing is given up and tried again', async () => {
  vi.useFakeTimers();
  const silent = (_: string, { signal }: RequestInit) => new Promise<Response>((_resolve, reject) =>
    signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
  const fetched = vi.fn().mockImplementationOnce(silent).mockResolvedValueOnce(answer([1]));
  vi.stubGlobal('fetch', fetched);
  const whole = fetchAsset('aa', 1, live(), () => undefined);
  await vi.advanceTimersByTimeAsync(14_000);
  expect((await whole).byteLength).toBe(1);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('a refusal is not tried again', async () => {
  const fetched = vi.fn().mockResolvedValue(new Response(null, { status: 404 }));
  vi.stubGlobal('fetch', fetched);
  await expect(fetchAsset('aa', 1, live(), () => undefined)).rejects.toBeInstanceOf(AssetError);
  expect(fetched).toHaveBeenCalledOnce();
});

test('more bytes than announced are refused', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(answer([1, 2, 3])));
  await expect(fetchAsset('aa', 2, live(), () => undefined)).rejects.toBeInstanceOf(AssetError);
});

test('who aborts hears no retry', async () => {
  const control = new AbortController();
  const fetched = vi.fn((_: string, { signal }: RequestInit) => new Promise<Response>((_resolve, reject) =>
    signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))));
  vi.stubGlobal('fetch', fetched);
  const whole = fetchAsset('aa', 1, control.signal, () => undefined);
  control.abort();
  await expect(whole).rejects.toThrow();
  expect(fetched).toHaveBeenCalledOnce();
});
