import '../../tiny-dom';

import { expect, it, vi } from 'vitest';

import { StaffLine } from '../../../src/guide/page/staff-line';

class Source extends EventTarget {
  readyState = 1;
  close(): void {
    this.readyState = 2;
  }
}

it('listens once to a talk, anew after it was refused, and to nobody after the end', () => {
  const made: Source[] = [], hear = vi.fn();
  const line = new StaffLine(hear, () => made[made.push(new Source()) - 1] as unknown as EventSource);
  line.open('');
  line.open('one');
  line.open('one');
  expect(made.length).toBe(1);
  made[0]!.dispatchEvent(new MessageEvent('say', { data: '{"t":"say"}' }));
  expect(hear).toHaveBeenCalledExactlyOnceWith({ t: 'say' });
  // Cut, the browser mends it; refused, it is asked for anew when staff are called again.
  made[0]!.dispatchEvent(new Event('error'));
  line.open('one');
  expect(made.length).toBe(1);
  made[0]!.readyState = 2;
  made[0]!.dispatchEvent(new Event('error'));
  line.open('one');
  expect(made.length).toBe(2);
  line.open('two');
  expect(made.map(({ readyState }) => readyState)).toEqual([2, 2, 1]);
  line.close();
  made[2]!.dispatchEvent(new MessageEvent('say', { data: '{"t":"say"}' }));
  expect(hear).toHaveBeenCalledOnce();
});
