/** What the park is asked about guides and talks over HTTP: one place for every address and shape. */

import { lang } from '../i18n';
import { send, type Send } from '../business/api';
import type { Localised } from '../world/scene';

export interface GuideFacts {
  persona: string;
  name: Localised;
  greeting: Localised;
  suggestions: readonly Localised[];
}

/** What the park's guides can do. */
export interface GuidesAnswer {
  guides: readonly GuideFacts[];
  has_voice: boolean;
  can_listen: boolean;
  /** The operator chose a model service abroad, and agreed to it. */
  abroad: boolean;
}

const own = (token: string, rest = ''): string => `/dialogues/own/${encodeURIComponent(token)}${rest}`;

export const readGuides = (ask: Send = send): Promise<GuidesAnswer> => ask('GET', '/guides') as Promise<GuidesAnswer>;

/** Begin a talk on a page; its token is the only way back to it. */
export const beginTalk = (persona: string, ask: Send = send): Promise<{ dialogue: string; token: string }> =>
  ask('POST', '/dialogues', { persona, lang: lang() }) as Promise<{ dialogue: string; token: string }>;

export const rateTurn = (token: string, turn: number, value: 1 | -1, words: string, ask: Send = send): Promise<unknown> =>
  ask('POST', own(token, '/rating'), { turn, value, words });

export const forget = (token: string, ask: Send = send): Promise<unknown> => ask('DELETE', own(token));

export const summaryPath = (token: string): string => `/api/v1${own(token, '/summary')}?lang=${lang()}`;

export const questionsPath = (token: string): string => `/api/v1${own(token, '/questions')}`;
