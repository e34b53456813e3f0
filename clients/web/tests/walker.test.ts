import { expect, test, vi } from 'vitest';

import { WalkGround } from '../src/walk';
import { Walker } from '../src/walker';
import { createViewer } from '../src/world/viewer';
import { hall } from './make';

const ground = new WalkGround(hall().walk);

function walker(): { walker: Walker; viewer: ReturnType<typeof createViewer> } {
  const viewer = createViewer();
  return { viewer, walker: new Walker(viewer, () => ground) };
}

function run(target: Walker, seconds: number): void {
  for (let t = 0; t < seconds; t += 1 / 60) target.update(1 / 60, true);
}

test('forward is where one looks', () => {
  const { walker: feet, viewer } = walker();
  viewer.yaw = Math.PI / 2;
  feet.wish.forward = 1;
  run(feet, 1);
  expect(viewer.feet[0]).toBeLessThan(-3);
  expect(viewer.feet[2]).toBeCloseTo(0);
});

test('a way is walked corner by corner, and its end is told once', () => {
  const { walker: feet, viewer } = walker();
  const arrived = vi.fn();
  feet.go([[3, 0, 0], [3, 0, -4]], arrived);
  run(feet, 6);
  expect(viewer.feet[0]).toBeCloseTo(3, 0);
  expect(viewer.feet[2]).toBeCloseTo(-4, 0);
  expect(arrived).toHaveBeenCalledOnce();
});

test('a key takes over from a way', () => {
  const { walker: feet } = walker();
  const arrived = vi.fn();
  feet.go([[9, 0, 0]], arrived);
  run(feet, 0.2);
  feet.wish.right = 1;
  run(feet, 0.1);
  expect(feet.walking).toBe(false);
  expect(arrived).not.toHaveBeenCalled();
});

test('one who lets go comes to rest', () => {
  const { walker: feet, viewer } = walker();
  feet.wish.forward = 1;
  run(feet, 0.5);
  feet.wish.forward = 0;
  run(feet, 1);
  const rest = [...viewer.feet];
  run(feet, 0.5);
  expect(viewer.feet).toEqual(rest);
});
