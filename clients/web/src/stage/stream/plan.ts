/**
 * What to load next, what to stop, what to let go: the thinking part of streaming, pure.
 *
 * The coarsest level of everything comes first, in the order the server gave; then levels get
 * finer where they are large on screen and looked at, while they fit into the budget.
 */

import type { Vec3 } from '../../world/viewer';

export interface PlanLevel {
  asset: string;
  /** Bytes on the wire. */
  bytes: number;
  /** How far the surface may lie from the finest level's, metres. */
  error: number;
  /** What it takes in memory once loaded, where that is known. */
  gpu_bytes?: number;
}

export interface PlanItem {
  id: string;
  center: Vec3;
  radius: number;
  /** Metres to one of the model's own units, in which its errors are told. */
  scale: number;
  /** Finest first. */
  levels: readonly PlanLevel[];
  /** Place in the server's order; Infinity when it is not there. */
  rank: number;
  /** Wanted in its finest level wherever it is: taken apart, or held. */
  pinned: boolean;
}

export interface PlanView {
  eye: Vec3;
  forward: Vec3;
  /** How many pixels a radian of view takes. */
  pixelsPerRadian: number;
}

export interface PlanLimits {
  /** Memory for loaded levels, bytes. */
  budget: number;
  /** Error tolerated on screen, pixels. */
  tolerance: number;
  concurrency: number;
  /** Fetch finer levels too; a first view waits for coarse ones alone. */
  refine: boolean;
}

export interface PlanState {
  /** Loaded assets and what they take in memory. */
  loaded: ReadonlyMap<string, number>;
  loading: ReadonlySet<string>;
  /** Assets that failed and are not to be asked for now. */
  failed: ReadonlySet<string>;
  /** Assets still on show that no item names any more: they stay until something takes over. */
  held: ReadonlySet<string>;
}

export interface Plan {
  /** Which level of each item to show now: an index into its levels, or -1. */
  show: Map<string, number>;
  /** The best level that each item is to have within the budget. */
  granted: Map<string, number>;
  /** Assets to start fetching now, most needed first. */
  fetch: { asset: string; bytes: number }[];
  /** Fetches under way that nobody wants any more. */
  cancel: string[];
  /** Loaded assets to free. */
  evict: string[];
}

/** A loaded asset takes about this many times its bytes on the wire. */
const GROWTH = 3;
const BEHIND = 0.35;
/** Beyond this angle (as a cosine) nothing finer is fetched; what is on its way is stopped. */
const ASTERN = -0.25;

interface Judged {
  item: PlanItem;
  coarsest: number;
  target: number;
  /** Size on screen times how directly it is looked at. */
  weight: number;
  /** Out of view, and so far round that a turn of the head does not bring it back at once. */
  behind: boolean;
}

/** Decide everything anew; cheap enough to be asked a few times a second. */
export function plan(
  items: readonly PlanItem[], view: PlanView, state: PlanState, limits: PlanLimits,
): Plan {
  const judged = items
    .filter((item) => item.levels.length > 0)
    .map((item) => judge(item, view, limits.tolerance, state.failed));
  const coarsest = new Set(judged.map(({ item, coarsest: at }) => item.levels[at]!.asset));
  const wanted = choose(judged, state, limits.budget);
  const evict = toEvict(judged, wanted, state, limits.budget);
  const usable = new Set(state.loaded.keys());
  for (const asset of evict) usable.delete(asset);
  return {
    show: new Map(judged.map((one) => [one.item.id, levelToShow(one, usable)])),
    granted: new Map(judged.map((one) => [one.item.id, grantedOf(one, wanted)])),
    fetch: toFetch(wanted, coarsest, state, limits),
    cancel: [...state.loading].filter((asset) => !wanted.has(asset)),
    evict,
  };
}

function judge(item: PlanItem, view: PlanView, tolerance: number, failed: ReadonlySet<string>): Judged {
  const [dx, dy, dz] = subtract(item.center, view.eye);
  const away = Math.hypot(dx, dy, dz);
  const distance = Math.max(0.5, away - item.radius);
  const facing = away > item.radius
    ? (dx * view.forward[0] + dy * view.forward[1] + dz * view.forward[2]) / away
    : 1;
  const gaze = facing > 0.5 ? 1 : BEHIND + (1 - BEHIND) * Math.max(0, facing);
  const usable = usableLevels(item, failed);
  const coarsest = usable.at(-1)!;
  let target = usable[0]!;
  for (const level of item.pinned ? [] : usable.slice(1)) {
    if (((item.levels[level]!.error * item.scale) / distance) * view.pixelsPerRadian > tolerance) break;
    target = level;
  }
  const behind = !item.pinned && facing < ASTERN && away > item.radius * 1.5;
  return { item, coarsest, target, weight: (item.radius / distance) * gaze, behind };
}

/** The levels that can be had; when none can, all count, so that they are asked for again some day. */
function usableLevels({ levels }: PlanItem, failed: ReadonlySet<string>): number[] {
  const all = levels.map((_, at) => at), good = all.filter((at) => !failed.has(levels[at]!.asset));
  return good.length ? good : all;
}

/** The assets worth their memory, most needed first. */
function choose(judged: Judged[], state: PlanState, budget: number): Map<string, PlanLevel> {
  const wanted = new Map<string, PlanLevel>();
  let used = 0;
  const take = (level: PlanLevel, force: boolean): boolean => {
    if (wanted.has(level.asset)) return true;
    const cost = state.loaded.get(level.asset) ?? level.gpu_bytes ?? level.bytes * GROWTH;
    if (!force && used + cost > budget) return false;
    used += cost;
    wanted.set(level.asset, level);
    return true;
  };
  const first = [...judged].sort((a, b) => a.item.rank - b.item.rank || b.weight - a.weight);
  // The single most needed coarse level is taken even when it alone exceeds the budget.
  first.forEach((one, place) => take(one.item.levels[one.coarsest]!, place === 0));
  const isHere = ({ item, target }: Judged): boolean => state.loaded.has(item.levels[target]!.asset);
  const finer = judged.filter((one) => one.target < one.coarsest && (!one.behind || isHere(one)))
    .sort((a, b) => Number(b.item.pinned) - Number(a.item.pinned) || b.weight - a.weight);
  for (const { item, target, coarsest } of finer) {
    // What is too large for the memory left may have a level between that is not.
    for (let level = target; level < coarsest; level++) {
      if (!state.failed.has(item.levels[level]!.asset) && take(item.levels[level]!, false)) break;
    }
  }
  return wanted;
}

function grantedOf({ item, target, coarsest }: Judged, wanted: ReadonlyMap<string, PlanLevel>): number {
  for (let level = target; level < coarsest; level++) if (wanted.has(item.levels[level]!.asset)) return level;
  return coarsest;
}

/**
 * The wanted level, else the nearest finer one, else the nearest coarser one; -1 while there is none.
 * What was fine when one stood near turns coarser only for the level that is meant to follow.
 */
function levelToShow({ item, coarsest, target }: Judged, usable: ReadonlySet<string>): number {
  for (let level = target; level >= 0; level--) {
    if (usable.has(item.levels[level]!.asset)) return level;
  }
  for (let level = target + 1; level <= coarsest; level++) {
    if (usable.has(item.levels[level]!.asset)) return level;
  }
  return -1;
}

function toFetch(
  wanted: Map<string, PlanLevel>, coarsest: ReadonlySet<string>, state: PlanState,
  { concurrency, refine }: PlanLimits,
): Plan['fetch'] {
  const kept = [...state.loading].filter((asset) => wanted.has(asset)).length;
  const lacking = ({ asset }: PlanLevel): boolean => !state.loaded.has(asset) && !state.failed.has(asset);
  // While a coarse level is on the way nothing finer may take its share of the line.
  const all = [...wanted.values()];
  const coarse = all.filter(({ asset }) => coarsest.has(asset));
  const missing = (!refine || coarse.some(lacking) ? coarse : all)
    .filter((level) => lacking(level) && !state.loading.has(level.asset));
  return missing.slice(0, Math.max(0, concurrency - kept)).map(({ asset, bytes }) => ({ asset, bytes }));
}

/** Over budget, unwanted levels go: those of the least weighty items first. */
function toEvict(
  judged: Judged[], wanted: Map<string, PlanLevel>, state: PlanState, budget: number,
): string[] {
  const weights = new Map<string, number>();
  for (const { item, weight } of judged) {
    for (const { asset } of item.levels) weights.set(asset, Math.max(weights.get(asset) ?? 0, weight));
  }
  let used = 0;
  for (const bytes of state.loaded.values()) used += bytes;
  const spare = [...state.loaded.keys()].filter((asset) => !wanted.has(asset) && !state.held.has(asset))
    .sort((a, b) => (weights.get(a) ?? -1) - (weights.get(b) ?? -1));
  const evict: string[] = [];
  for (const asset of spare) {
    const orphan = !weights.has(asset);
    if (!orphan && used <= budget) break;
    used -= state.loaded.get(asset) ?? 0;
    evict.push(asset);
  }
  return evict;
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
