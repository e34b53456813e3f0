import '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Approach } from '../../src/guide/approach';
import { HallTalk } from '../../src/guide/hall-talk';
import { Opener } from '../../src/guide/opener';
import { People } from '../../src/guide/people';
import { setLang } from '../../src/i18n';
import { WireError } from '../../src/net/requests';
import { World } from '../../src/world/world';
import { hall, joined, node } from '../make';
import { guideHere, sayOf, turnOf } from './samples';

function talk() {
  const world = new World();
  let now = 100;
  const person = { id: 8, name: '李工', role: 'visitor', body: { color: '#123456', figure: 'plain' as const }, seat: null, account: false, muted: false };
  world.apply(joined({ scene: { hall: hall(), nodes: { 'guide-hall': node({ kind: 'guide', translation: [3, 0, 0] }) } } as unknown as Record<string, unknown>, people: [person] }));
  world.apply({ t: 'guides', guides: [guideHere({ addressee: 8 })] });
  const connection = { ask: vi.fn(() => Promise.resolve(turnOf())), hush: vi.fn(() => Promise.resolve(null)), serverNow: () => now };
  const host = { world, connection, silence: vi.fn(), changed: vi.fn(), refused: vi.fn() };
  const made = new HallTalk(host);
  made.node = 'guide-hall';
  return { made, ...host, at: (moment: number) => (now = moment), people: new People(world, () => 0) };
}

beforeEach(() => setLang('zh-CN'));

describe('a talk in the hall', () => {
  it('asks as one wishes to be answered', async () => {
    const { made, connection } = talk();
    [made.whispers, made.answerIn] = [true, 'en'];
    await made.ask('租金？');
    expect(connection.ask).toHaveBeenCalledExactlyOnceWith('guide-hall', '租金？', 'en', true);
    expect([made.asking, made.failure]).toEqual([false, '']);
  });

  it('stops what is said to one: silent here first, then told with how much was heard', () => {
    const { made, world, silence, connection, at } = talk();
    world.apply(turnOf({ state: 'speaking' }));
    world.apply(sayOf({ at: 100, ms: 1000 }));
    world.apply(sayOf({ n: 1, at: 101, ms: 1000 }));
    at(101.4);
    made.stop();
    expect(silence).toHaveBeenCalledExactlyOnceWith(1, 'guide-hall');
    expect(connection.hush).toHaveBeenCalledExactlyOnceWith(1, 1, 400);
    expect(silence.mock.invocationCallOrder[0]).toBeLessThan(connection.hush.mock.invocationCallOrder[0]!);
    expect([made.current(), made.cuts.get(1)]).toEqual([null, { heard: 1, ms: 400 }]);
    made.stop();
    expect(connection.hush).toHaveBeenCalledOnce();
  });

  it('an answer that came whole can be stopped as long as it is being said', () => {
    const { made, world, at } = talk();
    world.apply(turnOf({ state: 'done' }));
    world.apply(sayOf({ at: 100, ms: 1000 }));
    expect(made.current()?.turn).toBe(1);
    at(101.5);
    expect(made.current()).toBeNull();
  });

  it('is one’s own: what others ask is not in it', () => {
    const { made, world, connection } = talk();
    world.apply(turnOf({ turn: 2, asker: 8, state: 'speaking', dialogue: '' }));
    expect([made.turns(), made.current(), made.token]).toEqual([[], null, '']);
    made.stop();
    expect(connection.hush).not.toHaveBeenCalled();
    world.apply(turnOf());
    expect(made.token).toBe('token');
    made.forget();
    expect(made.turns()).toEqual([]);
  });

  it.each([[new WireError('guide_busy', '请稍候'), '请稍候'], [new WireError('offline', 'offline'), '连接断开了，稍后再试']])('%s is told', async (error, why) => {
    const { made, connection, refused } = talk();
    connection.ask.mockRejectedValueOnce(error);
    await made.ask('租金？');
    expect([made.failure, made.asking]).toEqual([why, false]);
    expect(refused).toHaveBeenCalledExactlyOnceWith(`这次没能回答：${why}`, error.code);
  });
});

describe('guides as people', () => {
  it('stand where they belong until they are seen, and speak from higher up', () => {
    const { people, world } = talk();
    expect(people.placeOf(world.guides.here[0]!)).toEqual([3, 0, 0]);
    expect(people.mouthOf('guide-hall')).toEqual([3, 1.5, 0]);
    expect([people.mouthOf('nobody'), people.placeOf(guideHere({ node: 'gone' }))]).toEqual([null, null]);
  });

  it('are called by their names, and so are those who ask', () => {
    const { people, world } = talk();
    expect([people.nameOf(world.guides.here[0]), people.nameOf(undefined), people.otherName(world.guides.here[0])]).toEqual(['小境', '', '李工']);
    expect([people.askerName(7), people.askerName(8), people.askerName(99), people.askerName(null)]).toEqual(['你', '李工', '一位访客', '一位访客']);
  });
});

describe('standing before a guide', () => {
  it('it is offered by name, and asked with a key from further away', () => {
    const { world, people } = talk();
    const viewer = { feet: [0, 0, 0] as [number, number, number] }, open = vi.fn(), nobody = vi.fn();
    let busy = false;
    const approach = new Approach({ world, viewer, people, open, nobody, busy: () => busy });
    approach.update();
    expect([approach.offer, approach.chip.root.hidden, approach.chip.root.textContent]).toEqual(['guide-hall', false, '向小境提问G']);
    approach.chip.root.click();
    expect(open).toHaveBeenCalledExactlyOnceWith('guide-hall');
    busy = true;
    approach.update();
    expect([approach.offer, approach.chip.root.hidden]).toEqual(['guide-hall', true]);
    viewer.feet = [-6, 0, 0];
    approach.update();
    approach.ask();
    expect([approach.offer, open.mock.calls.length]).toEqual([null, 2]);
    viewer.feet = [-60, 0, 0];
    approach.ask();
    expect([open.mock.calls.length, nobody.mock.calls.length]).toEqual([2, 1]);
  });
});

describe('what a guide has opened', () => {
  function opener(inHeadset = false) {
    const page = vi.fn(), elsewhere = vi.fn();
    return { page, elsewhere, made: new Opener({ business: () => Promise.resolve({ page }), persona: () => 'xiaojing', inHeadset: () => inHeadset }, elsewhere) };
  }
  const offer = (page: 'units' | 'contact' | 'register' | 'privacy') => ({ do: 'page' as const, page, about: '厂房', day: '' });

  it('lists come by themselves, forms wait for a press; in a headset nothing comes', async () => {
    const { made, page } = opener();
    made.offered(offer('contact'));
    made.offered(null);
    made.offered(offer('units'));
    await vi.waitFor(() => expect(page.mock.calls.map(([what]) => what as string)).toEqual(['units']));
    await made.open(offer('contact'));
    expect(page.mock.calls[1]).toEqual(['contact', { kind: 'guide', ref: 'xiaojing' }, '厂房', '']);
    const worn = opener(true);
    worn.made.offered(offer('units'));
    expect(worn.page).not.toHaveBeenCalled();
  });

  it('other pages open beside this one', async () => {
    const { made, elsewhere } = opener();
    for (const page of ['register', 'privacy'] as const) await made.open(offer(page));
    await made.open({ do: 'prefill', values: { name: '云帆' } });
    await made.open({ do: 'staff' });
    expect(elsewhere.mock.calls.map(([path]) => (path as string).split('#')[0])).toEqual(['/desk/apply', '/legal/privacy?lang=zh-CN', '/desk/apply']);
  });
});
