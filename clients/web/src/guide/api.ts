/** What the park is asked about guides and talks over HTTP: one place for every address and shape. */

import { lang } from '../i18n';
import { Refusal } from '../business/api';
import type { Localised } from '../world/scene';
import type { AskMessage } from '../wire';

export interface GuideFacts {
  persona: string;
  name: Localised;
  greeting: Localised;
  suggestions: readonly Localised[];
  /** The asset of its picture; empty when there is none. */
  portrait: string;
}

/** What the park's guides can do. */
export interface GuidesAnswer {
  guides: readonly GuideFacts[];
  has_voice: boolean;
  can_listen: boolean;
  /** A service of theirs is abroad; the operator agreed to it. */
  abroad: boolean;
  /** The language model that answers; empty when answers come from the records alone. */
  model: string;
}

const own = (token: string, rest = ''): string => `/dialogues/own/${encodeURIComponent(token)}${rest}`;

/** Where staff speak to a page between two questions. */
export const eventsPath = (token: string): string => `/api/v1${own(token, '/events')}`;

export const summaryPath = (token: string): string => `/api/v1${own(token, '/summary')}?lang=${lang()}`;

/** Asks the park; each call raises Refusal when it says no, or cannot be reached. */
export class GuideApi {
  /** `csrf`: proves that a request is this page's, for whoever is signed in; null for others. */
  constructor(private readonly csrf: () => Promise<string | null>, private readonly fetching: typeof fetch = (...asked) => fetch(...asked)) {}

  async guides(): Promise<GuidesAnswer> {
    return (await (await this.send('GET', '/guides')).json()) as GuidesAnswer;
  }

  /** Begin a talk on a page; its token is the only way back to it. */
  async begin(persona: string): Promise<string> {
    const answer = await this.send('POST', '/dialogues', { persona, lang: lang() });
    return ((await answer.json()) as { token: string }).token;
  }

  /** Ask on a page; the answer's body is events. */
  ask(token: string, text: string, answerIn: AskMessage['lang'], signal: AbortSignal): Promise<Response> {
    return this.send('POST', own(token, '/questions'), { text, lang: answerIn }, { signal });
  }

  /** Stop an answer on a page: so many clauses were heard whole, and so much of the next. */
  hush(token: string, turn: number, heard: number, ms: number): Promise<unknown> {
    return this.send('DELETE', own(token, '/questions'), { turn, heard, ms }, { keepalive: true });
  }

  rate(token: string, turn: number, value: 1 | -1, words: string): Promise<unknown> {
    return this.send('POST', own(token, '/rating'), { turn, value, words });
  }

  /** Have a talk deleted. */
  forget(token: string): Promise<unknown> {
    return this.send('DELETE', own(token));
  }

  /** What was said in a recording. */
  async heard(sound: Blob): Promise<string> {
    const answer = await this.send('POST', `/guides/transcriptions?lang=${lang() === 'en' ? 'en' : 'zh'}`, sound);
    return ((await answer.json()) as { text: string }).text;
  }

  private async send(method: string, path: string, body?: unknown, more: RequestInit = {}): Promise<Response> {
    const headers: Record<string, string> = { 'Accept-Language': lang() };
    const csrf = method === 'GET' ? null : await this.csrf().catch(() => null);
    if (csrf) headers['X-CSRF-Token'] = csrf;
    if (body instanceof Blob) headers['Content-Type'] = body.type.split(';')[0]!;
    else if (body !== undefined) headers['Content-Type'] = 'application/json';
    const sent = body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) };
    const answer = await this.fetching(`/api/v1${path}`, { method, headers, ...sent, ...more }).catch((error: unknown) => {
      if (more.signal?.aborted) throw error;
      return null;
    });
    if (!answer) throw new Refusal(0, 'offline', '');
    if (answer.ok) return answer;
    const said = (await answer.json().catch(() => null)) as { code?: string; message?: string } | null;
    throw new Refusal(answer.status, said?.code ?? 'unknown', said?.message ?? '');
  }
}
