import './tiny-dom';

import { beforeEach, expect, test, vi } from 'vitest';

import { setLang } from '../src/i18n';
import { Names } from '../src/names';
import { World } from '../src/world/world';
import { hall, joined } from './make';

const PARK = {
  name: { zh: '灵境产业园', en: 'Lingjing Park' }, start: 'plaza',
  halls: [{ id: 'theatre', name: { zh: '剧场', en: 'Theatre' }, kind: 'indoor', state: 'open' }],
};

function names(answer: () => Promise<Response>): { names: Names; world: World } {
  vi.stubGlobal('fetch', answer);
  const world = new World();
  return { world, names: new Names(world) };
}

const known = (): Promise<Response> => Promise.resolve(new Response(JSON.stringify(PARK)));

beforeEach(() => setLang('zh-CN'));

test('before anything is known there are still names', () => {
  const { names: found } = names(known);
  expect([found.start, found.ofHall('theatre'), found.ofHere()]).toEqual(['grounds', 'theatre', '']);
  expect(found.ofPark()).not.toBe('');
});

test('names follow the language', async () => {
  const { names: found } = names(known);
  await found.known;
  expect([found.start, found.ofPark(), found.ofHall('theatre')]).toEqual(['plaza', '灵境产业园', '剧场']);
  setLang('en');
  expect([found.ofPark(), found.ofHall('theatre')]).toEqual(['Lingjing Park', 'Theatre']);
});

test('the hall one is in is called what its own scene says', async () => {
  const { names: found, world } = names(known);
  await found.known;
  const renamed = hall({ id: 'theatre', name: { zh: '新剧场', en: 'New theatre' } });
  world.apply(joined({ hall: 'theatre', scene: { hall: renamed, nodes: {} } as unknown as Record<string, unknown> }));
  expect([found.ofHall('theatre'), found.ofHere()]).toEqual(['新剧场', '新剧场']);
});

test('a park whose facts cannot be read has no park, and no error', async () => {
  const { names: found } = names(() => Promise.reject(new TypeError('network')));
  expect(await found.known).toBeNull();
  expect(found.start).toBe('grounds');
});
