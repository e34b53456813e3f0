import fc from 'fast-check';
import { expect, it } from 'vitest';

import { apply } from '@/editor/core/document';
import { type Edit, Ledger } from '@/editor/core/ledger';
import type { Operation } from '@/editor/core/types';

import { operations, START } from './scenes';

/** A server that keeps one draft and tells every editor of each edit in one order. */
class Hall {
  readonly draft: Operation[] = [];
  number = 0;
  private readonly editors: Desk[] = [];

  enter(desk: Desk): void {
    this.editors.push(desk);
    desk.ledger.enter(START);
    desk.ledger.takeDraft({ ops: [...this.draft], number: this.number });
  }

  take(ops: readonly Operation[]): void {
    this.draft.push(...ops);
    this.number += 1;
    for (const desk of this.editors) desk.inbox.push({ ops, number: this.number });
  }
}

/** An editor whose letters are on their way in both directions until somebody carries them. */
class Desk {
  readonly ledger = new Ledger();
  readonly inbox: ({ ops: readonly Operation[]; number: number } | { done: Edit })[] = [];
  private readonly outbox: Edit[] = [];

  constructor(private readonly hall: Hall) {}

  edit(ops: readonly Operation[]): void {
    this.outbox.push(this.ledger.add('draft', ops));
  }

  send(): void {
    const edit = this.outbox.shift();
    if (!edit) return;
    edit.state = 'sent';
    this.hall.take(edit.ops);
    this.inbox.push({ done: edit });
  }

  hear(): void {
    const letter = this.inbox.shift();
    if (!letter) return;
    if ('done' in letter) this.ledger.drop(letter.done);
    else expect(this.ledger.patchDraft(letter.ops, letter.number)).toBe(true);
  }

  calm(): void {
    while (this.outbox.length) this.send();
    while (this.inbox.length) this.hear();
  }
}

const step = fc.oneof(
  fc.record({ who: fc.integer({ min: 0, max: 1 }), does: fc.constant('edit' as const), ops: operations }),
  fc.record({ who: fc.integer({ min: 0, max: 1 }), does: fc.constantFrom('send' as const, 'hear' as const), ops: fc.constant([]) }),
);

it('any interleaving of two editors ends in the server’s order, for both and for a late joiner', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
    const hall = new Hall();
    const desks = [new Desk(hall), new Desk(hall)] as const;
    for (const desk of desks) hall.enter(desk);
    for (const { who, does, ops } of steps) {
      if (does === 'edit') desks[who]!.edit(ops);
      else desks[who]![does]();
    }
    for (const desk of desks) desk.calm();
    for (const desk of desks) while (desk.inbox.length) desk.hear();
    const late = new Desk(hall);
    hall.enter(late);
    const truth = apply(START, hall.draft);
    for (const { ledger } of [...desks, late]) {
      expect(ledger.edits).toEqual([]);
      expect(ledger.view('draft')).toEqual(truth);
    }
  }));
});

it('shows one’s own edit on top until it is acknowledged', () => {
  const ledger = new Ledger();
  ledger.enter(START);
  const turn = (value: number): Operation[] => [{ op: 'set', path: '/nodes/a/turn', value }];
  const edit = ledger.add('draft', turn(1));
  ledger.patchDraft(turn(2), 1);
  expect(ledger.view('draft')!.nodes['a']!.turn).toBe(1);
  ledger.drop(edit);
  expect(ledger.view('draft')!.nodes['a']!.turn).toBe(2);
  expect(ledger.view('published')!.nodes['a']!.turn).toBeUndefined();
});

it('notices that a number of the draft is missing, and passes over one that it has', () => {
  const ledger = new Ledger();
  ledger.enter(START);
  ledger.takeDraft({ ops: [], number: 4 });
  expect(ledger.patchDraft([], 6)).toBe(false);
  expect(ledger.patchDraft([{ op: 'remove', path: '/nodes/a' }], 4)).toBe(true);
  expect(ledger.view('draft')!.nodes['a']).toBeDefined();
});

it('after a cut sends again what had not arrived, and only that', () => {
  const ledger = new Ledger();
  ledger.enter(START);
  const [arrived, lost, unsent] = [1, 2, 3].map((value) => ledger.add('draft', [{ op: 'set', path: `/nodes/a/${['turn', 'page', 'explode'][value - 1]}`, value }]));
  arrived!.state = lost!.state = 'sent';
  ledger.cut();
  ledger.takeDraft({ ops: [...arrived!.ops], number: 9 });
  expect(ledger.recover()).toEqual([arrived]);
  expect(ledger.edits).toEqual([lost, unsent]);
  expect(ledger.edits.map(({ state }) => state)).toEqual(['ready', 'ready']);
});

it('makes one edit of many in quick succession under one name', () => {
  const ledger = new Ledger();
  ledger.enter(START);
  const slide = (value: number): Edit => ledger.add('draft', [{ op: 'set', path: '/nodes/a/turn', value }], 'slide');
  expect(slide(1)).toBe(slide(2));
  expect(ledger.edits).toHaveLength(1);
  ledger.edits[0]!.state = 'sent';
  slide(3);
  expect(ledger.edits.map(({ ops }) => ops[0]!.value)).toEqual([2, 3]);
});
