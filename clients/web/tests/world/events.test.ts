import { expect, test } from 'vitest';

import { Events } from '../../src/world/events';

interface Told { a: number; b: string }

test('each hears its own name only, in the order in which they asked', () => {
  const events = new Events<Told>();
  const heard: string[] = [];
  events.on('a', (n) => heard.push(`first ${n}`));
  events.on('a', (n) => heard.push(`second ${n}`));
  events.on('b', (s) => heard.push(s));
  events.emit('a', 1);
  expect(heard).toEqual(['first 1', 'second 1']);
});

test('one who has taken leave hears no more, the others do', () => {
  const events = new Events<Told>();
  const heard: string[] = [];
  const leave = events.on('a', () => heard.push('left'));
  events.on('a', () => heard.push('stays'));
  leave();
  leave();
  events.emit('a', 1);
  expect(heard).toEqual(['stays']);
});

test('leaving or joining while being told disturbs nobody', () => {
  const events = new Events<Told>();
  const heard: string[] = [];
  const leave = events.on('a', () => {
    heard.push('once');
    leave();
    events.on('a', () => heard.push('new'));
  });
  events.on('a', () => heard.push('always'));
  events.emit('a', 1);
  expect(heard).toEqual(['once', 'always']);
  events.emit('a', 2);
  expect(heard.slice(2)).toEqual(['always', 'new']);
});

test('telling what nobody asked for is nothing', () => {
  expect(() => new Events<Told>().emit('b', 'x')).not.toThrow();
});
