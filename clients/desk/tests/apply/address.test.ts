import { expect, it } from 'vitest';

import { addressKind } from '@/apply/entry/address';

it('knows addresses from numbers, and both from neither', () => {
  expect(['a@b.cn', ' wang@park.example ', '13800000000', '+86 138-0000-0000', '１３８００００００００', 'a@b', '138', '王'].map(addressKind))
    .toEqual(['email', 'email', 'phone', 'phone', 'phone', null, null, null]);
});
