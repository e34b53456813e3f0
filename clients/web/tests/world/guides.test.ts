import { expect, test, vi } from 'vitest';

import { GuideBook, isOver } from '../../src/world/guides';
import { World } from '../../src/world/world';
import { actOf, guideHere, sayOf, turnOf } from '../guide/samples';
import { joined } from '../make';

test('an answer gathers its clauses in order, whatever order they come in', () => {
  const book = new GuideBook(), heard = vi.fn();
  book.on('say', heard);
  book.apply(turnOf());
  book.apply(sayOf({ n: 1, text: '二' }));
  book.apply(sayOf({ n: 0, text: '一' }));
  book.apply(sayOf({ n: 1, text: '二' }));
  expect(book.turns.get(1)!.said.map(({ text }) => text)).toEqual(['一', '二']);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('the token of a talk comes once and stays', () => {
  const book = new GuideBook();
  book.apply(turnOf());
  book.apply(turnOf({ state: 'done', dialogue: '' }));
  const turn = book.turns.get(1)!;
  expect([turn.state, turn.dialogue, isOver(turn)]).toEqual(['done', 'token', true]);
});

test('whoever comes in the middle of an answer hears the rest of it', () => {
  const book = new GuideBook();
  book.apply({ t: 'guides', guides: [guideHere({ addressee: 9 })] });
  book.apply(sayOf({ turn: 5, n: 3 }));
  expect(book.turns.get(5)).toMatchObject({ asker: 9, question: '', state: 'speaking' });
});

test('what is stopped here is not heard any more, though it still comes', () => {
  const book = new GuideBook(), heard = vi.fn();
  book.apply(turnOf());
  book.on('say', heard);
  book.silence(1);
  book.apply(sayOf());
  expect([heard.mock.calls.length, book.turns.get(1)!.said.length]).toEqual([0, 0]);
});

test('the words of an officer are theirs, by name, also when the AI speaks again', () => {
  const book = new GuideBook();
  book.apply({ t: 'guides', guides: [guideHere({ human: '王敏' })] });
  book.apply(turnOf());
  book.apply(sayOf({ by: 'human' }));
  book.apply({ t: 'guides', guides: [guideHere()] });
  book.apply(sayOf({ n: 1 }));
  expect(book.turns.get(1)!.said.map(({ speaker }) => speaker)).toEqual(['王敏', '']);
});

test('a deed is told again as it goes on, once for each number', () => {
  const book = new GuideBook();
  book.apply(actOf());
  book.apply(actOf({ state: 'done' }));
  book.apply(actOf({ n: 1, action: 'explode_exhibit' }));
  expect(book.turns.get(1)!.acts.map(({ n, state }) => [n, state])).toEqual([[0, 'done'], [1, 'begun']]);
});

test('a long stay does not gather answers without end', () => {
  const book = new GuideBook();
  for (let turn = 1; turn <= 500; turn += 1) book.apply(turnOf({ turn }));
  expect(book.turns.size).toBeLessThanOrEqual(80);
  expect(book.turns.has(500)).toBe(true);
});

test('after a cut what went on is over, unless more of it comes', () => {
  const world = new World();
  world.apply(joined());
  world.apply(turnOf());
  world.apply(turnOf({ turn: 2, state: 'done' }));
  world.apply(joined({ scene: null, shared: null, resumed: true, patches: [] }));
  const states = (): string[] => [...world.guides.turns.values()].map(({ state }) => state);
  expect(states()).toEqual(['stopped', 'done']);
  world.apply(sayOf());
  expect(states()).toEqual(['speaking', 'done']);
});

test('another hall has other guides', () => {
  const world = new World();
  world.apply(joined());
  world.apply({ t: 'guides', guides: [guideHere()] });
  world.apply(turnOf());
  expect(world.guides.at('guide-hall')?.persona).toBe('xiaojing');
  expect(world.guides.ofPerson(40)?.node).toBe('guide-hall');
  world.apply(joined());
  expect([world.guides.here.length, world.guides.turns.size]).toEqual([0, 0]);
});
