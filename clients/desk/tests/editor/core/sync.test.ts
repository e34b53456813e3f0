import { beforeEach, expect, it } from 'vitest';

import { Ledger } from '@/editor/core/ledger';
import { type Line, Sync } from '@/editor/core/sync';
import type { EditLayer, Operation } from '@/editor/core/types';

import { START } from './scenes';

const turn = (value: number): Operation[] => [{ op: 'set', path: '/nodes/a/turn', value }];
const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** A line that answers when it is told to. */
class Wire implements Line {
  readonly heard: { layer: EditLayer; ops: Operation[]; answer(): void; refuse(code: string): void }[] = [];
  readonly undone: string[] = [];
  draft: { ops: Operation[]; number: number } = { ops: [], number: 0 };

  constructor(private readonly ledger: Ledger) {}

  edit(layer: EditLayer, ops: Operation[]): Promise<unknown> {
    return new Promise<void>((answer, reject) => this.heard.push({ layer, ops, answer, refuse: (code) => reject(failure(code)) }));
  }

  async undo(layer: EditLayer): Promise<void> {
    this.undone.push(layer);
  }

  redo = this.undo.bind(this);

  async watch(): Promise<void> {
    this.ledger.takeDraft(this.draft);
  }
}

let ledger: Ledger, wire: Wire, sync: Sync, refused: string[], timers: (() => void)[];

beforeEach(async () => {
  ledger = new Ledger();
  ledger.enter(START);
  wire = new Wire(ledger);
  [refused, timers] = [[], []];
  sync = new Sync(ledger, wire, {
    changed: () => undefined, kept: () => undefined, refused: (error) => refused.push((error as Error).message),
    later: (fn) => {
      timers.push(fn);
      return () => void (timers = timers.filter((one) => one !== fn));
    },
  });
  await sync.online();
});

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));
const ring = async (): Promise<void> => {
  for (const fn of timers.splice(0)) fn();
  await soon();
};

it('sends one edit after another, each once the one before is durable', async () => {
  const done = [sync.run('draft', turn(1)), sync.run('draft', turn(2))];
  expect(wire.heard.map(({ ops }) => ops)).toEqual([turn(1)]);
  wire.heard[0]!.answer();
  await done[0];
  await soon();
  expect(wire.heard).toHaveLength(2);
  wire.heard[1]!.answer();
  await Promise.all(done);
  expect(ledger.edits).toEqual([]);
});

it('takes back what is refused, says why, and goes on', async () => {
  const done = [sync.run('draft', turn(1)), sync.run('draft', turn(2))];
  wire.heard[0]!.refuse('patch_invalid');
  await done[0];
  await soon();
  expect(refused).toEqual(['patch_invalid']);
  expect(ledger.view('draft')!.nodes['a']!.turn).toBe(2);
  wire.heard[1]!.answer();
  await done[1];
});

it('tries an edit of the tree again that was too old', async () => {
  const done = sync.run('draft', [{ op: 'remove', path: '/nodes/a' }]);
  for (let tries = 0; tries < 3; tries += 1) {
    wire.heard.at(-1)!.refuse('scene_stale');
    await soon();
    await ring();
    await soon();
  }
  expect(wire.heard).toHaveLength(4);
  wire.heard.at(-1)!.answer();
  await done;
  expect(refused).toEqual([]);
});

it('holds a slide back until it rests, and sends it before anything else', async () => {
  const slide = [1, 2, 3].map((value) => sync.run('draft', turn(value), 'slide'));
  expect(wire.heard).toEqual([]);
  void sync.run('draft', [{ op: 'set', path: '/nodes/a/page', value: 1 }]);
  expect(wire.heard.map(({ ops }) => ops)).toEqual([turn(3)]);
  wire.heard[0]!.answer();
  await Promise.all(slide);
  void sync.run('draft', turn(7), 'slide');
  await soon();
  wire.heard[1]!.answer();
  await soon();
  await ring();
  expect(wire.heard.at(-1)!.ops).toEqual(turn(7));
});

it('keeps everything over a cut, and does not send twice what had arrived', async () => {
  const done = [sync.run('draft', turn(1)), sync.run('draft', [{ op: 'set', path: '/nodes/a/page', value: 4 }])];
  sync.offline();
  wire.heard[0]!.refuse('disconnected');
  await soon();
  void sync.run('draft', [{ op: 'set', path: '/nodes/c/visible', value: false }]);
  expect(wire.heard).toHaveLength(1);
  wire.draft = { ops: turn(1), number: 5 };
  await sync.online();
  await done[0];
  expect(wire.heard.slice(1).map(({ ops }) => ops[0]!.path)).toEqual(['/nodes/a/page']);
  expect(ledger.view('draft')!.nodes['c']!.visible).toBe(false);
  wire.heard[1]!.answer();
  await done[1];
  await soon();
  expect(wire.heard.at(-1)!.ops[0]!.path).toBe('/nodes/c/visible');
});

it('undoes after all that is on its way', async () => {
  void sync.run('published', turn(1), 'slide');
  const undone = sync.turnBack('undo', 'published', false);
  await soon();
  expect(wire.undone).toEqual([]);
  wire.heard[0]!.answer();
  await undone;
  expect(wire.undone).toEqual(['published']);
});

it('cuts what is too long for one message', async () => {
  const ops = Array.from({ length: 600 }, (_, value) => turn(value)[0]!);
  const done = sync.run('draft', ops);
  for (const size of [256, 256, 88]) {
    expect(wire.heard.at(-1)!.ops).toHaveLength(size);
    wire.heard.at(-1)!.answer();
    await soon();
  }
  await done;
});
