/**
 * Who one is to the park. Nothing is asked for visitors without an account: a cookie that holds no
 * secret says whether somebody signed in here.
 */

import { lang } from '../i18n';
import { Events } from '../world/events';

export interface Session {
  id: string;
  name: string;
  role: string;
  may: string[];
  csrf: string;
}

const KNOWN = /(?:^|;\s*)lingjing_known=1(?:;|$)/;

/** Whether somebody signed in in this browser, as far as a page can tell. */
export const isKnown = (cookies = document.cookie): boolean => KNOWN.test(cookies);

export class Self {
  /** The session as it was last told; null for a visitor. */
  session: Session | null = null;
  private readonly events = new Events<{ change: Session | null }>();
  private asking: Promise<Session | null> | null = null;

  constructor(private readonly known: () => boolean = isKnown) {}

  onChange(fn: (session: Session | null) => void): () => void {
    return this.events.on('change', fn);
  }

  /** What proves at a hall's door who one is: nothing for a visitor, else a ticket, good once. */
  pass(hall: string): Promise<string | null> | null {
    return this.known() ? this.ticket(hall) : null;
  }

  /** Ask who one is; once, until it is renewed. Rejects when the line is cut. */
  ask(): Promise<Session | null> {
    if (!this.known()) {
      this.set(null);
      return Promise.resolve(null);
    }
    this.asking ??= this.read().catch((error: unknown) => {
      this.asking = null;
      throw error;
    });
    return this.asking;
  }

  /** Somebody signed in or out: what was known is of no use any more. */
  renew(): Promise<Session | null> {
    this.asking = null;
    return this.ask();
  }

  /** Sign out; the park then knows one as a visitor. */
  async signOut(): Promise<void> {
    await this.send('DELETE', '/session');
    await this.renew();
  }

  private async ticket(hall: string): Promise<string | null> {
    for (let again = true; await this.ask(); again = false) {
      const answer = await this.send('POST', `/halls/${encodeURIComponent(hall)}/tickets`, {});
      if (answer.ok) return ((await answer.json()) as { ticket: string }).ticket;
      // Signed in anew in another tab, perhaps. Whatever else is wrong is told at the hall's door.
      if (!again || (answer.status !== 401 && answer.status !== 403)) return null;
      this.asking = null;
    }
    return null;
  }

  private async read(): Promise<Session | null> {
    const answer = await this.send('GET', '/session');
    if (!answer.ok) throw new Error(`${answer.status}`);
    const session = (await answer.json()) as Session;
    this.set(session.id === 'visitor' ? null : session);
    return this.session;
  }

  private send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { 'Accept-Language': lang() };
    if (method !== 'GET' && this.session) headers['X-CSRF-Token'] = this.session.csrf;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return fetch(`/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  private set(session: Session | null): void {
    const before = this.session?.id;
    this.session = session;
    if (before !== session?.id) this.events.emit('change', session);
  }
}
