import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Values } from '@/api/applications';
import { fieldOf, makeChecks, paperOf } from '@/apply/form/checks';

import { finding } from './make';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('checks while typing', () => {
  it('asks once after a pause, about the newest', async () => {
    const asked: Values[] = [];
    const checks = makeChecks(async (values) => (asked.push(values), [finding('/fields/name')]));
    checks.soon({ name: 'a' });
    await vi.advanceTimersByTimeAsync(200);
    checks.soon({ name: 'ab' });
    await vi.advanceTimersByTimeAsync(600);
    expect([asked, checks.busy]).toEqual([[{ name: 'ab' }], false]);
  });

  it('shows what is wrong with a field once it was left, and everything when asked to', async () => {
    const checks = makeChecks(async () => [finding('/fields/name'), finding('/fields/phone')]);
    checks.soon({});
    await vi.advanceTimersByTimeAsync(600);
    expect(checks.of('name')).toEqual([]);
    checks.leave('name');
    expect([checks.of('name').length, checks.of('phone').length]).toEqual([1, 0]);
    checks.all = true;
    expect(checks.of('phone').length).toBe(1);
  });

  it('forgets an answer that is overtaken, and goes on without the park', async () => {
    const answers: ((found: ReturnType<typeof finding>[]) => void)[] = [];
    const checks = makeChecks(() => new Promise((done) => answers.push(done)));
    checks.soon({ name: '1' });
    await vi.advanceTimersByTimeAsync(500);
    checks.soon({ name: '2' });
    await vi.advanceTimersByTimeAsync(500);
    answers[1]!([]);
    answers[0]!([finding('/fields/name')]);
    await vi.advanceTimersByTimeAsync(0);
    expect(checks.findings).toEqual([]);
    const silent = makeChecks(() => Promise.reject(new Error('away')));
    silent.soon({});
    await vi.advanceTimersByTimeAsync(500);
    expect(silent.busy).toBe(false);
    silent.stop();
  });
});

it('reads pointers', () => {
  expect([fieldOf('/fields/name'), fieldOf('/documents/licence'), paperOf('/documents/licence'), paperOf('')]).toEqual(['name', '', 'licence', '']);
});
