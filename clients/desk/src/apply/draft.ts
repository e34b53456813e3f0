/** A form that saves itself: what one typed, what the park has of it, and what to do when both moved on. */

import { reactive } from 'vue';

import type { Application, Value, Values } from '@/api/applications';
import { ApiError } from '@/api/http';

/** How the park is asked; throws ApiError. */
export interface Desk {
  save(version: number, fields: Values): Promise<Application>;
  read(): Promise<Application>;
}

/** A field that was changed here and elsewhere, to different values. */
export interface Clash {
  name: string;
  mine: Value;
  theirs: Value;
}

export type Standing = 'saved' | 'waiting' | 'saving' | 'away' | 'clash' | 'refused';

export interface Draft {
  application: Application;
  values: Values;
  standing: Standing;
  /** Milliseconds since 1970; null until something was saved from this page. */
  savedAt: number | null;
  clashes: Clash[];
  /** Fields that another device changed while this page was open, taken over without a question. */
  takenOver: string[];
  trouble: unknown;
  /** The field that is being typed in: what the park makes of it waits until it is left. */
  active: string;
  set(name: string, value: Value): void;
  enter(name: string): void;
  leave(name: string): void;
  /** Save what is open now; true when the park has everything. */
  flush(): Promise<boolean>;
  /** Settle a clash: keep what was typed here, or take what is there. */
  settle(name: string, keep: 'mine' | 'theirs'): void;
  /** The park told something newer, such as a document that was added. */
  told(now: Application): void;
  stop(): void;
}

const PAUSE_MS = 900;
const RETRIES_MS = [2000, 4000, 8000, 15_000];

const same = (a: Value | undefined, b: Value | undefined): boolean => (a ?? '') === (b ?? '');

export function makeDraft(application: Application, desk: Desk, now: () => number = Date.now): Draft {
  /** What was typed and the park has not acknowledged yet. */
  const mine = new Map<string, Value>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<boolean> | null = null;
  let failures = 0;
  let stopped = false;

  const draft: Draft = reactive({
    application, values: { ...application.fields }, standing: 'saved' as Standing, savedAt: null as number | null,
    clashes: [] as Clash[], takenOver: [] as string[], trouble: null as unknown, active: '',
    set(name: string, value: Value) {
      draft.values[name] = value;
      mine.set(name, value);
      draft.clashes = draft.clashes.filter((clash) => clash.name !== name);
      draft.standing = draft.clashes.length ? 'clash' : 'waiting';
      plan(PAUSE_MS);
    },
    enter(name: string) {
      draft.active = name;
    },
    leave(name: string) {
      if (draft.active === name) draft.active = '';
      if (!mine.has(name) && name in draft.application.fields) draft.values[name] = draft.application.fields[name]!;
    },
    async flush() {
      clearTimeout(timer);
      while (mine.size > 0 && draft.clashes.length === 0) if (!(await send())) return false;
      return mine.size === 0;
    },
    settle(name: string, keep: 'mine' | 'theirs') {
      const clash = draft.clashes.find((one) => one.name === name);
      if (!clash) return;
      if (keep === 'theirs') {
        mine.delete(name);
        draft.values[name] = clash.theirs;
      }
      draft.clashes = draft.clashes.filter((one) => one !== clash);
      if (draft.clashes.length) return;
      draft.standing = mine.size ? 'waiting' : 'saved';
      if (mine.size) plan(0);
    },
    told(news: Application) {
      if (news.version < draft.application.version) return;
      draft.application = news;
      for (const [name, value] of Object.entries(news.fields)) if (!mine.has(name) && name !== draft.active) draft.values[name] = value;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  });

  function plan(ms: number): void {
    clearTimeout(timer);
    if (!stopped && draft.clashes.length === 0) timer = setTimeout(() => void draft.flush(), ms);
  }

  function send(): Promise<boolean> {
    under ??= attempt().finally(() => (under = null));
    return under;
  }

  async function attempt(): Promise<boolean> {
    const sent = new Map(mine);
    draft.standing = 'saving';
    try {
      const answer = await desk.save(draft.application.version, Object.fromEntries(sent));
      for (const [name, value] of sent) if (mine.get(name) === value) mine.delete(name);
      draft.told(answer);
      [failures, draft.trouble, draft.savedAt] = [0, null, now()];
      draft.standing = mine.size ? 'waiting' : 'saved';
      return true;
    } catch (error) {
      return missed(error);
    }
  }

  async function missed(error: unknown): Promise<boolean> {
    if (error instanceof ApiError && error.status === 409) return rejoin(error);
    draft.trouble = error;
    if (!(error instanceof ApiError) || !error.passing) {
      draft.standing = 'refused';
      return false;
    }
    draft.standing = 'away';
    plan(Math.max(error.wait * 1000, RETRIES_MS[Math.min(failures++, RETRIES_MS.length - 1)]!));
    return false;
  }

  /** Another device saved meanwhile: take over what it changed, and ask where both changed the same. */
  async function rejoin(refused: ApiError): Promise<boolean> {
    const base = draft.application;
    try {
      const news = await desk.read();
      if (news.version === base.version) throw refused;
      const changed = Object.keys({ ...base.fields, ...news.fields }).filter((name) => !same(base.fields[name], news.fields[name]));
      const both = changed.filter((name) => mine.has(name) && !same(mine.get(name), news.fields[name]));
      for (const name of changed) if (mine.has(name) && same(mine.get(name), news.fields[name])) mine.delete(name);
      draft.takenOver = [...new Set([...draft.takenOver, ...changed.filter((name) => !mine.has(name))])];
      draft.told(news);
      draft.clashes = both.map((name) => ({ name, mine: mine.get(name) ?? null, theirs: news.fields[name] ?? null }));
      draft.standing = both.length ? 'clash' : mine.size ? 'waiting' : 'saved';
      return both.length === 0;
    } catch (error) {
      draft.trouble = error;
      draft.standing = error instanceof ApiError && error.passing ? 'away' : 'refused';
      if (draft.standing === 'away') plan(RETRIES_MS[Math.min(failures++, RETRIES_MS.length - 1)]!);
      return false;
    }
  }

  return draft;
}
