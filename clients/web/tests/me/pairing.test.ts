import { describe, expect, it } from 'vitest';

import { type Outside, Pairing, type PairingState } from '../../src/me/pairing';

const BEGUN = { device_code: 'secret', user_code: 'BCDF-GHJK', verification_uri: 'https://park.example/pair', interval: 3, qr: ['10', '01'] };

/** A park that answers as it is told, and a clock that the test winds. */
class FakePark implements Outside {
  readonly asked: string[] = [];
  readonly waits: number[] = [];
  private next: (() => void) | null = null;

  constructor(private readonly polls: { status: number; code?: string }[], private readonly begins = 201) {}

  async post(path: string): Promise<{ status: number; body: unknown }> {
    this.asked.push(path);
    if (path === '/pairing') return { status: this.begins, body: BEGUN };
    const { status, code } = this.polls.shift() ?? { status: 400, code: 'authorization_pending' };
    if (status === -1) throw new TypeError('no line');
    return { status, body: { code } };
  }

  later(fn: () => void, ms: number): () => void {
    this.waits.push(ms);
    this.next = fn;
    return () => (this.next = null);
  }

  async wind(): Promise<void> {
    await settle();
    const fn = this.next;
    this.next = null;
    fn?.();
    await settle();
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
};

function begin(park: FakePark): { pairing: Pairing; steps: string[]; last(): PairingState } {
  const steps: string[] = [];
  const pairing = new Pairing((state) => steps.push(state.step), park);
  pairing.start();
  return { pairing, steps, last: () => pairing.state };
}

describe('a pairing', () => {
  it('shows a code and ends when somebody says yes', async () => {
    const park = new FakePark([{ status: 400, code: 'authorization_pending' }, { status: 200 }]);
    const { steps, last } = begin(park);
    await settle();
    expect(last()).toEqual({ step: 'shown', code: 'BCDF-GHJK', place: 'park.example/pair', qr: ['10', '01'] });
    await park.wind();
    await park.wind();
    expect(steps).toEqual(['asking', 'shown', 'done']);
    await park.wind();
    expect(park.asked).toHaveLength(3);
  });

  it('slows down when it is told to, and outlives a cut line', async () => {
    const park = new FakePark([{ status: 400, code: 'slow_down' }, { status: -1 }, { status: 200 }]);
    const { steps } = begin(park);
    for (let turn = 0; turn < 3; turn++) await park.wind();
    expect(park.waits).toEqual([3000, 8000, 8000]);
    expect(steps.at(-1)).toBe('done');
  });

  it('shows a new code when the old one is over, but not for ever', async () => {
    const expired = Array.from({ length: 20 }, () => ({ status: 400, code: 'expired_token' }));
    const park = new FakePark(expired);
    const { steps } = begin(park);
    for (let turn = 0; turn < 20; turn++) await park.wind();
    expect(park.asked.filter((path) => path === '/pairing')).toHaveLength(6);
    expect(steps.at(-1)).toBe('failed');
  });

  it('says when it was declined, or when there is no code to be had', async () => {
    const declined = new FakePark([{ status: 400, code: 'access_denied' }]);
    const first = begin(declined);
    await declined.wind();
    expect(first.steps.at(-1)).toBe('denied');
    const second = begin(new FakePark([], 503));
    await settle();
    expect(second.steps).toEqual(['asking', 'failed']);
  });

  it('asks no more once nobody looks', async () => {
    const park = new FakePark([]);
    const { pairing } = begin(park);
    await settle();
    pairing.stop();
    await park.wind();
    expect(park.asked).toEqual(['/pairing']);
  });
});
