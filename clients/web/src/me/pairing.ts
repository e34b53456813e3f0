/**
 * Letting oneself in on this device by another that is signed in (RFC 8628): a code is shown, the
 * park is asked again and again whether somebody said yes to it.
 */

export type Step = 'asking' | 'shown' | 'done' | 'denied' | 'failed';

export interface PairingState {
  step: Step;
  /** What the other device is to be told: `XXXX-XXXX`. */
  code: string;
  /** Where it is told. */
  place: string;
  /** The same as a QR code, rows of modules, `1` is dark. */
  qr: readonly string[];
}

interface Begun {
  device_code: string;
  user_code: string;
  verification_uri: string;
  interval: number;
  qr: string[];
}

/** What the outside world gives; tests give their own. */
export interface Outside {
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  later(fn: () => void, ms: number): () => void;
}

export const browser: Outside = {
  async post(path, body) {
    const answer = await fetch(`/api/v1${path}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  },
  later(fn, ms) {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

const NOTHING: PairingState = { step: 'asking', code: '', place: '', qr: [] };
const SLOWER_MS = 5000;
const AGAIN_MS = 4000;
/** A code that nobody answers is replaced so often; a headset may lie on a table for long. */
const MOST_CODES = 6;

export class Pairing {
  state: PairingState = NOTHING;
  private secret = '';
  private wait = 3000;
  private codes = 0;
  private running = false;
  private cancel: () => void = () => undefined;

  constructor(private readonly changed: (state: PairingState) => void, private readonly outside: Outside = browser) {}

  /** Show a code, and wait for an answer to it. */
  start(): void {
    if (this.running) return;
    this.running = true;
    this.codes = 0;
    void this.begin();
  }

  /** Nobody looks at the code any more. */
  stop(): void {
    this.running = false;
    this.cancel();
  }

  private async begin(): Promise<void> {
    this.set({ ...NOTHING });
    this.codes += 1;
    const { status, body } = await this.post('/pairing', {});
    if (!this.running) return;
    if (status !== 201) return this.end('failed');
    const begun = body as Begun;
    [this.secret, this.wait] = [begun.device_code, begun.interval * 1000];
    this.set({ step: 'shown', code: begun.user_code, place: begun.verification_uri.replace(/^https?:\/\//, ''), qr: begun.qr });
    this.later(this.wait);
  }

  private async poll(): Promise<void> {
    const { status, body } = await this.post('/pairing/token', { device_code: this.secret });
    if (!this.running) return;
    if (status === 200) return this.end('done');
    const { code } = body as { code?: string };
    if (code === 'access_denied') return this.end('denied');
    if (code === 'expired_token') return this.codes < MOST_CODES ? void this.begin() : this.end('failed');
    if (code === 'slow_down') this.wait += SLOWER_MS;
    this.later(code === 'authorization_pending' || code === 'slow_down' ? this.wait : Math.max(this.wait, AGAIN_MS));
  }

  private post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    return this.outside.post(path, body).catch(() => ({ status: 0, body: {} }));
  }

  private later(ms: number): void {
    this.cancel = this.outside.later(() => void this.poll(), ms);
  }

  private end(step: Step): void {
    this.running = false;
    this.set({ ...this.state, step });
  }

  private set(state: PairingState): void {
    this.state = state;
    this.changed(state);
  }
}
