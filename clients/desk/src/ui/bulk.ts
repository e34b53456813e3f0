/** One act on many things, one after the other: how far it is, what came of each, the way back. */

import { reactive } from 'vue';

import { wordsOf } from './tell';

export interface Deed {
  key: string;
  name: string;
  /** Waits, is being done, is done, failed, needed nothing, was undone. */
  state: 'waiting' | 'doing' | 'done' | 'failed' | 'spared' | 'undone';
  /** What went wrong, or why nothing was done. */
  words: string;
  undo?: Undo;
}
export type Undo = () => Promise<unknown>;
/** What an act gives back: a way back, why there was nothing to do, or neither. */
export type Outcome = { undo?: Undo; spared?: string } | void;

export interface Bulk {
  open: boolean;
  title: string;
  running: boolean;
  deeds: Deed[];
}

export const bulk = reactive<Bulk>({ open: false, title: '', running: false, deeds: [] });
let stopped = false;

export const count = (...states: Deed['state'][]): number => bulk.deeds.filter(({ state }) => states.includes(state)).length;

/** Do it to each; what fails does not stop the others. */
export async function forEach<T>(title: string, things: readonly T[], name: (thing: T) => { key: string; name: string }, act: (thing: T) => Promise<Outcome>): Promise<void> {
  if (bulk.running || !things.length) return;
  Object.assign(bulk, { open: true, title, running: true, deeds: things.map((thing): Deed => ({ ...name(thing), state: 'waiting', words: '' })) });
  stopped = false;
  for (const [index, thing] of things.entries()) {
    if (stopped) break;
    await once(bulk.deeds[index]!, () => act(thing));
  }
  bulk.running = false;
}

async function once(deed: Deed, act: () => Promise<Outcome>): Promise<void> {
  deed.state = 'doing';
  try {
    const { undo, spared } = (await act()) ?? {};
    Object.assign(deed, { state: spared === undefined ? 'done' : 'spared', words: spared ?? '' });
    if (undo) deed.undo = undo;
  } catch (error) {
    Object.assign(deed, { state: 'failed', words: wordsOf(error) });
  }
}

/** Leave the rest as it is. */
export function stop(): void {
  stopped = true;
}

/** Take back what can be taken back, the last first. */
export async function undoAll(): Promise<void> {
  if (bulk.running) return;
  bulk.running = true;
  for (const deed of bulk.deeds.filter(({ state, undo }) => state === 'done' && undo).toReversed()) {
    try {
      await deed.undo!();
      Object.assign(deed, { state: 'undone', words: '' });
    } catch (error) {
      deed.words = wordsOf(error);
    }
  }
  bulk.running = false;
}

export const canUndo = (): boolean => bulk.deeds.some(({ state, undo }) => state === 'done' && undo !== undefined);
