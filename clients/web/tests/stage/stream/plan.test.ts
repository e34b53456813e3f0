import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  plan, type PlanItem, type PlanLimits, type PlanState, type PlanView,
} from '../../../src/stage/stream/plan';

const view: PlanView = { eye: [0, 1.6, 0], forward: [0, 0, -1], pixelsPerRadian: 700 };
const limits: PlanLimits = { budget: 1e9, tolerance: 1.5, concurrency: 4, refine: true };
const nothing: PlanState = { loaded: new Map(), loading: new Set(), failed: new Set(), held: new Set() };

function item(id: string, z: number, more: Partial<PlanItem> = {}): PlanItem {
  return {
    id, center: [0, 1.6, z], radius: 1, scale: 1, rank: Infinity, pinned: false,
    levels: [{ asset: `${id}-fine`, bytes: 1000, error: 0 }, { asset: `${id}-coarse`, bytes: 100, error: 0.2 }],
    ...more,
  };
}

function loaded(...assets: string[]): PlanState {
  return { ...nothing, loaded: new Map(assets.map((asset) => [asset, 300])) };
}

describe('the order of need', () => {
  it('fetches the coarsest level of everything before any finer one', () => {
    const { fetch } = plan([item('near', -3), item('far', -60)], view, nothing, limits);
    expect(fetch.slice(0, 2).map(({ asset }) => asset).sort()).toEqual(['far-coarse', 'near-coarse']);
  });

  it('follows the order of the server among coarse levels', () => {
    const items = [item('a', -3, { rank: 2 }), item('b', -50, { rank: 0 }), item('c', -9, { rank: 1 })];
    const { fetch } = plan(items, view, nothing, limits);
    expect(fetch.slice(0, 3).map(({ asset }) => asset)).toEqual(['b-coarse', 'c-coarse', 'a-coarse']);
  });

  it('refines what is large and looked at first', () => {
    const items = [item('behind', 4), item('ahead', -4), item('far', -90)];
    const { fetch } = plan(items, view, loaded('behind-coarse', 'ahead-coarse', 'far-coarse'), limits);
    expect(fetch[0]!.asset).toBe('ahead-fine');
  });

  it('holds finer levels back until the first view stands', () => {
    const { fetch } = plan([item('near', -3)], view, loaded('near-coarse'), { ...limits, refine: false });
    expect(fetch).toEqual([]);
  });

  it('leaves coarse what nobody could tell apart', () => {
    const { fetch } = plan([item('far', -2000)], view, loaded('far-coarse'), limits);
    expect(fetch).toEqual([]);
  });

  it('wants the finest level of what is taken apart, wherever it is', () => {
    const { fetch } = plan([item('far', -2000, { pinned: true })], view, loaded('far-coarse'), limits);
    expect(fetch).toEqual([{ asset: 'far-fine', bytes: 1000 }]);
  });

  it('keeps to the number of fetches at once', () => {
    const items = Array.from({ length: 20 }, (_, at) => item(`n${at}`, -5 - at));
    const state = { ...nothing, loading: new Set(['n0-coarse']) };
    expect(plan(items, view, state, limits).fetch).toHaveLength(3);
  });
});

describe('what is on show', () => {
  it('is the coarse level until the fine one has come', () => {
    const near = item('near', -3);
    expect(plan([near], view, loaded('near-coarse'), limits).show.get('near')).toBe(1);
    expect(plan([near], view, loaded('near-coarse', 'near-fine'), limits).show.get('near')).toBe(0);
  });

  it('is nothing while nothing has come', () => {
    expect(plan([item('near', -3)], view, nothing, limits).show.get('near')).toBe(-1);
  });
});

describe('what is stopped and let go', () => {
  it('fetches nothing finer for what is behind one, and stops what was on its way', () => {
    const state = { ...loaded('behind-coarse'), loading: new Set(['behind-fine']) };
    const { fetch, cancel, show } = plan([item('behind', 14)], view, state, limits);
    expect([fetch, cancel, show.get('behind')]).toEqual([[], ['behind-fine'], 1]);
    expect(plan([item('behind', 14, { pinned: true })], view, state, limits).cancel).toEqual([]);
  });

  it('keeps a finer level on show until the leaner one that is to follow has come', () => {
    const levels = [0, 1, 2].map((level) => ({ asset: `L${level}`, bytes: 10, error: level * 0.2 }));
    const far = item('far', -120, { levels });
    expect(plan([far], view, loaded('L0', 'L2'), limits).show.get('far')).toBe(0);
    expect(plan([far], view, loaded('L0', 'L1', 'L2'), limits).show.get('far')).toBe(1);
  });

  it('cancels fetches of nodes that are gone', () => {
    const state = { ...nothing, loading: new Set(['gone-coarse']) };
    expect(plan([item('near', -3)], view, state, limits).cancel).toEqual(['gone-coarse']);
  });

  it('frees assets that no node names any more at once', () => {
    expect(plan([item('near', -3)], view, loaded('gone-fine', 'near-coarse'), limits).evict).toEqual(['gone-fine']);
  });

  it('keeps a fine level that is no longer wanted while there is room', () => {
    const state = loaded('far-coarse', 'far-fine');
    expect(plan([item('far', -2000)], view, state, limits).evict).toEqual([]);
    expect(plan([item('far', -2000)], view, state, { ...limits, budget: 400 }).evict).toEqual(['far-fine']);
  });
});

const arbitraryItem = fc.record({
  z: fc.double({ min: -500, max: 500, noNaN: true }),
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  radius: fc.double({ min: 0.1, max: 80, noNaN: true }),
  rank: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant(Infinity)),
  pinned: fc.boolean(),
  levels: fc.integer({ min: 1, max: 4 }),
  bytes: fc.integer({ min: 1, max: 1e6 }),
});

const arbitraryCase = fc.record({
  items: fc.array(arbitraryItem, { minLength: 1, maxLength: 12 }),
  loaded: fc.array(fc.integer({ min: 0, max: 47 }), { maxLength: 20 }),
  loading: fc.array(fc.integer({ min: 0, max: 47 }), { maxLength: 4 }),
  budget: fc.integer({ min: 0, max: 2e7 }),
});

function build(raw: {
  items: { x: number; z: number; radius: number; rank: number; pinned: boolean; levels: number; bytes: number }[];
  loaded: number[]; loading: number[]; budget: number;
}): { items: PlanItem[]; state: PlanState; limits: PlanLimits } {
  const items = raw.items.map((one, at): PlanItem => ({
    id: `n${at}`, center: [one.x, 1, one.z], radius: one.radius, scale: 1, rank: one.rank, pinned: one.pinned,
    levels: Array.from({ length: one.levels }, (_, level) => ({
      asset: `n${at}-${level}`, bytes: Math.ceil(one.bytes / (level + 1)), error: level * 0.1,
    })),
  }));
  const assets = items.flatMap(({ levels }) => levels.map(({ asset }) => asset));
  const name = (number: number): string => assets[number] ?? `orphan-${number}`;
  const state = {
    loaded: new Map(raw.loaded.map((number) => [name(number), 1000 + number])),
    loading: new Set(raw.loading.map(name).filter((asset) => !raw.loaded.map(name).includes(asset))),
    failed: new Set<string>(), held: new Set<string>(),
  };
  return { items, state, limits: { budget: raw.budget, tolerance: 1.5, concurrency: 5, refine: true } };
}

describe('any scene whatever', () => {
  it('never shows what it frees, fetches what it has, or cancels what it starts', () => {
    fc.assert(fc.property(arbitraryCase, (raw) => {
      const { items, state, limits: some } = build(raw);
      const decided = plan(items, view, state, some);
      const shown = items.map(({ id, levels }) => levels[decided.show.get(id)!]?.asset);
      for (const asset of decided.evict) expect(shown).not.toContain(asset);
      for (const asset of shown) if (asset) expect(state.loaded.has(asset)).toBe(true);
      for (const { asset } of decided.fetch) {
        expect(state.loaded.has(asset) || state.loading.has(asset)).toBe(false);
        expect(decided.cancel).not.toContain(asset);
      }
      expect(decided.fetch.length).toBeLessThanOrEqual(some.concurrency);
    }));
  });

  it('shows something of every item that has anything loaded, unless memory is over its budget', () => {
    fc.assert(fc.property(arbitraryCase, (raw) => {
      const { items, state } = build(raw);
      const decided = plan(items, view, state, { ...limits, concurrency: 5 });
      for (const { id, levels } of items) {
        const any = levels.some(({ asset }) => state.loaded.has(asset));
        expect(decided.show.get(id)! >= 0).toBe(any);
      }
    }));
  });

  it('comes to rest: carried out again and again, nothing is left to do', () => {
    fc.assert(fc.property(arbitraryCase, (raw) => {
      const { items, state, limits: some } = build(raw);
      const held = new Map(state.loaded);
      let decided = plan(items, view, state, some);
      for (let round = 0; round < 60; round++) {
        for (const asset of decided.evict) held.delete(asset);
        for (const { asset, bytes } of decided.fetch) held.set(asset, bytes * 3);
        decided = plan(items, view, { loaded: held, loading: new Set(), failed: new Set(), held: new Set() }, some);
        if (!decided.fetch.length && !decided.evict.length) return;
      }
      expect(decided).toEqual('at rest');
    }));
  });
});

describe('what is asked for when not all can be had', () => {
  const four = (more: Partial<PlanItem> = {}): PlanItem => item('a', -3, {
    levels: [0, 1, 2, 3].map((level) => ({ asset: `L${level}`, bytes: 100, error: level * 0.05, gpu_bytes: 4000 >> level })), ...more,
  });

  it('is the level between, when the finest is too large for the memory left', () => {
    const { fetch, granted } = plan([four()], view, loaded('L3'), { ...limits, budget: 2800 });
    expect(fetch.map(({ asset }) => asset)).toEqual(['L1']);
    expect(granted.get('a')).toBe(1);
  });

  it('is the next coarser level, when one cannot be read', () => {
    const state = { ...loaded('L3'), failed: new Set(['L0', 'L1']) };
    expect(plan([four({ pinned: true })], view, state, limits).fetch.map(({ asset }) => asset)).toEqual(['L2']);
  });

  it('is a finer level, when the coarsest cannot be read', () => {
    const state = { ...nothing, failed: new Set(['L3']) };
    expect(plan([four()], view, state, limits).fetch.map(({ asset }) => asset)).toEqual(['L2']);
  });

  it('counts errors in metres of the hall: a model in millimetres is no rough one', () => {
    const large = four({ levels: [{ asset: 'fine', bytes: 1, error: 0 }, { asset: 'rough', bytes: 1, error: 3 }] });
    expect(plan([large], view, loaded('rough'), limits).granted.get('a')).toBe(0);
    expect(plan([{ ...large, scale: 0.001 }], view, loaded('rough'), limits).granted.get('a')).toBe(1);
  });

  it('frees nothing that is still on show for want of a successor', () => {
    const state = { ...loaded('old', 'gone'), held: new Set(['old']) };
    expect(plan([item('a', -3)], view, state, limits).evict).toEqual(['gone']);
  });
});
