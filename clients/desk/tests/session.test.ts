import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { get } from '@/api/http';
import { enter, hallName, session, signIn, signOut } from '@/session';

/** What the server says of the session; null while it is away. */
let role: 'operator' | 'visitor' | null = 'operator';
const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(session, { standing: 'asking', away: false, park: null });
  [role, asked.length] = ['operator', 0];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url}`);
    if (role === null) throw new TypeError('Failed to fetch');
    if (url.endsWith('/session')) {
      if (init.method === 'DELETE') return new Response(null, { status: 204 });
      if (init.method === 'POST') role = 'operator';
      return Response.json({ role });
    }
    if (url.endsWith('/park')) return Response.json({ name: { zh: '园', en: 'Park' }, start: 'a', contact: null, halls: [{ id: 'a', name: { zh: '甲', en: 'A' } }] });
    return role === 'operator' ? Response.json({}) : Response.json({ code: 'unauthorized', message: '', details: [] }, { status: 401 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  it('is found, and with it the park', async () => {
    await enter();
    expect([session.standing, session.park?.start, hallName('a').zh, hallName('b').zh]).toEqual(['in', 'a', '甲', 'b']);
  });

  it('is asked for where there is none, and begins with a link', async () => {
    role = 'visitor';
    await enter();
    expect(session.standing).toBe('out');
    await signIn('http://localhost/operator?key=k1');
    expect(session.standing).toBe('in');
    await signOut();
    expect(session.standing).toBe('out');
  });

  it('that ends in the middle is told from never having signed in', async () => {
    await enter();
    role = 'visitor';
    await get('/exhibits').catch(() => undefined);
    expect(session.standing).toBe('ended');
    await enter();
    expect(session.standing).toBe('ended');
  });

  it('waits for a server that is away, and goes on by itself', async () => {
    role = null;
    await enter();
    expect([session.standing, session.away]).toEqual(['unreached', true]);
    await vi.advanceTimersByTimeAsync(3100);
    expect(session.away).toBe(true);
    role = 'operator';
    await vi.advanceTimersByTimeAsync(3100);
    expect([session.standing, session.away]).toEqual(['in', false]);
    const before = asked.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked.length).toBe(before);
  });

  it('outlives a server that is away for a while', async () => {
    await enter();
    role = null;
    await get('/exhibits').catch(() => undefined);
    expect([session.standing, session.away]).toEqual(['in', true]);
    role = 'operator';
    await vi.advanceTimersByTimeAsync(3100);
    expect([session.standing, session.away]).toEqual(['in', false]);
  });
});
