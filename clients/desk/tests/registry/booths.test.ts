import { describe, expect, it } from 'vitest';

import type { BoothRow } from '@/api/registry';
import { standingOf, streets } from '@/registry/booths';

const booth = (hall: string, no: string, tenant: BoothRow['tenant'] = null, visible = true): BoothRow =>
  ({ hall, node: `n-${no}`, no, width: 6, depth: 4, height: 4, visible, tenant });
const OURS = { enterprise: 'e_1', name: { zh: '云帆', en: 'Yunfan' } };

describe('booths', () => {
  it('are free, leased, or hidden while their company is suspended', () => {
    expect([booth('a', '1'), booth('a', '2', OURS), booth('a', '3', OURS, false)].map(standingOf)).toEqual(['free', 'leased', 'hidden']);
  });

  it('stand by hall and number', () => {
    const found = streets([booth('b', 'A-10'), booth('b', 'A-2', OURS), booth('a', 'A-1')], ['a', 'b']);
    expect(found.map(({ hall, booths }) => [hall, booths.map(({ no }) => no)])).toEqual([['a', ['A-1']], ['b', ['A-2', 'A-10']]]);
    expect(found[1]?.counts).toEqual({ free: 1, leased: 1, hidden: 0 });
  });

  it('leave out halls where there is none of the wanted ones', () => {
    expect(streets([booth('b', '1'), booth('a', '2', OURS)], [], 'free').map(({ hall }) => hall)).toEqual(['b']);
  });
});
