/** Carries the plan out: fetches, decodes, swaps levels, frees what is not needed. */

import type { Object3D } from 'three';
import type { GLTF } from 'three/addons/loaders/GLTFLoader.js';
import type { Model } from '../../world/scene';
import type { Vec3 } from '../../world/viewer';
import type { Wardrobe } from '../materials/dress';
import { decodeGlb, UnreadableAsset } from './decode';
import { plan, type PlanItem, type PlanLimits, type PlanView } from './plan';
import { Template } from './template';

/** Somebody who shows a model in the level that is there. */
export interface StreamClient {
  readonly id: string;
  readonly model: Model;
  /** Centre and radius in the hall, and how large one of the model's own units is there. */
  place(): { center: Vec3; radius: number; scale: number };
  readonly pinned: boolean;
  /** Show this level, in place of whatever is on show; a better or a leaner one may follow. */
  show(level: number, template: Template, object: Object3D): void;
  /** Show nothing. */
  clear(): void;
}

export interface StreamHost {
  fetchAsset(
    sha: string, bytes: number, signal: AbortSignal, onBytes: (received: number) => void,
  ): Promise<ArrayBuffer>;
  failed(asset: string, message: string): void;
  /** Something new is on show. */
  changed(): void;
  decode?(glb: ArrayBuffer): Promise<GLTF>;
  /** Bring a level onto the graphics card before it is shown, so that showing it costs no frame. */
  prepare?(template: Template): Promise<void>;
}

const RETRY_MS = 8000;
const CONCURRENCY = 6;
/** How long something old stays for the sake of a level that is as fine. */
const SWAP_PATIENCE_MS = 2500;

interface Showing {
  client: StreamClient;
  /** The level of `client.model` on show, or -1. */
  level: number;
  /** The asset on show; with level -1, one of a model that was before. */
  asset: string | null;
  /** Since when the new model could have been shown, while the old one stays. */
  waits: number | null;
}

export class Streamer {
  private readonly clients = new Map<string, Showing>();
  private readonly templates = new Map<string, Template>();
  private readonly loading = new Map<string, AbortController>();
  private readonly received = new Map<string, number>();
  /** When each failed; Infinity for what can never be read. */
  private readonly failures = new Map<string, number>();
  private ranks = new Map<string, number>();
  private disposed = false;
  private resting = false;

  constructor(
    private readonly host: StreamHost,
    private readonly wardrobe: Wardrobe,
    public limits: Omit<PlanLimits, 'concurrency'>,
  ) {}

  /**
   * Show a client's model. One that is known and has another model now keeps what it shows until
   * a level of the new one is there, and swaps in one frame.
   */
  add(client: StreamClient): void {
    const asset = this.clients.get(client.id)?.asset ?? null;
    this.clients.set(client.id, { client, level: -1, asset, waits: null });
    this.resting = false;
  }

  remove(id: string): void {
    this.clients.delete(id);
  }

  /** The order the server gave: node ids, most needed first. */
  setOrder(nodes: readonly string[]): void {
    this.ranks = new Map();
    nodes.forEach((id, at) => this.ranks.has(id) || this.ranks.set(id, at));
  }

  /** Plan and act; call it a few times a second and whenever something arrived. */
  update(view: PlanView): void {
    const decided = plan(this.items(), view, {
      loaded: new Map([...this.templates].map(([sha, template]) => [sha, template.bytes])),
      loading: new Set(this.loading.keys()),
      failed: this.recentFailures(),
      held: this.held(),
    }, { ...this.limits, concurrency: CONCURRENCY });
    for (const asset of decided.cancel) this.loading.get(asset)?.abort();
    for (const { asset, bytes } of decided.fetch) void this.load(asset, bytes);
    for (const [id, level] of decided.show) this.show(id, level, decided.granted.get(id)!);
    for (const asset of decided.evict) this.evict(asset);
    this.resting = this.loading.size === 0;
  }

  /** Fetch finer levels, or coarse ones alone while a first view is awaited. */
  refine(on: boolean): void {
    this.limits.refine = on;
    this.resting = false;
  }

  /** The last plan found nothing more to fetch. */
  get atRest(): boolean {
    return this.resting && this.loading.size === 0;
  }

  /** Loaded and all bytes on the wire of the levels that the manifest or a client names. */
  progress(): { loaded: number; total: number } {
    let loaded = 0, total = 0;
    for (const { model } of this.wanted()) {
      const { asset, bytes } = model.levels.at(-1)!;
      total += bytes;
      loaded += this.templates.has(asset) ? bytes : Math.min(bytes, this.received.get(asset) ?? 0);
    }
    return { loaded, total };
  }

  /** Every client shows at least its coarsest level, or cannot. */
  covered(among?: (client: StreamClient) => boolean): boolean {
    return [...this.clients.values()].every(({ client, asset }) =>
      asset !== null || client.model.levels.length === 0 || (among && !among(client))
      || client.model.levels.every((level) => this.failures.has(level.asset)));
  }

  get gpuBytes(): number {
    let bytes = 0;
    for (const template of this.templates.values()) bytes += template.bytes;
    return bytes;
  }

  get pending(): number {
    return this.loading.size;
  }

  get loaded(): number {
    return this.templates.size;
  }

  dispose(): void {
    this.disposed = true;
    for (const controller of this.loading.values()) controller.abort();
    for (const template of this.templates.values()) template.dispose();
    this.templates.clear();
    this.clients.clear();
  }

  private *wanted(): Iterable<StreamClient> {
    for (const { client } of this.clients.values()) if (client.model.levels.length) yield client;
  }

  private items(): PlanItem[] {
    return [...this.clients.values()].map(({ client }) => ({
      id: client.id, levels: client.model.levels, pinned: client.pinned, ...client.place(),
      rank: this.ranks.get(client.id) ?? Infinity,
    }));
  }

  private recentFailures(): Set<string> {
    const now = performance.now();
    return new Set([...this.failures].filter(([, at]) => now - at < RETRY_MS).map(([sha]) => sha));
  }

  /** Assets of models that were, still on show. */
  private held(): Set<string> {
    const held = new Set<string>();
    for (const { level, asset } of this.clients.values()) if (level < 0 && asset) held.add(asset);
    return held;
  }

  private async load(asset: string, bytes: number): Promise<void> {
    const controller = new AbortController();
    this.loading.set(asset, controller);
    try {
      const glb = await this.host.fetchAsset(asset, bytes, controller.signal, (received) => {
        this.received.set(asset, received);
      });
      const gltf = await (this.host.decode ?? decodeGlb)(glb);
      const template = await Template.build(gltf, this.roleOf(asset), this.wardrobe);
      if (this.limits.refine) await this.host.prepare?.(template);
      if (this.disposed || controller.signal.aborted) return template.dispose();
      this.templates.set(asset, template);
      this.failures.delete(asset);
    } catch (error) {
      if (!controller.signal.aborted) this.fail(asset, error);
    } finally {
      this.loading.delete(asset);
      if (!this.disposed) this.host.changed();
    }
  }

  private fail(asset: string, error: unknown): void {
    const first = !this.failures.has(asset);
    this.failures.set(asset, error instanceof UnreadableAsset ? Infinity : performance.now());
    if (first) this.host.failed(asset, error instanceof Error ? error.message : String(error));
  }

  private roleOf(asset: string): Model['role'] {
    for (const { client } of this.clients.values()) {
      if (client.model.levels.some((level) => level.asset === asset)) return client.model.role;
    }
    return 'exhibit';
  }

  private show(id: string, level: number, granted: number): void {
    const showing = this.clients.get(id);
    if (!showing || showing.level === level || this.staysBefore(showing, level, granted)) return;
    const { client } = showing;
    showing.level = level;
    showing.waits = null;
    showing.asset = client.model.levels[level]?.asset ?? null;
    if (showing.asset === null) return client.clear();
    const template = this.templates.get(showing.asset)!;
    client.show(level, template, template.instance());
    this.host.changed();
  }

  /** Whether an older model stays a little longer, until one as fine as it is to be can follow. */
  private staysBefore(showing: Showing, level: number, granted: number): boolean {
    if (showing.level >= 0 || showing.asset === null || level <= granted) return false;
    const now = performance.now();
    showing.waits ??= now;
    return now - showing.waits < SWAP_PATIENCE_MS;
  }

  private evict(asset: string): void {
    this.templates.get(asset)?.dispose();
    this.templates.delete(asset);
    this.received.delete(asset);
  }
}
