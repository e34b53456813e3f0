import { expect, test, vi } from 'vitest';

import type { Connection } from '../src/net/connection';
import { WireError } from '../src/net/requests';
import { Travel } from '../src/travel';
import type { Point2 } from '../src/world/scene';
import { createViewer, SEATED_EYE, STANDING_EYE, type Vec3 } from '../src/world/viewer';
import { World } from '../src/world/world';
import { hall, joined, node } from './make';

const block: Point2[] = [[-1, -1], [1, -1], [1, 1], [-1, 1]];

function party(answers: Partial<Record<'join' | 'path' | 'sit', unknown>> = {}) {
  const world = new World();
  const viewer = createViewer();
  const answer = (name: keyof typeof answers) => vi.fn(() =>
    answers[name] instanceof Error ? Promise.reject(answers[name]) : Promise.resolve(answers[name] ?? null));
  const connection = { join: answer('join'), path: answer('path'), sit: answer('sit') };
  const host = {
    world, viewer, connection: connection as unknown as Connection,
    marker: vi.fn<(point: Vec3 | null) => void>(), fade: vi.fn<(on: boolean) => void>(),
    seen: () => Promise.resolve(), failed: vi.fn<(error: unknown) => void>(), noWay: vi.fn<() => void>(),
  };
  const travel = new Travel(host);
  const floor = { id: 'floor', y: 0, polygon: [[-10, -10], [10, -10], [10, 10], [-10, 10]] as Point2[], holes: [block] };
  const nodes = { seat: node({ kind: 'seat', translation: [5, 0.1, 5], rotation: [0, 1, 0, 0] }) };
  const scene = { hall: hall({ walk: { areas: [floor] } }), nodes };
  const message = joined({ scene: scene as unknown as Record<string, unknown>, position: [-5, 0, 0], yaw: 1 });
  world.apply(message);
  travel.arrive(message, true);
  return { ...host, travel, connection, message };
}

function run(travel: Travel, seconds: number): void {
  for (let t = 0; t < seconds; t += 1 / 60) travel.update(1 / 60, true);
}

test('one arrives where the server says', () => {
  const { viewer } = party();
  expect(viewer).toMatchObject({ hall: 'hall', feet: [-5, 0, 0], yaw: 1, jumps: 1 });
});

test('coming back after a cut, one stays where one was', () => {
  const { viewer, travel, message } = party();
  viewer.feet = [-4, 0, 3];
  travel.arrive(message, false);
  expect(viewer.feet).toEqual([-4, 0, 3]);
  expect(viewer.jumps).toBe(2);
});

test('a clear way is walked without asking', async () => {
  const { viewer, travel, connection, marker } = party();
  await travel.goTo([-5, 0, 5]);
  run(travel, 5);
  expect(connection.path).not.toHaveBeenCalled();
  expect(viewer.feet[2]).toBeCloseTo(5, 0);
  expect(marker).toHaveBeenLastCalledWith(null);
});

test('around a corner the server is asked', async () => {
  const { viewer, travel, connection } = party({ path: [[-5, 0, 0], [-1.2, 0, 1.2], [5, 0, 0]] });
  await travel.goTo([5, 0, 0]);
  run(travel, 9);
  expect(connection.path).toHaveBeenCalledOnce();
  expect(viewer.feet[0]).toBeCloseTo(5, 0);
});

test('where there is no way one is told', async () => {
  const { travel, noWay, marker } = party();
  await travel.goTo([5, 0, 0]);
  expect(noWay).toHaveBeenCalledOnce();
  expect(marker).toHaveBeenLastCalledWith(null);
});

test('a seat is taken facing as it does, and left by walking', async () => {
  const { viewer, travel, connection } = party();
  await travel.sit('seat');
  expect(viewer).toMatchObject({ seated: true, eye: SEATED_EYE });
  expect(Math.abs(viewer.yaw)).toBeCloseTo(Math.PI);
  travel.walker.wish.forward = 1;
  travel.update(1 / 60, true);
  expect(viewer).toMatchObject({ seated: false, eye: STANDING_EYE });
  expect(connection.sit).toHaveBeenLastCalledWith(null);
});

test('a seat that is taken stays empty of us', async () => {
  const { viewer, travel, failed } = party({ sit: new WireError('seat_taken', '有人') });
  await travel.sit('seat');
  expect(viewer.seated).toBe(false);
  expect(failed).toHaveBeenCalledOnce();
});

test('a hall that refuses is faded out of again', async () => {
  const { travel, fade, failed } = party({ join: new WireError('hall_closed', '未开放') });
  expect(await travel.enter('next')).toBe(false);
  expect(fade.mock.calls).toEqual([[true], [false]]);
  expect(failed).toHaveBeenCalledOnce();
});

test('a hall without a drawn floor is open everywhere', () => {
  const { world, travel } = party();
  world.apply(joined({ scene: { hall: hall({ walk: { areas: [] } }), nodes: {} } as unknown as Record<string, unknown> }));
  expect(travel.land([400, 0, 400])).toEqual([400, 0, 400]);
});

/** A server that takes its time over a way. */
function slowWay() {
  const all = party();
  let answer: (way: Vec3[] | null) => void = () => undefined;
  all.connection.path.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const asked = all.travel.goTo([5, 0, 0]);
  const arrive = async (way: Vec3[] | null = [[5, 0, 0]]): Promise<void> => {
    answer(way);
    await asked;
  };
  return { ...all, arrive };
}

test.each<[string, (travel: Travel) => unknown]>([
  ['has jumped elsewhere', (travel) => travel.jump([-5, 0, -5], 0)],
  ['has taken a seat', (travel) => travel.sit('seat')],
  ['walks by themselves', (travel) => {
    travel.walker.wish.forward = 1;
    travel.update(1 / 60, true);
    travel.walker.wish.forward = 0;
  }],
])('a way that comes after one %s is not walked, nor complained about', async (_, act) => {
  const { travel, viewer, arrive, noWay } = slowWay();
  await act(travel);
  run(travel, 1);
  const there = [...viewer.feet];
  await arrive();
  run(travel, 2);
  expect(viewer.feet).toEqual(there);
  await arrive(null);
  expect(noWay).not.toHaveBeenCalled();
});

test('the last of several wishes counts', async () => {
  const { travel, viewer, arrive } = slowWay();
  await travel.goTo([-5, 0, 4]);
  await arrive();
  run(travel, 4);
  expect(viewer.feet[2]).toBeCloseTo(4, 0);
});

test('keys take over from a click, and its mark goes', async () => {
  const { travel, marker } = party();
  await travel.goTo([-5, 0, 5]);
  run(travel, 0.2);
  travel.walker.wish.right = 1;
  run(travel, 0.2);
  expect(marker).toHaveBeenLastCalledWith(null);
});

test('entering a hall twice at once is entering once', async () => {
  const { travel, connection } = party();
  const both = await Promise.all([travel.enter('next'), travel.enter('next')]);
  expect(both).toEqual([true, false]);
  expect(connection.join).toHaveBeenCalledOnce();
});

test('an arrival stands one up, with nowhere left to walk to', async () => {
  const { travel, viewer, message } = party();
  await travel.sit('seat');
  await travel.goTo([-5, 0, 5]);
  travel.arrive({ ...message, hall: 'next', position: [1, 0, 2], yaw: 0.5 }, true);
  expect(viewer).toMatchObject({ hall: 'next', seated: false, eye: STANDING_EYE, feet: [1, 0, 2], yaw: 0.5 });
  expect(travel.walker.walking).toBe(false);
});

test('a jump beside the floor lands on it', () => {
  const { travel, viewer } = party();
  travel.jump([0, 0, 0], 1, 0.2);
  expect(travel.ground!.height(viewer.feet[0], viewer.feet[2], 0)).toBe(0);
  expect(viewer).toMatchObject({ yaw: 1, pitch: 0.2 });
});

test('from a viewpoint in the air the eyes look alone, and come down to whoever walks', () => {
  const { viewer, travel } = party();
  travel.view({ name: { zh: '鸟瞰', en: 'From the air' }, position: [5, 40, 5], yaw: 0, pitch: -0.4 });
  expect(viewer.feet).toEqual([5, 0, 5]);
  expect(viewer.eye).toBeCloseTo(40);
  run(travel, 1);
  expect(viewer.eye).toBeCloseTo(40);
  travel.walker.wish.forward = 1;
  run(travel, 6);
  expect(viewer.eye).toBe(STANDING_EYE);
});

test('from a viewpoint at eye height one simply stands there', () => {
  const { viewer, travel } = party();
  travel.view({ name: { zh: '门口', en: 'Door' }, position: [5, 1.65, 5], yaw: 1, pitch: 0 });
  expect(viewer).toMatchObject({ feet: [5, 0, 5], eye: STANDING_EYE, yaw: 1 });
});
