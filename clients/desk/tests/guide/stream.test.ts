import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { listen, type Source } from '@/guide/stream';

class Line implements Source {
  onopen: ((event: Event) => unknown) | null = null;
  onerror: ((event: Event) => unknown) | null = null;
  readyState = 0;
  closed = false;
  readonly heard = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(name: string, fn: (event: MessageEvent<string>) => void): void {
    this.heard.set(name, fn);
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data: string): void {
    this.heard.get(name)?.(new MessageEvent(name, { data }));
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.(new Event('error'));
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hears events by name, and asks anew once a browser has given up', () => {
  const lines: Line[] = [];
  const told: unknown[] = [];
  const open = (): Line => lines[lines.push(new Line()) - 1]!;
  const stream = listen('/live', ['said'], { event: (name, data) => told.push([name, data]), line: (up) => told.push(up) }, open);
  lines[0]!.onopen?.(new Event('open'));
  lines[0]!.say('said', '{"a":1}');
  lines[0]!.say('said', 'not json');
  lines[0]!.say('other', '{}');
  lines[0]!.fail(0);
  vi.runAllTimers();
  expect(lines).toHaveLength(1);
  lines[0]!.fail(2);
  vi.runAllTimers();
  expect(lines).toHaveLength(2);
  expect(told).toEqual([true, ['said', { a: 1 }], ['said', null], false, false]);
  lines[1]!.fail(2);
  stream.close();
  vi.runAllTimers();
  expect([lines.length, lines[1]!.closed]).toEqual([2, true]);
});
