import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { isMasked, makeReveal } from '@/registry/reveal';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    expect([url, body]).toEqual(['/api/v1/applications/e_1/identity', '{"why":"核对执照"}']);
    return new Response(JSON.stringify({ number: '11010519491231002X', phone: '13800000000', email: 'a@b.cn' }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('shows what is masked for a minute, to whoever says why', async () => {
  const reveal = makeReveal('e_1');
  reveal.reveal.asking = true;
  expect([isMasked('id_number'), isMasked('name'), reveal.of('phone')]).toEqual([true, false, '']);
  await reveal.show('核对执照');
  expect([reveal.of('id_number'), reveal.of('phone'), reveal.reveal.asking]).toEqual(['11010519491231002X', '13800000000', false]);
  vi.advanceTimersByTime(60_000);
  expect([reveal.of('id_number'), reveal.reveal.clear]).toEqual(['', null]);
});
