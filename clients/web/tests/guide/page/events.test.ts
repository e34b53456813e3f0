import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EventCutter, eventsOf } from '../../../src/guide/page/events';

const written = (values: readonly unknown[], end: string): string => values.map((value) => `data: ${JSON.stringify(value)}${end}${end}`).join('');

describe('events of an answer', () => {
  it('are whole however the stream is cut, and whichever ends its lines have', () => fc.assert(fc.property(
    fc.array(fc.jsonValue(), { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
    (values, end, cuts) => {
      const cutter = new EventCutter(), heard: string[] = [];
      let text = written(values, end);
      for (let at = 0; text; at += 1) {
        heard.push(...cutter.feed(text.slice(0, cuts[at % cuts.length])));
        text = text.slice(cuts[at % cuts.length]);
      }
      heard.push(...cutter.feed('\n'));
      expect(heard.map((data) => JSON.parse(data) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
    })));

  it('comments and names are passed over, lines of data joined', () => {
    expect(new EventCutter().feed(': keep\n\nevent: say\nid: 3\ndata: {"a":\ndata: 1}\n\n')).toEqual(['{"a":\n1}']);
  });

  it('come as the body does, letters cut in halves too', async () => {
    const bytes = new TextEncoder().encode(written([{ text: '二号楼' }, { n: 1 }], '\n'));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 5) controller.enqueue(bytes.subarray(at, at + 5));
        controller.close();
      },
    });
    const heard: unknown[] = [];
    for await (const event of eventsOf(new Response(body))) heard.push(event);
    expect(heard).toEqual([{ text: '二号楼' }, { n: 1 }]);
  });

  it('come all at once where the browser has no streams', async () => {
    const answer = { body: null, text: () => Promise.resolve(written([1, 2], '\n')) } as unknown as Response;
    const heard: unknown[] = [];
    for await (const event of eventsOf(answer)) heard.push(event);
    expect(heard).toEqual([1, 2]);
  });
});
