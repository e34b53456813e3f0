import { page } from './tiny-dom';

import { describe, expect, it, vi } from 'vitest';

import { Encounter, type EncounterHost } from '../src/encounter';
import { setLang } from '../src/i18n';
import type { Pick } from '../src/stage-api';
import type { SceneNode } from '../src/world/scene';
import { createViewer, type Vec3 } from '../src/world/viewer';
import { World } from '../src/world/world';
import { guideHere } from './guide/samples';
import { hall, joined, node } from './make';

const NODES: Record<string, SceneNode> = {
  plinth: node({ kind: 'plinth' }),
  gearbox: node({ kind: 'exhibit', parent: 'plinth', name: { zh: '减速器', en: 'Gearbox' } }),
  bare: node({ kind: 'plinth' }),
  door: node({ kind: 'portal', portal: { hall: 'next', spawn: 'in' } }),
  frame: node({ parent: 'door' }),
  chair: node({ kind: 'seat' }),
  wall: node({ kind: 'model' }),
};

function meeting(nodes = NODES) {
  const world = new World();
  const person = { id: 8, name: '王', role: 'visitor', body: { color: '#123456', figure: 'plain' as const }, seat: null, account: false, muted: false };
  world.apply(joined({ scene: { hall: hall(), nodes } as unknown as Record<string, unknown>, people: [person] }));
  const travel = {
    pass: vi.fn(), sit: vi.fn(), goTo: vi.fn(), seatNear: vi.fn((): string | null => null),
    land: vi.fn((point: Vec3): Vec3 | null => (Math.abs(point[0]) < 10 ? point : null)),
  };
  const edits: unknown[] = [];
  const edit = vi.fn((_: string, [op]: unknown[]) => {
    edits.push(op);
    return Promise.resolve(1);
  });
  const host = {
    world, viewer: createViewer(), travel, connection: { edit, serverNow: () => 100 },
    hallName: (id: string) => `hall ${id}`, select: vi.fn(), guide: vi.fn(), failed: vi.fn(),
  };
  return { ...host, edits, encounter: new Encounter(host as unknown as EncounterHost) };
}

const at = (found: string | null, change: Partial<Pick> = {}): Pick =>
  ({ node: found, part: null, person: null, point: [1, 0, 1], distance: 3, ...change });

describe('a click', () => {
  it.each([['gearbox', 'gearbox'], ['plinth', 'gearbox']])('on %s opens the card of %s', (hit, opened) => {
    const { encounter, select } = meeting();
    encounter.use(at(hit));
    expect(select).toHaveBeenCalledExactlyOnceWith(opened, null);
  });

  it('on a guide opens a talk with it, also where a seat is near', () => {
    const { encounter, world, guide, travel } = meeting();
    world.apply({ t: 'guides', guides: [guideHere()] });
    travel.seatNear.mockReturnValue('chair');
    const pick = at(null, { person: 40 });
    encounter.use(pick);
    expect(guide).toHaveBeenCalledExactlyOnceWith('guide-hall');
    expect([encounter.describe(pick), encounter.answers(pick), encounter.answers(at(null, { person: 8 }))]).toEqual(['小境', true, false]);
  });

  it('on a part of what is apart opens the card at that part', () => {
    const { encounter, select, world } = meeting();
    const part = { zh: '齿圈', en: 'Ring gear' };
    encounter.use(at('gearbox', { part }));
    world.shared.set('/nodes/gearbox/explode', 0.8);
    encounter.use(at('gearbox', { part }));
    expect(select.mock.calls).toEqual([['gearbox', null], ['gearbox', part]]);
  });

  it.each(['door', 'frame'])('on %s leads through the doorway', (hit) => {
    const { encounter, travel } = meeting();
    encounter.use(at(hit));
    expect(travel.pass.mock.calls[0]![0]).toMatchObject({ hall: 'next', spawn: 'in' });
  });

  it('on a seat, or near one on bare floor, sits down', () => {
    const { encounter, travel } = meeting();
    encounter.use(at('chair'));
    travel.seatNear.mockReturnValue('chair');
    encounter.use(at(null));
    expect(travel.sit.mock.calls).toEqual([['chair'], ['chair']]);
  });

  it('on the floor walks there, on a wall to its foot, on a wall far from any floor nowhere', () => {
    const { encounter, travel } = meeting();
    encounter.use(at(null, { point: [2, 0, 2] }));
    expect(travel.goTo).toHaveBeenLastCalledWith([2, 0, 2]);
    travel.land.mockReturnValueOnce(null).mockReturnValueOnce([3, 0, 3]);
    encounter.use(at('wall', { point: [3.2, 2.5, 3] }));
    expect(travel.goTo).toHaveBeenLastCalledWith([3, 0, 3]);
    encounter.use(at('wall', { point: [90, 2, 0] }));
    expect(travel.goTo).toHaveBeenCalledTimes(2);
  });

  it('on a person, on the sky, or on the floor in a headset does nothing', () => {
    const { encounter, travel, select } = meeting();
    encounter.use(at(null, { person: 8 }));
    encounter.use(null);
    encounter.use(at(null), false);
    for (const done of [travel.goTo, travel.sit, travel.pass, select]) expect(done).not.toHaveBeenCalled();
  });

  it('on an empty plinth walks there', () => {
    const { encounter, travel, select } = meeting();
    encounter.use(at('bare'));
    expect(select).not.toHaveBeenCalled();
    expect(travel.goTo).toHaveBeenCalledOnce();
  });
});

describe('what lies under the pointer', () => {
  it.each([
    [at('gearbox'), '减速器', 'Gearbox'],
    [at('gearbox', { part: { zh: '齿圈', en: 'Ring gear' } }), '减速器 · 齿圈', 'Gearbox · Ring gear'],
    [at('door'), '进入hall next', 'Enter hall next'],
    [at('chair'), '坐下', 'Sit down'],
    [at(null, { person: 8 }), '王', '王'],
    [at(null, { person: 99 }), null, null],
    [at('wall'), null, null],
    [null, null, null],
  ])('%o is named', (pick, zh, en) => {
    const { encounter } = meeting();
    const squeeze = (text: string | null): string | null => text?.replace(/\s+/g, '').toLowerCase() ?? null;
    setLang('zh-CN');
    expect(squeeze(encounter.describe(pick))).toBe(squeeze(zh));
    setLang('en');
    expect(squeeze(encounter.describe(pick))).toBe(squeeze(en));
    expect(page.documentElement.lang).toBe('en');
  });
});

describe('a board', () => {
  const film = { asset: 'f', mime: 'video/mp4' as const, duration: 60, width: 16, height: 9 };
  const pages = ['a', 'b'].map((asset) => ({ asset, width: 16, height: 9 }));
  const media = { id: 'm', title: { zh: '规划', en: 'Plan' } };
  const boards = (shown: number): Record<string, SceneNode> => ({
    plan: node({ kind: 'board', page: shown, board: { width: 2, height: 1, media: { ...media, kind: 'document', pages } } }),
    film: node({ kind: 'board', board: { width: 2, height: 1, media: { ...media, kind: 'video', video: film } } }),
    bare: node({ kind: 'board' }),
  });

  it.each([[0, 'on', 1], [1, 'back', 0]] as const)('on page %i turned %s shows page %i to everybody', (from, control, to) => {
    const { encounter, edits } = meeting(boards(from));
    encounter.use(at('plan', { control }));
    expect(edits).toEqual([{ op: 'set', path: '/nodes/plan/page', value: to }]);
  });

  it.each([[0, 'back'], [1, 'on']] as const)('on page %i has nothing further %s', (from, control) => {
    const { encounter, edits } = meeting(boards(from));
    encounter.use(at('plan', { control }));
    expect(edits).toEqual([]);
  });

  it('lets its film run for everybody, and holds it', () => {
    const { encounter, edits, world } = meeting(boards(0));
    encounter.use(at('film', { control: 'play' }));
    world.shared.set('/nodes/film/playback', { playing: true, at: 0, since: 88 });
    encounter.use(at('film', { control: 'play' }));
    expect(edits).toEqual([
      { op: 'set', path: '/nodes/film/playback', value: { playing: true, at: 0, since: 100 } },
      { op: 'set', path: '/nodes/film/playback', value: { playing: false, at: 12, since: 100 } },
    ]);
  });

  it('is named, and beside its controls one walks up to it', () => {
    const { encounter, travel, edits } = meeting(boards(0));
    setLang('en');
    expect(encounter.describe(at('plan'))).toBe('Plan');
    encounter.use(at('plan', { control: null }));
    encounter.use(at('bare', { control: null }));
    expect([travel.goTo.mock.calls.length, edits]).toEqual([2, []]);
  });
});

describe('an exhibit in many hands', () => {
  const playing = { clip: 'run', playing: true, at: 2, since: 90, speed: 2 };

  it('is taken apart for everybody', () => {
    const { encounter, edits } = meeting();
    encounter.act('gearbox', { do: 'explode', value: 0.5 });
    encounter.act('gearbox', { do: 'variant', value: null });
    expect(edits).toEqual([
      { op: 'set', path: '/nodes/gearbox/explode', value: 0.5 },
      { op: 'set', path: '/nodes/gearbox/variant', value: null },
    ]);
  });

  it.each([
    ['begins at its beginning', null, { clip: 'run', playing: true }, { clip: 'run', playing: true, at: 0, since: 100, speed: 1 }],
    ['stops where it is', playing, { clip: 'run', playing: false }, { clip: 'run', playing: false, at: 22, since: 100, speed: 2 }],
    ['goes on from where it stopped', { ...playing, playing: false }, { clip: 'run', playing: true }, { clip: 'run', playing: true, at: 2, since: 100, speed: 2 }],
    ['another begins at its own beginning', playing, { clip: 'open', playing: true }, { clip: 'open', playing: true, at: 0, since: 100, speed: 1 }],
    ['is put away', playing, { clip: null, playing: false }, null],
    ['that began in the future has not run yet', { ...playing, since: 500 }, { clip: 'run', playing: false }, { clip: 'run', playing: false, at: 2, since: 100, speed: 2 }],
  ])('a clip %s', (_, before, asked, expected) => {
    const { encounter, edits } = meeting({ ...NODES, gearbox: { ...NODES['gearbox']!, animation: before } });
    encounter.act('gearbox', { do: 'animation', ...asked });
    expect(edits).toEqual([{ op: 'set', path: '/nodes/gearbox/animation', value: expected }]);
  });

  it('a refusal is told', async () => {
    const { encounter, connection, failed } = meeting();
    connection.edit.mockReturnValueOnce(Promise.reject(new Error('no')));
    encounter.act('gearbox', { do: 'explode', value: 1 });
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  });
});
