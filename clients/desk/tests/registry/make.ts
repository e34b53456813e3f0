/** Small true-to-life applications for tests. */

import type { Row } from '@/api/registry';

export const row = (id: string, more: Partial<Row> = {}): Row => ({
  id, state: 'submitted', version: 1, flags: [], name: `云帆${id}`, credit_code: '', industry: '65', clerk: '', clerk_name: '', created: 1, submitted: 1,
  due: null, updated: 1, term_until: null, days_left: null, ...more,
});
