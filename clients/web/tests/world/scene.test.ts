import { expect, test } from 'vitest';

import { localise } from '../../src/world/scene';

test.each([
  [{ zh: '园', en: 'Park' }, 'zh-CN', '园'],
  [{ zh: '园', en: 'Park' }, 'en', 'Park'],
  [{ zh: '园', en: '' }, 'en', '园'],
  [{ zh: '', en: 'Park' }, 'zh-CN', 'Park'],
  [{ zh: '', en: '' }, 'en', ''],
  [null, 'en', ''],
  [undefined, 'zh-CN', ''],
] as const)('%o for a reader of %s is %o', (text, lang, read) => {
  expect(localise(text, lang)).toBe(read);
});
