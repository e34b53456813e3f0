import { place } from './tiny-dom';

import { expect, test } from 'vitest';

import { hallOfAddress, liveUrl } from '../src/address';

test.each([
  ['/', 'grounds'],
  ['/h/exhibition', 'exhibition'],
  ['/h/exhibition/', 'exhibition'],
  ['/h/a', 'a'],
  ['/h/Exhibition', 'grounds'],
  ['/h/-a', 'grounds'],
  ['/h/a%2Fb', 'grounds'],
  ['/h/a/b', 'grounds'],
  [`/h/${'a'.repeat(65)}`, 'grounds'],
  ['/operator', 'grounds'],
])('the address %s names the hall %s', (pathname, hall) => {
  place.pathname = pathname;
  expect(hallOfAddress()).toBe(hall);
});

test('the live socket is on the page\'s own origin, safe when the page is', () => {
  expect(liveUrl()).toBe('ws://localhost:8000/live');
  Object.assign(place, { protocol: 'https:', host: 'park.example' });
  expect(liveUrl()).toBe('wss://park.example/live');
});
