import { media, page, place } from './tiny-dom';

import { beforeEach, expect, test, vi } from 'vitest';

/** The module as a page of this browser would find it. */
async function device(userAgent: string): Promise<typeof import('../src/device')> {
  vi.resetModules();
  vi.stubGlobal('navigator', { userAgent });
  return import('../src/device');
}

beforeEach(() => {
  media.clear();
  place.search = '';
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; Quest 3) OculusBrowser/35.0', 'web headset'],
  ['Mozilla/5.0 (Linux; Android 10; PICO 4) PicoBrowser/3.3', 'web headset'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/140', 'web desktop'],
  ['Mozilla/5.0 (Windows NT 10.0) MicroMessenger/8.0', 'web desktop wechat'],
])('%s is a %s', async (agent, word) => {
  expect((await device(agent)).agentWord()).toBe(word);
});

test('a phone is touched, in WeChat too, but a headset with a coarse pointer is a headset', async () => {
  media.add('(pointer: coarse)');
  expect((await device('iPhone MicroMessenger/8.0')).agentWord()).toBe('web touch wechat');
  expect((await device('Quest 3 OculusBrowser/35')).agentWord()).toBe('web headset');
});

test('anybody may ask for the touch controls by the address', async () => {
  place.search = '?touch';
  const { isTouch, markDevice } = await device('Windows');
  markDevice();
  expect(isTouch).toBe(true);
  expect(page.documentElement.classList.contains('touch')).toBe(true);
});

test('what cannot draw, or does not want to, gets the plain page', async () => {
  const { canDraw } = await device('Windows');
  expect(canDraw()).toBe(false);
  vi.stubGlobal('WebGL2RenderingContext', function WebGL2RenderingContext() { /* It is there. */ });
  expect(canDraw()).toBe(true);
  place.search = '?plain';
  expect(canDraw()).toBe(false);
});
