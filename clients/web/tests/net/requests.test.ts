import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Requests, WireError } from '../../src/net/requests';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Requests that a test answers by the numbers they were sent under. */
function desk(timeoutMs = 1000) {
  const sent: number[] = [];
  const requests = new Requests(timeoutMs);
  const ask = (): Promise<unknown> => requests.ask((id) => sent.push(id) > 0);
  return { requests, sent, ask };
}

describe('requests', () => {
  it('settle with their own answers, in whatever order these come', async () => {
    const { requests, sent, ask } = desk();
    const [first, second] = [ask(), ask()];
    requests.resolve(sent[1]!, 'second');
    requests.resolve(sent[0]!, 'first');
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  });

  it('have numbers that are never used twice at a time', () => {
    const { sent, ask } = desk();
    for (let i = 0; i < 100; i++) ask().catch(() => undefined);
    expect(new Set(sent).size).toBe(100);
    expect(sent.every((id) => Number.isInteger(id) && id >= 0 && id < 2 ** 32)).toBe(true);
  });

  it('fail at once when nothing can be sent', async () => {
    const { requests } = desk();
    await expect(requests.ask(() => false)).rejects.toMatchObject({ name: 'WireError', code: 'offline' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('give up when no answer comes; one that comes too late is nobody\'s', async () => {
    const { requests, sent, ask } = desk(1000);
    const late = expect(ask()).rejects.toMatchObject({ code: 'timeout' });
    vi.advanceTimersByTime(1001);
    await late;
    requests.resolve(sent[0]!, 'late');
    expect(requests.reject(sent[0]!, new WireError('stale', ''))).toBe(false);
  });

  it('leave no timer running once they are answered', async () => {
    const { requests, sent, ask } = desk();
    const answered = ask();
    requests.resolve(sent[0]!, 1);
    await answered;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are all told when the line is gone, and later ones start afresh', async () => {
    const { requests, sent, ask } = desk();
    const lost = [ask(), ask(), ask()].map((one) => expect(one).rejects.toMatchObject({ code: 'disconnected' }));
    requests.rejectAll('disconnected');
    await Promise.all(lost);
    const next = ask();
    requests.resolve(sent.at(-1)!, 'fine');
    await expect(next).resolves.toBe('fine');
  });

  it('say whether anybody waited, so that other errors can be shown', () => {
    const { requests, sent, ask } = desk();
    ask().catch(() => undefined);
    expect(requests.reject(sent[0]!, new WireError('stale', '旧'))).toBe(true);
    expect(requests.reject(sent[0]!, new WireError('stale', '旧'))).toBe(false);
    expect(requests.reject(4_000_000_000, new WireError('stale', '旧'))).toBe(false);
  });
});
