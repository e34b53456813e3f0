import { describe, expect, it } from 'vitest';

import { PoseBook } from '../../src/world/poses';
import { pose } from '../make';

const heard = (time: number, ...ids: number[]) => ({
  total: ids.length, time, records: ids.map((id) => ({ id, pose: pose([id, 1.6, 0]) })),
});

describe('the book of poses', () => {
  it('knows whom it has heard of, and leaves oneself out', () => {
    const book = new PoseBook();
    book.push(heard(0, 1, 2, 7), 10, 7);
    expect([...book.ids()]).toEqual([1, 2]);
    expect(book.sample(7, 100)).toBeUndefined();
    expect(book.sample(99, 100)).toBeUndefined();
  });

  it('keeps showing those who were not in the last frames: they stand still', () => {
    const book = new PoseBook();
    book.push(heard(0, 1, 2), 10, null);
    for (let i = 1; i < 100; i++) book.push(heard(i * 50, 1), 10 + i * 50, null);
    expect(book.sample(2, 5000)!.head.position[0]).toBeCloseTo(2);
    expect(book.sample(2, 5000)!.speed).toBeCloseTo(0);
  });

  it('forgets one, or all who are not among those told', () => {
    const book = new PoseBook();
    book.push(heard(0, 1, 2, 3), 10, null);
    book.forget(2);
    book.keep(new Set([3, 9]));
    expect([...book.ids()]).toEqual([3]);
  });

  it('one who comes again under an old id does not glide from where another stood', () => {
    const book = new PoseBook();
    book.push(heard(0, 1), 10, null);
    book.forget(1);
    book.push({ total: 1, time: 50, records: [{ id: 1, pose: pose([40, 1.6, 0]) }] }, 60, null);
    for (let now = 60; now < 600; now += 16) expect(book.sample(1, now)!.head.position[0]).toBeCloseTo(40);
  });

  it('begins anew in another hall, whose clock may run earlier', () => {
    const book = new PoseBook();
    for (let i = 0; i < 20; i++) book.push(heard(1e6 + i * 50, 1), i * 50, null);
    book.clear();
    expect([...book.ids()]).toEqual([]);
    for (let i = 0; i < 40; i++) {
      const walker = { id: 1, pose: pose([i * 0.1, 1.6, 0]) };
      book.push({ total: 1, time: 100 + i * 50, records: [walker] }, 1000 + i * 50, null);
      book.sample(1, 1000 + i * 50);
    }
    expect(book.sample(1, 3000)!.head.position[0]).toBeGreaterThan(3);
  });
});
