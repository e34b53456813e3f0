import { BufferGeometry, Color, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { distant, EYES, eyes, head, headset, NECK, seated, standing } from '../../../src/stage/people/figure';
import { hand } from '../../../src/stage/people/hand';
import { addEllipsoid, addLimb, addTurned, emptySolid, type Solid, toGeometry } from '../../../src/stage/people/solid';

const WHITE = new Color(1, 1, 1), RED = new Color(1, 0, 0);

function box(geometry: BufferGeometry): { min: number[]; max: number[] } {
  geometry.computeBoundingBox();
  return { min: geometry.boundingBox!.min.toArray(), max: geometry.boundingBox!.max.toArray() };
}

/** How much of the surface looks inward, seen from the middle of each solid; 0 for a convex one. */
function inward(geometry: BufferGeometry): number {
  const position = geometry.getAttribute('position'), index = geometry.index!;
  const centre = new Vector3(), at = new Vector3();
  for (let i = 0; i < position.count; i++) centre.add(at.fromBufferAttribute(position, i));
  centre.divideScalar(position.count);
  let wrong = 0, all = 0;
  for (let i = 0; i < index.count; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => new Vector3().fromBufferAttribute(position, index.getX(i + k))) as [Vector3, Vector3, Vector3];
    const normal = b.clone().sub(a).cross(c.clone().sub(a));
    all += normal.length();
    if (normal.dot(a.add(b).add(c).divideScalar(3).sub(centre)) < 0) wrong += normal.length();
  }
  return wrong / all;
}

/** Edges that do not have exactly one other side; corners in one place are one. */
function openEdges({ positions, indices }: Solid): number {
  const name = (corner: number): string => [0, 1, 2].map((k) => positions[corner * 3 + k]!.toFixed(6)).join();
  const seen = new Map<string, number>();
  for (let i = 0; i < indices.length; i += 3) {
    for (const [from, to] of [[0, 1], [1, 2], [2, 0]] as const) {
      const [a, b] = [name(indices[i + from]!), name(indices[i + to]!)];
      if (a !== b) seen.set(`${a} ${b}`, (seen.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  const back = (edge: string): string => edge.replace(/(\S+) (\S+)/, '$2 $1');
  return [...seen].filter(([edge, count]) => seen.get(back(edge)) !== count).length;
}

describe('small solids', () => {
  it('an ellipsoid is closed, faces outward and has the size asked for', () => {
    const solid = emptySolid();
    addEllipsoid(solid, [1, 2, 3], [0.5, 0.25, 1], 16, RED);
    expect(openEdges(solid)).toBe(0);
    const geometry = toGeometry(solid);
    expect(inward(geometry)).toBe(0);
    const { min, max } = box(geometry);
    expect(max[1]! - min[1]!).toBeCloseTo(0.5, 3);
    expect(max[2]! - min[2]!).toBeCloseTo(2, 1);
  });

  it('a turned solid is closed at both ends, wherever it stands', () => {
    const solid = emptySolid();
    addTurned(solid, [{ y: 0, x: 1, z: 1 }, { y: 1, x: 0.5, z: 2, shift: 0.3 }, { y: 2, x: 1, z: 1 }], 9, RED, [5, 0, 0]);
    expect(openEdges(solid)).toBe(0);
    expect(box(toGeometry(solid)).min[0]).toBeGreaterThan(3.9);
  });

  it.each<[number, number, number]>([[0, 1, 0], [0, -1, 0], [1, 0, 0], [0.3, 0.4, -0.8], [0, 0, 0]])('a limb towards %f %f %f has no hole of numbers', (x, y, z) => {
    const solid = emptySolid();
    addLimb(solid, [0, 0, 0], [x, y, z], 0.1, 0.05, 8, RED);
    expect(solid.positions.every(Number.isFinite)).toBe(true);
    const geometry = toGeometry(solid);
    expect([...geometry.getAttribute('normal').array].every(Number.isFinite)).toBe(true);
    if (Math.hypot(x, y, z)) expect(inward(geometry)).toBeLessThan(0.02);
  });

  it('white stands for the person\'s own colour, and nothing else does', () => {
    const solid = emptySolid();
    addEllipsoid(solid, [0, 0, 0], [1, 1, 1], 6, WHITE);
    const own = solid.tints.length;
    addEllipsoid(solid, [3, 0, 0], [1, 1, 1], 6, RED);
    expect(solid.tints.slice(0, own).every((tint) => tint === 1)).toBe(true);
    expect(solid.tints.slice(own).every((tint) => tint === 0)).toBe(true);
  });
});

const FIGURES: [string, () => BufferGeometry][] = [
  ['standing', () => standing(true)], ['standing without arms', () => standing(false)], ['seated', () => seated(true)],
  ['seated without arms', () => seated(false)], ['head', head], ['eyes', eyes], ['headset', headset], ['distant', distant],
  ['right hand', () => hand('right')], ['left hand', () => hand('left')],
];

describe.each(FIGURES)('%s', (name, make) => {
  const geometry = make();

  it('is made of numbers, with a colour and a tint for every corner', () => {
    const { count } = geometry.getAttribute('position');
    for (const key of ['position', 'normal', 'color', 'tint']) {
      const attribute = geometry.getAttribute(key);
      expect(attribute.count).toBe(count);
      expect([...attribute.array].every(Number.isFinite)).toBe(true);
    }
    expect(Math.max(...geometry.index!.array)).toBe(count - 1);
    for (const value of geometry.getAttribute('color').array) expect(value).toBeLessThanOrEqual(1);
  });

  it('is the same on the left and on the right, or a hand', () => {
    const { min, max } = box(geometry);
    if (name.endsWith('hand')) return;
    expect(min[0]! + max[0]!).toBeCloseTo(0, 2);
  });

  it('is light enough for a crowd', () => {
    expect(geometry.index!.count / 3).toBeLessThan(2600);
  });
});

describe('a person', () => {
  it('stands on the floor, as high as somebody whose eyes are at their height', () => {
    const { min, max } = box(standing(true));
    expect(min[1]).toBeGreaterThan(-0.02);
    expect(min[1]).toBeLessThan(0.03);
    expect(max[1]).toBeGreaterThan(NECK);
    expect(max[1]).toBeLessThan(EYES);
  });

  it('has eyes in the front of a head that surrounds them', () => {
    const [face, looks] = [box(head()), box(eyes())];
    expect(looks.min[2]).toBeLessThan(0);
    expect(face.min[0]).toBeLessThan(looks.min[0]!);
    expect(face.max[1]).toBeGreaterThan(looks.max[1]!);
    expect(face.max[2]).toBeGreaterThan(0.1);
  });

  it('keeps its size from afar', () => {
    const [near, far] = [box(standing(true)), box(distant())];
    expect(Math.abs(near.max[0]! - far.max[0]!)).toBeLessThan(0.06);
    expect(far.max[1]).toBeGreaterThan(EYES);
    expect(far.max[1]).toBeLessThan(1.95);
  });
});

describe('hands', () => {
  it('mirror each other, fists as well', () => {
    const [left, right] = [hand('left'), hand('right')];
    for (const name of ['position', 'fist']) {
      const [a, b] = [left.getAttribute(name), right.getAttribute(name)];
      for (let i = 0; i < a.count; i++) {
        expect(a.getX(i)).toBeCloseTo(-b.getX(i), 6);
        expect(a.getY(i)).toBeCloseTo(b.getY(i), 6);
      }
    }
    expect(inward(left)).toBeCloseTo(inward(right), 5);
  });

  it('close: fingers of a fist reach less far than those of an open hand', () => {
    const right = hand('right');
    const reach = (name: string): number => {
      const attribute = right.getAttribute(name);
      return -Math.min(...Array.from({ length: attribute.count }, (__, i) => attribute.getZ(i)));
    };
    expect(reach('fist')).toBeLessThan(reach('position') - 0.04);
  });
});
