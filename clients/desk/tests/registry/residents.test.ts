import { expect, it } from 'vitest';

import type { BoothRow, SeatRow } from '@/api/registry';
import { residents, urgentFirst } from '@/registry/residents';

import { row } from './make';

const SEAT: SeatRow = { number: 7, name: '云席-00007（集群注册）', custodian: 'c_1', state: 'leased', application: 'a', company: '', since: 1, free_from: null };
const BOOTH: BoothRow = { hall: 'street', node: 'n1', no: 'A-01', width: 6, depth: 4, height: 4, visible: true, tenant: { enterprise: 'a', name: { zh: '', en: '' } } };

it('puts seat and booth beside each company', () => {
  const [a, b] = residents([row('a'), row('b')], [SEAT, { ...SEAT, application: '' }], [BOOTH, { ...BOOTH, tenant: null }]);
  expect([a?.seat, a?.booth]).toEqual(['云席-00007（集群注册）', { hall: 'street', node: 'n1', no: 'A-01' }]);
  expect([b?.seat, b?.booth]).toEqual(['', null]);
});

it('shows first who leaves, is suspended, or whose term ends', () => {
  const all = residents([row('z', { state: 'active' }), row('y', { state: 'active', flags: ['expiring'] }), row('x', { state: 'suspended' }), row('w', { state: 'exiting' }), row('a', { state: 'active' })], [], []);
  expect(urgentFirst(all, (a, b) => (a < b ? -1 : 1)).map(({ id }) => id)).toEqual(['w', 'x', 'y', 'a', 'z']);
});
