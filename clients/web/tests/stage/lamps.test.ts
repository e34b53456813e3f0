import { Object3D, PointLight, Scene, SpotLight, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';

import { createFrame } from '../../src/stage/frame';
import { type LampPlace, Lamps } from '../../src/stage/lamps';
import { HIGH } from '../../src/stage/quality';

function lamp(x: number, type: 'spot' | 'point' = 'spot'): LampPlace {
  const object = new Object3D();
  object.position.set(x, 3, 0);
  object.updateMatrixWorld();
  return { object, light: { type, color: [1, 1, 1], intensity: 10, range: 8 } };
}

function lit(scene: Scene): number[] {
  return scene.children
    .filter((child): child is SpotLight | PointLight => child instanceof SpotLight || child instanceof PointLight)
    .filter(({ intensity }) => intensity > 1).map(({ position }) => position.x).sort((a, b) => a - b);
}

function watch(lamps: Lamps, eye: Vector3, seconds: number): void {
  for (let t = 0; t < seconds; t += 0.05) lamps.update({ ...createFrame(HIGH), eye, dt: 0.05 });
}

describe('lamps', () => {
  it('burn nearest to the eye, never more than the limit', () => {
    const scene = new Scene(), lamps = new Lamps(scene);
    lamps.setPlaces([0, 5, 10, 15, 20].map((x) => lamp(x)), 2);
    watch(lamps, new Vector3(1, 1.6, 0), 2);
    expect(lit(scene)).toEqual([0, 5]);
  });

  it('change places by going dark first', () => {
    const scene = new Scene(), lamps = new Lamps(scene);
    lamps.setPlaces([lamp(0), lamp(40)], 1);
    watch(lamps, new Vector3(0, 1.6, 0), 2);
    watch(lamps, new Vector3(40, 1.6, 0), 0.15);
    expect(lit(scene)).toEqual([0]);
    watch(lamps, new Vector3(40, 1.6, 0), 3);
    expect(lit(scene)).toEqual([40]);
  });

  it('keep their number while a hall is visited, so that nothing is compiled anew', () => {
    const scene = new Scene(), lamps = new Lamps(scene);
    lamps.setPlaces([lamp(0), lamp(5), lamp(9, 'point')], 3);
    const before = [...scene.children];
    lamps.setPlaces([lamp(1), lamp(6), lamp(8, 'point')], 3);
    expect(scene.children).toEqual(before);
    lamps.dispose();
    expect(scene.children).toEqual([]);
  });
});
