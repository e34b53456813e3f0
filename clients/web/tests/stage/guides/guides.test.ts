import { Scene, Vector3 } from 'three';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Moment } from '../../../src/stage/guides/body';
import { createFrame, type Frame } from '../../../src/stage/frame';
import { StageGuides } from '../../../src/stage/guides/guides';
import type { People, Stand } from '../../../src/stage/people/people';
import { HIGH } from '../../../src/stage/quality';
import type { StageEnv } from '../../../src/stage-api';
import type { GuideHere } from '../../../src/wire';
import { World } from '../../../src/world/world';

/** A body that only remembers: files and graphics are for the browser. */
const bodies = vi.hoisted(() => ({ made: [] as { visible: boolean; moments: Moment[]; state: string; disposed: boolean; hands: { done: string[] } }[] }));
vi.mock('../../../src/stage/guides/body', () => ({
  GuideBody: {
    load: async () => {
      const done: string[] = [];
      const body = {
        visible: false, moments: [] as Moment[], state: '', disposed: false,
        hands: { done, act: (name: string) => done.push(name), rest: () => done.push('rest') },
        become: (state: string) => void (body.state = state),
        update: (moment: Moment) => body.moments.push({ ...moment, gaze: moment.gaze && moment.gaze.clone() }),
        dispose: () => void (body.disposed = true),
      };
      bodies.made.push(body);
      return body;
    },
  },
}));

const ASSET = 'a'.repeat(64);
const HERE: GuideHere = {
  node: 'guide-1', person: 300, persona: 'xiaojing', name: { zh: '小境', en: 'Xiaojing' }, body: ASSET, state: 'idle',
  addressee: null, waiting: [], human: '', suggestions: [],
};

function setting(distance = 3) {
  const world = new World();
  const stand: Stand = {
    pose: { head: { position: [1, 1.6, 2], rotation: [0, 0, 0, 1] }, left: null, right: null, grip: [0, 0], talking: false, seated: false, speed: 0.5, jumps: 0 } as unknown as Stand['pose'],
    bodyYaw: 0.3, feet: 0, distance, presence: 1,
  };
  const elsewhere = new Set<number>();
  const people = { elsewhere, standOf: () => stand } as unknown as People;
  const fetched: string[] = [], reports: string[] = [];
  let fail = false;
  const env = {
    now: () => 1000, serverNow: () => 50,
    fetchAsset: async (sha: string) => {
      fetched.push(sha);
      if (fail) throw new Error('gone');
      return new ArrayBuffer(8);
    },
    report: ({ type }: { type: string }) => reports.push(type),
  } as unknown as StageEnv;
  const guides = new StageGuides(new Scene(), world, people, env);
  const tell = (here: Partial<GuideHere>[]): void => world.apply({ t: 'guides', guides: here.map((one) => ({ ...HERE, ...one })) });
  const frame: Frame = { ...createFrame(HIGH), dt: 0.016, now: 1000, time: 50, eye: new Vector3(5, 1.7, 5) };
  return { world, stand, elsewhere, fetched, reports, guides, tell, frame, break: () => (fail = true) };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeEach(() => void bodies.made.splice(0));

describe('guides on the stage', () => {
  it('fetch a body once when one is near, and draw it in place of the figure', async () => {
    const { guides, tell, frame, fetched, elsewhere } = setting();
    tell([{}]);
    guides.update(frame);
    guides.update(frame);
    expect(fetched).toEqual([ASSET]);
    expect(elsewhere.size).toBe(0);
    await settled();
    guides.update(frame);
    expect(elsewhere).toEqual(new Set([300]));
    const [body] = bodies.made;
    expect(body!.visible).toBe(true);
    expect(body!.moments[0]).toMatchObject({ bodyYaw: 0.3, speed: 0.5, gaze: null, hand: null });
  });

  it('leave the plain figure far away, without a body, and when it cannot be had', async () => {
    for (const [distance, body, broken] of [[40, ASSET, false], [3, '', false], [3, ASSET, true]] as const) {
      const { guides, tell, frame, elsewhere, reports, fetched, break: spoil } = setting(distance);
      if (broken) spoil();
      tell([{ body }]);
      guides.update(frame);
      await settled();
      guides.update(frame);
      expect(elsewhere.size).toBe(0);
      expect(reports).toEqual(broken ? ['asset-failed'] : []);
      expect(fetched).toHaveLength(broken ? 1 : 0);
    }
  });

  it('give a body back when its guide goes, changes it, or another hall is entered', async () => {
    const { guides, tell, frame, elsewhere } = setting();
    tell([{}]);
    guides.update(frame);
    await settled();
    tell([{ body: 'b'.repeat(64) }]);
    guides.update(frame);
    await settled();
    expect(bodies.made.map(({ disposed }) => disposed)).toEqual([true, false]);
    tell([]);
    guides.update(frame);
    expect(bodies.made[1]!.disposed).toBe(true);
    expect(elsewhere.size).toBe(0);
    tell([{}]);
    guides.update(frame);
    await settled();
    guides.dispose();
    expect(bodies.made.every(({ disposed }) => disposed)).toBe(true);
  });

  it('forget a body that comes too late', async () => {
    const { guides, tell, frame } = setting();
    tell([{}]);
    guides.update(frame);
    guides.clear();
    await settled();
    expect(bodies.made.every(({ disposed }) => disposed)).toBe(true);
  });

  it('look at whom they speak with', async () => {
    const { guides, tell, frame, world } = setting();
    world.me = 7;
    tell([{ addressee: 7 }]);
    guides.update(frame);
    await settled();
    guides.update(frame);
    expect(bodies.made[0]!.moments.at(-1)!.gaze!.toArray()).toEqual([5, 1.7, 5]);
  });

  it('have a mouth before they have a body, and shut it at once', () => {
    const { guides, tell } = setting();
    tell([{ body: '' }]);
    guides.say(300, [[0, 'aa', 0.9], [300, 'sil', 0]], 900);
    expect(guides.mouth(300)).toEqual({ shape: 'aa', weight: 0.9 });
    guides.hush(300);
    expect(guides.mouth(300)).toEqual({ shape: 'sil', weight: 0 });
  });

  it('go on with what is being said when their code comes late', () => {
    const { guides, tell, world } = setting();
    tell([{}]);
    world.apply({
      t: 'say', turn: 1, guide: 'guide-1', n: 0, text: '您好', lang: 'zh', kind: 'answer', citations: [], sound: null,
      marks: [[0, 'ih', 0.5], [900, 'sil', 0]], ms: 900, at: 49.9, by: 'ai', whisper: false,
    });
    expect(guides.mouth(300)).toEqual({ shape: 'ih', weight: 0.5 });
  });

  it('show with their hands what is done, and let them sink when it is undone', async () => {
    const { guides, tell, frame } = setting();
    tell([{ state: 'speaking' }]);
    guides.update(frame);
    await settled();
    guides.act(300, 'explode_exhibit', {}, 'begun');
    guides.act(300, 'explode_exhibit', {}, 'done');
    guides.act(300, 'explode_exhibit', {}, 'undone');
    expect(bodies.made[0]!.hands.done).toEqual(['explode_exhibit', 'rest']);
    expect(bodies.made[0]!.state).toBe('speaking');
  });
});
