import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ApiError } from '@/api/http';
import type { Offer } from '@/api/jobs';
import type { Job } from '@/api/types';
import type { Carriage, Told } from '@/upload/carrier';
import type { Parcel } from '@/upload/parcel';
import { MOST_BYTES, Queue, type World } from '@/upload/queue';

import { chosen, file, finding, job } from '../make';

interface Carried {
  path: string;
  told: Told;
  is: 'new' | 'going' | 'paused' | 'cancelled';
  forgotten: boolean;
}

let keys = 0;

/** A server and a clock that do as the test says. */
class Stage implements World {
  carried: Carried[] = [];
  offers: Offer[] = [];
  kept: Parcel[] = [];
  endings: string[] = [];
  cancelled: string[] = [];
  time = 0;
  left: { parcel: Parcel; job: string | null }[] = [];
  answer: (offer: Offer) => Promise<Job> = async () => job('j1', 'running', 'gate');
  follow: World['follow'] = () => new Promise(() => undefined);
  others: Job[] = [];
  jobs = async (): Promise<Job[]> => this.others;
  job = async (id: string): Promise<Job> => this.others.find((one) => one.id === id)!;

  carry = (path: string, _file: File, told: Told): Carriage => {
    const one: Carried = { path, told, is: 'new', forgotten: false };
    this.carried.push(one);
    return {
      start: () => void (one.is = 'going'), pause: () => void (one.is = 'paused'),
      cancel: async () => void (one.is = 'cancelled'), forget: () => void (one.forgotten = true),
    };
  };

  offer = (offer: Offer): Promise<Job> => {
    this.offers.push(offer);
    return this.answer(offer);
  };

  offerMedium = (upload: string): Promise<Job> => this.offer({ uploads: [upload], note: 'medium' });
  cancelJob = async (id: string): Promise<void> => void this.cancelled.push(id);
  now = (): number => this.time;
  key = (): string => `k${++keys}`;
  keep = (parcels: readonly Parcel[]): void => void (this.kept = [...parcels]);
  restore = (): { parcel: Parcel; job: string | null }[] => this.left;
  ended = (parcel: Parcel): void => void this.endings.push(parcel.name);

  going = (): string[] => this.carried.filter(({ is }) => is === 'going').map(({ path }) => path);
  arrive(path: string): void {
    const one = this.carried.findLast((carried) => carried.path === path && carried.is === 'going')!;
    one.told.sent(10);
    one.told.done(`up-${path}`);
    one.is = 'new';
  }
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done));

function opened(): { stage: Stage; queue: Queue } {
  const stage = new Stage();
  return { stage, queue: new Queue(stage) };
}

describe('queue', () => {
  it('sends one exhibit after the other', () => {
    const { stage, queue } = opened();
    queue.add(chosen('a.glb', 'b.glb'));
    expect([stage.going(), queue.parcels.map(({ state }) => state)]).toEqual([['a.glb'], ['sending', 'waiting']]);
    stage.arrive('a.glb');
    expect(stage.going()).toEqual(['b.glb']);
  });

  it('sends three files of one exhibit at once, then offers them together', async () => {
    const { stage, queue } = opened();
    queue.add(chosen('c.gltf', '1.png', '2.png', '3.png', '4.bin'), { exhibit: 'car', note: 'new paint' });
    expect(stage.going()).toEqual(['c.gltf', '1.png', '2.png']);
    for (const path of ['1.png', 'c.gltf', '3.png', '2.png']) stage.arrive(path);
    expect([stage.going(), stage.offers]).toEqual([['4.bin'], []]);
    stage.arrive('4.bin');
    await settle();
    expect(stage.offers).toEqual([{
      uploads: ['up-c.gltf', 'up-1.png', 'up-2.png', 'up-3.png', 'up-4.bin'], exhibit: 'car', note: 'new paint',
    }]);
    expect(queue.parcels[0]!.state).toBe('building');
    expect(stage.carried.every(({ forgotten }) => forgotten)).toBe(true);
  });

  it('tells speed and time left', () => {
    const { stage, queue } = opened();
    queue.add([{ path: 'a.glb', file: file('a.glb', 4000) }]);
    stage.carried[0]!.told.sent(0);
    stage.time = 1000;
    stage.carried[0]!.told.sent(1000);
    expect(queue.parcels[0]).toMatchObject({ speed: 1000, left: 3 });
  });

  it('pauses, lets the next one go, and carries on', () => {
    const { stage, queue } = opened();
    const [first] = queue.add(chosen('a.glb', 'b.glb')) as [Parcel, Parcel];
    queue.pause(first);
    expect([first.state, stage.going()]).toEqual(['paused', ['b.glb']]);
    stage.arrive('b.glb');
    queue.resume(first);
    expect([first.state, stage.going()]).toEqual(['sending', ['a.glb']]);
  });

  it('says that the line is cut, and that it is whole again', () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    stage.carried[0]!.told.retrying();
    expect(parcel.state).toBe('retrying');
    stage.carried[0]!.told.sent(5);
    expect(parcel.state).toBe('sending');
    stage.carried[0]!.told.retrying();
    queue.hurry();
    expect([parcel.state, stage.going()]).toEqual(['sending', ['a.glb']]);
  });

  it('follows the job to its end', async () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    stage.follow = async (_id, tell) => {
      tell(job('j1', 'running', 'derive'));
      const done = job('j1', 'done', 'publish', { exhibit: 'pump', revision: 1 });
      tell(done);
      return done;
    };
    stage.arrive('a.glb');
    await settle();
    expect(parcel).toMatchObject({ state: 'done', exhibit: 'pump' });
    expect([stage.endings, stage.kept.filter(({ state }) => state !== 'done')]).toEqual([['a.glb'], []]);
  });

  it('shows every finding of a refusal, and is done with it', async () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    const findings = [finding('ACCESSOR_TOO_LONG', '/accessors/1'), finding('URI_OUTSIDE', '/images/0')];
    stage.answer = async () => {
      throw new ApiError(422, 'exhibit_refused', 'no', findings);
    };
    stage.arrive('a.glb');
    await settle();
    expect(parcel).toMatchObject({ state: 'refused', trouble: { code: 'exhibit_refused', findings } });
    queue.resume(parcel);
    expect(parcel.state).toBe('refused');
  });

  it('lets a person try again what failed for a while', async () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    stage.answer = async () => {
      throw new ApiError(503, 'starting', 'soon');
    };
    stage.arrive('a.glb');
    await settle();
    expect(parcel.state).toBe('stuck');
    stage.answer = async () => job('j2', 'running');
    queue.resume(parcel);
    await settle();
    expect([parcel.state, parcel.job?.id, stage.offers.length]).toEqual(['building', 'j2', 2]);
  });

  it('does not send what cannot be taken', () => {
    const { stage, queue } = opened();
    queue.add([...chosen('pump.fbx'), { path: 'big.glb', file: file('big.glb', MOST_BYTES + 1) }, { path: 'none.zip', file: file('none.zip', 0) }]);
    const codes = Object.fromEntries(queue.parcels.map(({ name, trouble }) => [name, trouble?.code]));
    expect(codes).toEqual({ 'pump.fbx': 'FOREIGN_FORMAT', 'big.glb': 'too_large', 'none.zip': 'empty' });
    expect(stage.carried).toEqual([]);
  });

  it('cancels on the server too, file or job', async () => {
    const { stage, queue } = opened();
    const [first, second] = queue.add(chosen('a.glb', 'b.glb')) as [Parcel, Parcel];
    const removed = queue.remove(first);
    expect(queue.parcels).toHaveLength(1);
    await removed;
    expect(stage.carried[0]!.is).toBe('cancelled');
    stage.arrive('b.glb');
    await settle();
    await queue.cancel(second);
    expect([second.state, stage.cancelled]).toEqual(['cancelled', ['j1']]);
  });

  it('takes up after a reload what an earlier page began, once the files are chosen again', async () => {
    const before = opened();
    before.queue.add(chosen('a.glb'), { exhibit: 'pump' });
    before.stage.carried[0]!.told.sent(5);
    const { stage, queue } = opened();
    stage.left = before.stage.kept.map((parcel) => ({
      job: null, parcel: { ...parcel, state: 'paused', kind: 'exhibit', media: null, pieces: parcel.pieces.map((piece) => ({ ...piece, file: null })) },
    }));
    await queue.open();
    const [parcel] = queue.parcels as [Parcel];
    queue.resume(parcel);
    expect([parcel.state, stage.carried]).toEqual(['paused', []]);
    queue.add(chosen('other.glb'));
    expect(queue.parcels.length).toBe(2);
    stage.arrive('other.glb');
    queue.add(chosen('a.glb'));
    expect([queue.parcels.length, parcel.state, parcel.exhibit, stage.going()]).toEqual([2, 'sending', 'pump', ['a.glb']]);
  });

  it('follows jobs again after a reload, and offers what had fully arrived', async () => {
    const { stage, queue } = opened();
    const made = (key: string, upload: string | null): Parcel => ({
      key, name: key, pieces: [{ path: key, file: null, bytes: 10, modified: 1, sent: 10, upload }], state: 'paused', kind: 'exhibit', media: null, exhibit: null,
      note: '', trouble: null, job: null, speed: 0, left: null, begun: 0,
    });
    stage.left = [{ parcel: made('x', 'u1'), job: 'jx' }, { parcel: made('y', 'u2'), job: null }];
    const followed: string[] = [];
    stage.follow = async (id, tell) => {
      followed.push(id);
      tell(job(id, 'done'));
      return job(id, 'done');
    };
    await queue.open();
    await settle();
    expect([followed, stage.offers, queue.parcels.map(({ state }) => state)]).toEqual([['jx', 'j1'], [{ uploads: ['u2'] }], ['done', 'done']]);
  });

  it('finds the job whose answer was lost, and shows what others have begun', async () => {
    const { stage, queue } = opened();
    stage.left = [{
      job: null, parcel: {
        key: 'x', name: 'x.glb', pieces: [{ path: 'x.glb', file: null, bytes: 10, modified: 1, sent: 10, upload: 'u1' }], state: 'paused', kind: 'exhibit', media: null,
        exhibit: null, note: '', trouble: null, job: null, speed: 0, left: null, begun: 1_000_000,
      },
    }];
    const source = (name: string): Job['source'] => ({ name, bytes: 10, sha256: null });
    stage.others = [
      job('mine', 'running', 'derive', { source: source('x.glb'), at: 1001 }), job('theirs', 'running', 'gate', { source: source('y.glb') }),
      job('old', 'done', 'publish', { source: source('z.glb') }),
    ];
    const followed: string[] = [];
    stage.follow = (id) => new Promise(() => followed.push(id));
    await queue.open();
    expect([followed, stage.offers, queue.parcels.map(({ name }) => name)]).toEqual([['mine', 'theirs'], [], ['x.glb', 'y.glb']]);
    await queue.open();
    expect(queue.parcels).toHaveLength(2);
  });

  it('shows how far a refused file came, and tells why in another language', async () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    const refused = job('j7', 'refused', 'check', { source: { name: 'a.glb', bytes: 10, sha256: null }, message: '没有通过', at: 1 });
    stage.others = [refused];
    stage.answer = async () => {
      throw new ApiError(422, 'exhibit_refused', '没有通过', [finding('NODE_LOOP')]);
    };
    stage.arrive('a.glb');
    await settle();
    expect([parcel.state, parcel.job?.id]).toEqual(['refused', 'j7']);
    stage.others = [{ ...refused, code: 'exhibit_refused', message: 'It did not pass', findings: [finding('NODE_LOOP', '/nodes/0')] }];
    await queue.retell();
    expect(parcel.trouble).toEqual({ code: 'exhibit_refused', message: 'It did not pass', findings: [finding('NODE_LOOP', '/nodes/0')] });
  });

  it('follows the job of an offer that had come through after all', async () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    stage.others = [job('j8', 'running', 'derive', { source: { name: 'a.glb', bytes: 10, sha256: null } })];
    stage.answer = async () => {
      throw new ApiError(409, 'upload_in_use', '');
    };
    const followed: string[] = [];
    stage.follow = (id) => new Promise(() => followed.push(id));
    stage.arrive('a.glb');
    await settle();
    expect([followed, parcel.trouble]).toEqual([['j8'], null]);
  });

  it('goes on by itself when somebody has signed in again', () => {
    const { stage, queue } = opened();
    const [parcel] = queue.add(chosen('a.glb')) as [Parcel];
    stage.carried[0]!.told.failed(new ApiError(401, 'unauthorized', 'sign in'));
    expect(parcel.state).toBe('stuck');
    queue.returned();
    expect([parcel.state, stage.going()]).toEqual(['sending', ['a.glb']]);
  });

  it('never sends two exhibits at once, whatever people press', () => {
    const act = fc.tuple(fc.constantFrom('add', 'pause', 'resume', 'remove', 'arrive', 'cut', 'fail'), fc.nat(5));
    fc.assert(fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { stage, queue } = opened();
      let names = 0;
      for (const [what, index] of acts) {
        const parcel = queue.parcels[index % Math.max(1, queue.parcels.length)];
        const carried = stage.carried.filter(({ is }) => is === 'going')[0];
        if (what === 'add') queue.add(chosen(`${++names}.glb`));
        else if (what === 'arrive' && carried) stage.arrive(carried.path);
        else if (what === 'cut') carried?.told.retrying();
        else if (what === 'fail') carried?.told.failed(new ApiError(0, 'away', ''));
        else if (parcel && what === 'pause') queue.pause(parcel);
        else if (parcel && what === 'resume') queue.resume(parcel);
        else if (parcel && what === 'remove') void queue.remove(parcel);
        const sending = queue.parcels.filter(({ state }) => state === 'sending' || state === 'retrying');
        expect(sending.length).toBeLessThanOrEqual(1);
        if (queue.parcels.some(({ state }) => state === 'waiting')) expect(sending.length).toBe(1);
      }
    }));
  });

  it('offers images, films and documents one by one', async () => {
    const { stage, queue } = opened();
    queue.add([...chosen('plan.png'), ...chosen('tour.mp4')], { kind: 'media' });
    expect(queue.parcels.map(({ kind, name }) => [kind, name])).toEqual([['media', 'plan.png'], ['media', 'tour.mp4']]);
    stage.answer = async () => ({ ...job('j1', 'done'), kind: 'media', media: 'plan' });
    stage.arrive('plan.png');
    await settle();
    expect(stage.offers).toEqual([{ uploads: ['up-plan.png'], note: 'medium' }]);
    expect([queue.parcels[0]!.state, queue.parcels[0]!.media]).toEqual(['done', 'plan']);
  });
});
