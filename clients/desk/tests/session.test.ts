import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { setForgery } from '@/api/forgery';
import { get } from '@/api/http';
import { admit, enter, hallName, may, session, signIn, signOut } from '@/session';

/** What the server says of the session; null while it is away. */
let role: 'operator' | 'visitor' | null = 'operator';
const asked: string[] = [];
const proofs: (string | undefined)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(session, { standing: 'asking', away: false, park: null, step: null });
  [role, asked.length, proofs.length] = ['operator', 0, 0];
  setForgery('');
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url}`);
    proofs.push((init.headers as Record<string, string>)['X-CSRF-Token']);
    if (role === null) throw new TypeError('Failed to fetch');
    if (url.endsWith('/session')) {
      if (init.method === 'DELETE') return new Response(null, { status: 204 });
      if (init.method === 'POST') role = 'operator';
      return Response.json({ id: role, name: '', role, may: role === 'operator' ? ['exhibit.read'] : [], csrf: role === 'operator' ? 'proof' : '', account: null, first_run: false });
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
    expect([may('exhibit.read'), may('exhibit.edit')]).toEqual([true, false]);
  });

  it('proves where its requests come from, when they change something', async () => {
    await enter();
    await signOut();
    expect(asked.at(-1)).toBe('DELETE /api/v1/session');
    expect([proofs[0], proofs.at(-1)]).toEqual([undefined, 'proof']);
  });

  it('is half the way in while a second factor is due', async () => {
    role = 'visitor';
    await enter();
    await admit({ step: 's', methods: ['totp'] });
    expect([session.standing, session.step?.step]).toEqual(['out', 's']);
    role = 'operator';
    await admit({ id: 'operator', name: '', role: 'operator', may: [], csrf: '', account: null, first_run: false });
    expect([session.standing, session.step]).toEqual(['in', null]);
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
