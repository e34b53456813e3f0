import { Box3, type LineSegments, Matrix4, Scene, Vector3 } from 'three';
import { beforeEach, expect, test, vi } from 'vitest';

import type { Marked } from '../../src/workshop/api';
import type { Bodies } from '../../src/workshop/bodies';
import { Frames } from '../../src/workshop/frames';

const tags = vi.hoisted(() => ({ made: 0, gone: 0, at: [] as number[][] }));
vi.mock('../../src/workshop/nametag', () => ({
  NameTag: class {
    constructor() {
      tags.made += 1;
    }

    show(): void {}

    stand(at: Vector3): void {
      tags.at.push(at.toArray());
    }

    dispose(): void {
      tags.gone += 1;
    }
  },
}));

/** A cube of a metre at x = 2, below a parent at x = 10. */
function setUp() {
  const scene = new Scene();
  const parent = new Matrix4().makeTranslation(10, 0, 0);
  const matrix = parent.clone().multiply(new Matrix4().makeTranslation(2, 0, 0));
  const unit = (out: Box3): Box3 => out.set(new Vector3(-0.5, 0, -0.5), new Vector3(0.5, 1, 0.5));
  const bodies = {
    matrix: () => matrix, parentMatrix: () => parent, own: (_: string, out: Box3) => unit(out),
    box: (_: string, out: Box3) => unit(out).applyMatrix4(matrix),
  } as unknown as Bodies;
  const frames = new Frames(scene, bodies);
  const draw = (times: number): number[] => {
    for (let n = 0; n < times; n += 1) frames.update(new Vector3(0, 2, 10), 0.001);
    return new Vector3().setFromMatrixPosition((scene.children[0] as LineSegments).matrix).toArray();
  };
  return { scene, frames, draw };
}

const held = (x: number): Marked[] =>
  [{ name: 'Ann', colour: '#ff0000', nodes: ['a'], moving: { a: { translation: [x, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] } } }];

beforeEach(() => void Object.assign(tags, { made: 0, gone: 0, at: [] }));

test('a colleague’s box stands where the node stands', () => {
  const { frames, draw } = setUp();
  frames.mark([{ name: 'Ann', colour: '#ff0000', nodes: ['a'] }]);
  expect(draw(1)[0]).toBeCloseTo(12);
});

test('while they hold it, box and name glide to where they hold it', () => {
  const { frames, draw } = setUp();
  frames.mark(held(5));
  const first = draw(1)[0]!;
  expect(first).toBeGreaterThan(12);
  expect(first).toBeLessThan(15);
  expect(draw(60)[0]).toBeCloseTo(15, 3);
  expect(tags.at.at(-1)![0]).toBeCloseTo(15, 3);
});

test('each step keeps the box and the name that are there', () => {
  const { scene, frames, draw } = setUp();
  frames.mark(held(5));
  const [box] = scene.children;
  frames.mark(held(6));
  expect([scene.children[0] === box, tags.made, tags.gone]).toEqual([true, 1, 0]);
  expect(draw(60)[0]).toBeCloseTo(16, 3);
});

test('let go, the box is back at the node', () => {
  const { frames, draw } = setUp();
  frames.mark(held(5));
  draw(60);
  frames.mark([{ name: 'Ann', colour: '#ff0000', nodes: ['a'], moving: {} }]);
  expect(draw(1)[0]).toBeCloseTo(12);
});
