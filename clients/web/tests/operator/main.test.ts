import { page, put, storage, TinyElement } from '../tiny-dom';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const pen = new Proxy({}, { get: () => () => undefined, set: () => true });

class Canvas extends TinyElement {
  clientWidth = 100;
  clientHeight = 40;
  getContext(): unknown { return pen; }
}

type Answer = { status: number; body?: unknown } | 'cut';

const live = (change: Record<string, unknown> = {}) => ({
  halls: [
    { id: 'grounds', name: { zh: '园区', en: 'Grounds' }, state: 'open', capacity: 300, visitors: 7, revision: 12, rooms: [7] },
    { id: 'attic', name: { zh: '<b>阁楼</b>', en: '<b>Attic</b>' }, state: 'closed', capacity: 20, visitors: 0, revision: 1, rooms: [] },
  ],
  connections: 8, tick_hz: 20, tick_ms: { median: 0.41, p99: 1.26, worst: 9.9 }, bytes_out: 1_000_000, frames_out: 400, time: 100, ...change,
});

/** The operator's page, answered by these in turn; the last goes on for ever. */
async function open(...answers: Answer[]): Promise<TinyElement> {
  vi.resetModules();
  page.body.replaceChildren();
  const create = page.createElement.bind(page);
  vi.spyOn(page, 'createElement').mockImplementation((tag) => (tag === 'canvas' ? new Canvas(tag) : create(tag)));
  vi.stubGlobal('devicePixelRatio', 1);
  let asked = 0;
  vi.stubGlobal('fetch', () => {
    const answer = answers[Math.min(asked++, answers.length - 1)]!;
    if (answer === 'cut') return Promise.reject(new TypeError('network'));
    return Promise.resolve(new Response(JSON.stringify(answer.body ?? {}), { status: answer.status }));
  });
  const root = put('main', 'live');
  await import('../../src/operator/main');
  await vi.advanceTimersByTimeAsync(10);
  return root;
}

const status = (root: TinyElement): TinyElement => root.querySelector('.status')!;
const values = (root: TinyElement): string[] => root.querySelectorAll('article strong').map((one) => one.textContent);
const second = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  storage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the operator\'s page', () => {
  it('says how many are where, and how long a tick takes', async () => {
    const root = await open({ status: 200, body: live() });
    expect(values(root).slice(0, 2)).toEqual(['7', '1.3 ms']);
    expect(root.textContent).toContain('7 / 300');
    expect(root.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(status(root).classList.contains('good')).toBe(true);
  });

  it('makes rates of counts', async () => {
    const root = await open({ status: 200, body: live() }, { status: 200, body: live({ time: 102, bytes_out: 3_000_000, frames_out: 480 }) });
    await second();
    expect(values(root).slice(2)).toEqual(['1.0 MB/s', '40/s']);
  });

  it('shows no rate below nothing when the server began anew', async () => {
    const root = await open({ status: 200, body: live() }, { status: 200, body: live({ time: 3, bytes_out: 500, frames_out: 2 }) });
    await second();
    expect(values(root).slice(2)).toEqual(['0 B/s', '0/s']);
  });

  it('says when it cannot be read, and goes on by itself', async () => {
    const root = await open({ status: 200, body: live() }, 'cut', { status: 500 }, { status: 200, body: live({ connections: 99 }) });
    await second();
    expect(status(root).classList.contains('good')).toBe(false);
    await second();
    await second();
    expect(status(root).classList.contains('good')).toBe(true);
    expect(root.textContent).toContain('99');
  });

  it.each([401, 403])('stops asking when one is signed out (%i), and says how to come back', async (code) => {
    const root = await open({ status: code });
    expect(status(root).textContent).toContain('lingjing operator link');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('speaks the other language at once, and remembers it', async () => {
    const root = await open({ status: 200, body: live() });
    const button = root.querySelector('header button')!;
    const before = root.textContent;
    button.click();
    expect(root.textContent).not.toBe(before);
    expect(root.textContent).toContain('Grounds');
    expect(page.documentElement.lang).toBe('en');
    expect(storage.getItem('lingjing.lang')).toBe('en');
  });

  it('takes names as words', async () => {
    const root = await open({ status: 200, body: live() });
    expect(root.querySelectorAll('tbody b').map((one) => one.textContent)).toEqual(['7 / 300', '0 / 20']);
    expect(root.textContent).toContain('<b>阁楼</b>');
  });
});
