import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { createFrame } from '../../src/stage/frame';
import type { Shown } from '../../src/stage/people/people';
import { HIGH } from '../../src/stage/quality';
import { emOf, namePlates } from '../../src/text3d/plates';

const frame = createFrame(HIGH);

function person(id: number, distance: number, change: Partial<Shown> = {}): Shown {
  return { id, name: `客${id}`, role: 'visitor', talking: false, officer: '', top: new Vector3(0, 2, -distance), distance, presence: 1, ...change };
}

describe('name plates', () => {
  it('hang over the nearest thirty, nobody far away', () => {
    const crowd = Array.from({ length: 80 }, (_, at) => person(at, 1 + ((at * 7) % 40)));
    const plates = namePlates(crowd, frame);
    expect(plates).toHaveLength(30);
    expect(Math.max(...plates.map(({ place }) => -place.z))).toBeLessThan(20);
    expect(namePlates([person(1, 40)], frame)).toEqual([]);
  });

  it('wait for a name, and for the person to be there', () => {
    expect(namePlates([person(1, 3, { name: '' }), person(2, 3, { presence: 0.1 })], frame)).toEqual([]);
  });

  it('say what somebody is, in the reader\'s language', () => {
    const staff = [person(1, 3, { role: 'operator' }), person(2, 3)];
    expect(namePlates(staff, frame).map(({ text }) => text)).toEqual(['客1 · 园区管理员', '客2']);
    expect(namePlates(staff, { ...frame, lang: 'en' })[0]!.text).toBe('客1 · Park staff');
  });

  it('fade with distance and grow so that they can be read', () => {
    const [near, far] = namePlates([person(1, 3), person(2, 29)], frame);
    expect(near!.presence).toBe(1);
    expect(far!.presence).toBeLessThan(1);
    expect(emOf(far!, frame.eye)).toBeGreaterThan(emOf(near!, frame.eye));
  });
});
