import { beforeEach, describe, expect, it, vi } from 'vitest';

import { fits, makeParcel, wantsFiles } from '@/upload/parcel';
import { keep, restore } from '@/upload/remembered';

import { chosen, job } from '../make';

const NOW = 1_700_000_000_000;
const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', { getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value) });
});

const bundle = { name: 'a.gltf', pieces: chosen('a.gltf', 'a.bin') };
const parcel = (): ReturnType<typeof makeParcel> => makeParcel(bundle, 'k', NOW, { exhibit: 'pump', note: 'paint' });

describe('remembered uploads', () => {
  it('come back without their files, which fit when they are chosen again', () => {
    const before = parcel();
    before.pieces[0]!.sent = 7;
    keep([before]);
    const [found] = restore(NOW + 1000) as [{ parcel: ReturnType<typeof makeParcel>; job: string | null }];
    expect(found.parcel).toMatchObject({ key: 'k', name: 'a.gltf', exhibit: 'pump', note: 'paint', state: 'paused' });
    expect([found.parcel.pieces[0]!.sent, found.job, wantsFiles(found.parcel)]).toEqual([7, null, true]);
    expect(fits(found.parcel, bundle)).toBe(true);
    expect(fits(found.parcel, { name: 'a.gltf', pieces: chosen('a.gltf') })).toBe(false);
  });

  it('keep the job, and forget what is over or old', () => {
    const building = { ...parcel(), state: 'building' as const, job: job('j9', 'running') };
    keep([building, { ...parcel(), state: 'done' }, { ...parcel(), begun: NOW - 9 * 86_400_000 }]);
    expect(restore(NOW).map(({ job: id }) => id)).toEqual(['j9']);
  });

  it.each(['', 'null', '{}', '[1, null, {"key": 1}]', '{['])('make nothing of %s', (text) => {
    store.set('lingjing.desk.uploads', text);
    expect(restore(NOW)).toEqual([]);
  });
});
