import { describe, expect, it } from 'vitest';

import type { Health, Item, Overview } from '@/api/overview';
import { judged } from '@/overview/health';
import { DEADLINES, haste, heaps, TALKS, urgent, wayTo } from '@/overview/work';

const item = (id: string, kind: string, due: number | null, at = 0): Item => ({ id, kind, due, at, title: { zh: '', en: '' }, link: '', state: 'waiting' });
const pile = (count: number) => ({ count, items: [] });

describe('what waits', () => {
  it('lists the piles in which there is something', () => {
    const overview: Overview = { drafts: pile(0), newer: pile(2), blocked: pile(0), failed: pile(1), health: null };
    expect(heaps(overview).map(({ name }) => name)).toEqual(['newer', 'failed']);
    expect([wayTo('newer', 'pump'), wayTo('failed', 'job')]).toEqual(['/exhibits/pump', '/exhibits']);
  });
  it('puts the nearest date first, then who waits longest', () => {
    const items = [item('a', 'deadline', null, 5), item('b', 'deadline', 9), item('c', 'handover', null), item('d', 'application', null, 2)];
    expect(urgent(items, DEADLINES).map(({ id }) => id)).toEqual(['b', 'd', 'a']);
    expect(urgent(items, TALKS).map(({ id }) => id)).toEqual(['c']);
  });
  it('tells late from soon', () => {
    expect([haste(null, 0), haste(5, 10), haste(20, 10), haste(1e6, 10)]).toEqual(['fine', 'late', 'soon', 'fine']);
  });
});

it('judges the server by its numbers', () => {
  const well: Health = {
    version: '', uptime: 1, connections: 0, tick_p99_ms: 1, tick_hz: 20, disk_free: 9e10, disk_total: 2e11, archive_bytes: 1,
    jobs: 0, errors: 0, notices_waiting: 0, notices_failed: 0,
  };
  expect(Object.values(judged(well))).not.toContain(true);
  expect(judged({ ...well, tick_p99_ms: 49, disk_free: 1e9, errors: 2, notices_failed: 1 })).toEqual({ tick: true, disk: true, errors: true, outbox: true });
});
