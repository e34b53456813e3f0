import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { language: 'zh-CN' });
vi.stubGlobal('location', { search: '' });
vi.stubGlobal('document', { documentElement: {}, querySelectorAll: () => [] });
const { isKnown, Self } = await import('../../src/me/self');

interface Asked { method: string; url: string; csrf: string | undefined }
const asked: Asked[] = [];
let who = { id: 'a_1', name: '王工', role: 'manager', may: [], csrf: 'one' };
let tickets: number[] = [];

beforeEach(() => {
  asked.length = 0;
  who = { id: 'a_1', name: '王工', role: 'manager', may: [], csrf: 'one' };
  tickets = [];
  vi.stubGlobal('fetch', async (url: string, init: { method: string; headers: Record<string, string> }) => {
    asked.push({ method: init.method, url, csrf: init.headers['X-CSRF-Token'] });
    if (init.method === 'DELETE') return new Response(null, { status: 204 });
    if (url.endsWith('/session')) return Response.json(who);
    const status = tickets.shift() ?? 201;
    return Response.json(status === 201 ? { ticket: `t-${who.csrf}` } : { code: 'csrf_refused' }, { status });
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('oneself', () => {
  it('is a visitor without asking anybody', async () => {
    const self = new Self(() => false);
    expect(self.pass('hall')).toBeNull();
    expect(await self.ask()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is known by a cookie that holds no secret', () => {
    expect(['', 'a=1; lingjing_known=1', 'lingjing_known=1; b=2', 'x_lingjing_known=1', 'lingjing_known=12'].map(isKnown)).toEqual([false, true, true, false, false]);
  });

  it('gets a ticket for each hall, and asks once who one is', async () => {
    const self = new Self(() => true);
    const seen: (string | null)[] = [];
    self.onChange((session) => seen.push(session?.name ?? null));
    expect(await self.pass('a/b')).toBe('t-one');
    expect(await self.pass('next')).toBe('t-one');
    expect(asked.map(({ method, url, csrf }) => `${method} ${url} ${csrf ?? ''}`)).toEqual([
      'GET /api/v1/session ', 'POST /api/v1/halls/a%2Fb/tickets one', 'POST /api/v1/halls/next/tickets one',
    ]);
    expect(seen).toEqual(['王工']);
  });

  it('asks anew who one is when a ticket is refused, once', async () => {
    const self = new Self(() => true);
    await self.ask();
    who = { ...who, csrf: 'two' };
    tickets = [403];
    expect(await self.pass('hall')).toBe('t-two');
    tickets = [403, 403];
    expect(await self.pass('hall')).toBeNull();
  });

  it('is a visitor when the session is over, whatever the cookie says', async () => {
    who = { id: 'visitor', name: '', role: 'visitor', may: [], csrf: '' };
    const self = new Self(() => true);
    expect(await self.pass('hall')).toBeNull();
    expect(self.session).toBeNull();
  });

  it('signs out with the proof that the page is ours', async () => {
    let known = true;
    const self = new Self(() => known);
    await self.ask();
    known = false;
    await self.signOut();
    expect(asked.at(-1)).toEqual({ method: 'DELETE', url: '/api/v1/session', csrf: 'one' });
    expect(self.session).toBeNull();
  });
});
