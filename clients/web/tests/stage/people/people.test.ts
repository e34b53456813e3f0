import { InstancedMesh, Ray, Scene, Vector3 } from 'three';
import { beforeEach, describe, expect, it } from 'vitest';

import { createFrame } from '../../../src/stage/frame';
import { People } from '../../../src/stage/people/people';
import { HIGH } from '../../../src/stage/quality';
import { createAtmosphere } from '../../../src/stage/sky/atmosphere';
import type { BodyPose } from '../../../src/world/pose-codec';
import { World } from '../../../src/world/world';
import { joined, pose } from '../../make';

let world: World, scene: Scene, people: People, clock: number;

beforeEach(() => {
  world = new World();
  world.apply(joined());
  scene = new Scene();
  people = new People(scene, world, createAtmosphere());
  clock = 1000;
});

function come(id: number, body: BodyPose, figure: 'plain' | 'headset' = 'plain'): void {
  world.apply({ t: 'people', here: [{ id, name: `n${id}`, role: 'visitor', body: { color: '#ff0000', figure }, seat: null, account: false, muted: false }], total: 2 });
  world.poses.push({ total: 2, time: clock, records: [{ id, pose: body }] }, clock, world.me);
}

function watch(seconds: number): void {
  for (let t = 0; t < seconds; t += 0.05) {
    clock += 50;
    people.update({ ...createFrame(HIGH), eye: new Vector3(0, 1.6, 5), dt: 0.05, now: clock }, world.hall!.walk.areas);
  }
}

const calls = (): number => scene.children.filter((child) => child.visible).length;
const drawn = (): number => scene.children.reduce((sum, child) => sum + (child instanceof InstancedMesh && child.visible ? child.count : 0), 0);

describe('other people', () => {
  it('cost nothing while nobody is there', () => {
    watch(0.2);
    expect(scene.children).toEqual([]);
  });

  it('are drawn in as many calls for forty as for four', () => {
    for (let id = 10; id < 14; id++) come(id, pose([id - 12, 1.6, 0]));
    watch(1);
    const few = calls();
    for (let id = 14; id < 50; id++) come(id, pose([(id % 8) - 4, 1.6, -(id % 5)]));
    watch(1);
    expect(calls()).toBe(few);
  });

  it('have hands only when those are tracked, and a headset when they wear one', () => {
    come(10, pose([0, 1.6, 0]));
    watch(1);
    expect(drawn()).toBe(4); // body, head, eyes, shadow
    come(11, { ...pose([1, 1.6, 0]), full: true, left: { position: [0.8, 1.1, -0.3], rotation: [0, 0, 0, 1] } }, 'headset');
    watch(1);
    expect(drawn()).toBe(4 + 5); // body without arms, head, headset, left hand, shadow
  });

  it('go by shrinking away, then are forgotten', () => {
    come(10, pose([0, 1.6, 0]));
    watch(1);
    world.apply({ t: 'gone', ids: [10], total: 1 });
    watch(0.1);
    expect(people.visible).toHaveLength(1);
    expect(people.visible[0]!.presence).toBeLessThan(1);
    watch(2);
    expect(people.visible).toHaveLength(0);
    expect(drawn()).toBe(0);
  });

  it('can be pointed at', () => {
    come(10, pose([0, 1.6, 0]));
    watch(1);
    const hit = people.pick(new Ray(new Vector3(0, 1.2, 5), new Vector3(0, 0, -1)));
    expect(hit?.id).toBe(10);
    expect(people.pick(new Ray(new Vector3(3, 1.2, 5), new Vector3(0, 0, -1)))).toBeNull();
  });

  it('find room however many they become', () => {
    for (let id = 10; id < 110; id++) come(id, pose([(id % 10) - 5, 1.6, -(id % 7)]));
    watch(1);
    expect(people.visible).toHaveLength(100);
    expect(drawn()).toBeGreaterThanOrEqual(200);
  });
});
