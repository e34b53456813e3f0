import { beforeEach, describe, expect, it, vi } from 'vitest';

import { makePins } from '@/registry/pins';

const ORDER = ['/fields/name', '/fields/capital', '/documents/licence'];
const order = (pointer: string): number => ORDER.indexOf(pointer);

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) });
});

describe('pins', () => {
  it('are one list in the order of the form, without those that say nothing', () => {
    const pins = makePins('e_1', order);
    pins.put('/documents/licence', '看不清 ');
    pins.put('/fields/capital', '  ');
    pins.put('/fields/name', '缺少“有限公司”');
    expect(pins.list.value).toEqual([{ pointer: '/fields/name', text: '缺少“有限公司”' }, { pointer: '/documents/licence', text: '看不清' }]);
    pins.take('/fields/name');
    expect([pins.find('/fields/name'), pins.list.value.length]).toEqual([undefined, 1]);
  });

  it('are written over, and no longer than they may be', () => {
    const pins = makePins('e_1', order);
    pins.put('/fields/name', 'x');
    pins.put('/fields/name', 'y'.repeat(600));
    expect([pins.pins.length, pins.find('/fields/name')?.text.length]).toEqual([1, 500]);
  });

  it('wait on this device until they are sent', () => {
    makePins('e_1', order).put('/fields/name', 'x');
    expect(makePins('e_1', order).list.value).toEqual([{ pointer: '/fields/name', text: 'x' }]);
    expect(makePins('e_2', order).list.value).toEqual([]);
    makePins('e_1', order).clear();
    expect(makePins('e_1', order).pins).toEqual([]);
  });

  it.each(['', '{}', '[1, {"pointer": 2}]', '[{'])('make nothing of %s', (text) => {
    store.set('lingjing.desk.pins.e_1', text);
    expect(makePins('e_1', order).pins).toEqual([]);
  });
});
