import { afterEach, describe, expect, it, vi } from 'vitest';

import { changeExhibit, getExhibits, publish } from '@/api/exhibits';
import { onForgery, setForgery } from '@/api/forgery';
import { ApiError, ask, onAnswer, secondsOf } from '@/api/http';
import { follow } from '@/api/jobs';
import { keyOf } from '@/api/park';

import { exhibit, job } from '../make';

type Answer = { status?: number; body?: unknown } | 'cut';
const asked: { url: string; init: RequestInit }[] = [];

function answers(...list: Answer[]): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const next = list.length > 1 ? list.shift()! : list[0]!;
    if (next === 'cut') throw new TypeError('Failed to fetch');
    const { status = 200, body } = next;
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  });
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('asking', () => {
  it('sends and reads JSON in the reader’s language', async () => {
    answers({ body: { ok: 1 } });
    expect(await ask('POST', '/x', { body: { a: 1 } })).toEqual({ ok: 1 });
    expect(asked[0]).toMatchObject({ url: '/api/v1/x', init: { method: 'POST', body: '{"a":1}' } });
    expect((asked[0]!.init.headers as Record<string, string>)['Accept-Language']).toBeDefined();
  });

  it('makes one kind of error of refusals and of silence, and lets watchers know', async () => {
    const told: (number | null)[] = [];
    onAnswer((error) => told.push(error?.status ?? null));
    answers({ status: 422, body: { code: 'invalid', message: '有误', details: [], request_id: 'r1' } });
    await expect(ask('GET', '/x')).rejects.toMatchObject({ status: 422, code: 'invalid', message: '有误', passing: false });
    answers('cut');
    await expect(ask('GET', '/x')).rejects.toMatchObject({ status: 0, code: 'away', passing: true });
    answers({ status: 204 });
    expect(await ask('DELETE', '/x')).toBeUndefined();
    expect(told).toEqual([422, 0, null]);
  });

  it('reads every page of exhibits', async () => {
    answers({ body: { exhibits: [exhibit('a')], next: 'a' } }, { body: { exhibits: [exhibit('b')], next: null } });
    expect((await getExhibits()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(asked.map(({ url }) => url)).toEqual(['/api/v1/exhibits?limit=200', '/api/v1/exhibits?limit=200&before=a']);
  });

  it('says what it saw when it publishes, and encodes names', async () => {
    answers({ body: exhibit('a') });
    await publish('a', 2, null, 'note');
    await changeExhibit('a/b', { title: { zh: '甲', en: 'A' } });
    expect(JSON.parse(String(asked[0]!.init.body))).toEqual({ revision: 2, base: 0, note: 'note' });
    expect(asked[1]!.url).toBe('/api/v1/exhibits/a%2Fb');
  });
});

describe('a proof of where a request comes from', () => {
  it('is renewed once when the server no longer takes it', async () => {
    setForgery('old');
    onForgery(async () => setForgery('new'));
    answers({ status: 403, body: { code: 'csrf_refused' } }, { body: { ok: 1 } });
    expect(await ask('POST', '/x')).toEqual({ ok: 1 });
    const sent = asked.map(({ init }) => (init.headers as Record<string, string>)['X-CSRF-Token']);
    expect(sent).toEqual(['old', 'new']);
    answers({ status: 403, body: { code: 'csrf_refused' } });
    await expect(ask('POST', '/x')).rejects.toMatchObject({ status: 403 });
    expect(asked.length).toBe(2);
    setForgery('');
  });

  it('does not end a session when somebody at the door is refused', async () => {
    const told: (number | null)[] = [];
    onAnswer((error) => told.push(error?.status ?? null));
    answers({ status: 401, body: { code: 'sign_in_refused' } });
    await expect(ask('POST', '/session')).rejects.toMatchObject({ status: 401 });
    expect(told).toEqual([]);
  });
});

it('reads how long to wait, in seconds or as a date', () => {
  expect([secondsOf('12'), secondsOf(null), secondsOf('soon')]).toEqual([12, 0, 0]);
  expect(secondsOf('Fri, 20 Nov 2026 12:00:30 GMT', Date.parse('2026-11-20T12:00:00Z'))).toBe(30);
});

describe('a job', () => {
  it('is followed through a server that restarts', async () => {
    vi.useFakeTimers();
    answers({ body: job('j', 'running', 'gate') }, 'cut', { status: 503, body: {} }, { body: job('j', 'running', 'derive') }, { body: job('j', 'done') });
    const seen: string[] = [];
    const following = follow('j', (now) => seen.push(now.state), new AbortController().signal);
    await vi.runAllTimersAsync();
    expect((await following).state).toBe('done');
    expect(seen).toEqual(['running', 'running', 'done']);
  });

  it('that is gone is an error', async () => {
    answers({ status: 404, body: { code: 'not_found' } });
    await expect(follow('j', () => undefined, new AbortController().signal)).rejects.toBeInstanceOf(ApiError);
  });
});

it('reads the secret out of a link, or takes it as it is', () => {
  expect(keyOf('http://localhost:8000/operator?key=a%2Db_c')).toBe('a-b_c');
  expect(keyOf(' abc ')).toBe('abc');
});
