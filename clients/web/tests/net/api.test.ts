import { afterEach, expect, test, vi } from 'vitest';

import { getPark, getScene } from '../../src/net/api';

afterEach(() => void vi.unstubAllGlobals());

function answer(status: number, body: unknown): { url: string; lang: string }[] {
  const asked: { url: string; lang: string }[] = [];
  vi.stubGlobal('fetch', (url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ url, lang: headers['Accept-Language']! });
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}

test('the park is asked for in the visitor\'s language', async () => {
  const asked = answer(200, { name: { zh: '园', en: 'Park' }, start: 'grounds', halls: [] });
  expect((await getPark('zh-CN')).start).toBe('grounds');
  expect(asked).toEqual([{ url: '/api/v1/park', lang: 'zh-CN' }]);
});

test('a hall\'s name cannot lead to another address', async () => {
  const asked = answer(200, {});
  await getScene('../park?x=1#y', 'en');
  expect(asked[0]!.url).toBe('/api/v1/halls/..%2Fpark%3Fx%3D1%23y/scene');
});

test('a refusal is an error that says what was asked', async () => {
  answer(404, { code: 'hall_unknown' });
  await expect(getScene('nowhere', 'en')).rejects.toThrow('404 /api/v1/halls/nowhere/scene');
});
