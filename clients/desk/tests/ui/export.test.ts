import { expect, it } from 'vitest';

import { tableUrl } from '@/ui/export';

it('asks for a table as the list is filtered', () => {
  expect(tableUrl('audit', 'csv', { actor: 'a b', before: null, text: '' })).toMatch(/^\/api\/v1\/tables\/audit\.csv\?lang=[\w-]+&actor=a\+b$/);
});
