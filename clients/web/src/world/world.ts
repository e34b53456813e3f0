/** The pure mirror of one hall: messages and presence frames go in, the stage and the HUD read. */

import type { Fetch, JoinedMessage, PatchMessage, Person, ServerMessage } from '../wire';
import { Events } from './events';
import { GuideBook } from './guides';
import { type NodeChange, type Scene, applyOperations, DEFAULTS, read } from './patch';
import { PoseBook, type RemotePose } from './poses';
import { decodePresence } from './presence';
import type { Hall, HallDoc, SceneNode } from './scene';

export type { Fetch, Person } from '../wire';
export type { NodeChange } from './patch';
export type { RemotePose } from './poses';
export type * from './scene';

export interface WorldEvents {
  /** A hall was entered, or its own properties changed. `fresh`: everything before is void. */
  hall: { fresh: boolean };
  /** Nodes came, went or changed; a fresh hall is told by `hall` alone. */
  nodes: NodeChange[];
  /** Names, looks or numbers of people changed. */
  people: undefined;
  /** What to fetch changed. */
  manifest: undefined;
  /** Somebody unknown was met in presence frames: ask who. */
  strangers: number[];
}

export class World {
  /** The hall one is in; null before the first. */
  hall: Hall | null = null;
  nodes = new Map<string, SceneNode>();
  /** The shared interaction layer: path to value. */
  shared = new Map<string, unknown>();
  people = new Map<number, Person>();
  /** One's own id in presence frames. */
  me: number | null = null;
  /** People in the hall, oneself included, seen or not. */
  total = 0;
  revision = 0;
  epoch = '';
  /** What to fetch, most needed first. */
  manifest: Fetch[] = [];
  readonly poses = new PoseBook();
  /** Who shows people round here, and what they say. */
  readonly guides = new GuideBook();
  private readonly events = new Events<WorldEvents>();
  private readonly asked = new Set<number>();

  on<K extends keyof WorldEvents>(event: K, fn: (value: WorldEvents[K]) => void): () => void {
    return this.events.on(event, fn);
  }

  /** Take in one message; those that do not concern the scene or its people change nothing. */
  apply(message: ServerMessage): void {
    switch (message.t) {
      case 'joined': return this.join(message);
      case 'patch':
        if (message.hall === this.hall?.id) this.patch(message);
        return;
      case 'people': return this.meet(message.here, message.total);
      case 'gone': return this.part(message.ids, message.total);
      case 'manifest': return this.need(message.items);
      case 'guides':
      case 'turn':
      case 'say':
      case 'act':
      case 'hushed': return this.guides.apply(message);
      default: return;
    }
  }

  /** Take in a packed presence frame that arrived at `now`, local milliseconds. */
  applyPresence(bytes: Uint8Array, now: number): void {
    const frame = decodePresence(bytes);
    this.poses.push(frame, now, this.me);
    const strangers: number[] = [];
    for (const { id } of frame.records) {
      if (id === this.me || this.people.has(id) || this.asked.has(id)) continue;
      this.asked.add(id);
      strangers.push(id);
    }
    if (strangers.length) this.events.emit('strangers', strangers);
    if (frame.total !== this.total) {
      this.total = frame.total;
      this.events.emit('people', undefined);
    }
  }

  /** The effective value of a property: the shared layer over the node over the default. */
  value(nodeId: string, property: string): unknown {
    for (let path = property; ; path = path.slice(0, path.lastIndexOf('/'))) {
      const key = `/nodes/${nodeId}/${path}`;
      if (this.shared.has(key)) {
        const below = property.slice(path.length + 1);
        const value = this.shared.get(key);
        return below ? read(value as SceneNode, below) : value;
      }
      if (!path.includes('/')) break;
    }
    const node = this.nodes.get(nodeId);
    if (!node) return undefined;
    return read(node, property) ?? DEFAULTS[property];
  }

  /** Where somebody is at local milliseconds `now`, smoothed; undefined when unseen. */
  sample(id: number, now: number): RemotePose | undefined {
    return this.poses.sample(id, now);
  }

  /** The hall as the server keeps it, for comparing with a fresh snapshot. */
  snapshot(): { scene: HallDoc | null; shared: Record<string, unknown>; revision: number } {
    const scene = this.hall && { hall: this.hall, nodes: Object.fromEntries(this.nodes) };
    return { scene, shared: Object.fromEntries(this.shared), revision: this.revision };
  }

  private join(message: JoinedMessage): void {
    const fresh = message.scene !== null;
    if (message.scene) {
      const scene = message.scene as unknown as HallDoc;
      this.hall = scene.hall;
      this.nodes = new Map(Object.entries(scene.nodes));
      this.shared = new Map(Object.entries(message.shared ?? {}));
    }
    this.me = message.you;
    this.epoch = message.epoch;
    this.people = new Map(message.people.map((person) => [person.id, person]));
    this.asked.clear();
    this.total = message.total;
    if (fresh) {
      this.poses.clear();
      this.guides.clear();
    } else {
      this.guides.resume();
      this.poses.keep(this.people);
    }
    if (message.manifest.length || fresh) this.manifest = message.manifest;
    if (fresh) this.events.emit('hall', { fresh: true });
    for (const patch of message.patches ?? []) this.patch(patch);
    this.revision = message.revision;
    this.events.emit('people', undefined);
    this.events.emit('manifest', undefined);
  }

  private patch(message: PatchMessage): void {
    const { layer, ops } = message;
    if (!this.hall || layer === 'draft') return;
    const scene: Scene = { hall: this.hall, nodes: this.nodes, shared: this.shared };
    const touched = applyOperations(scene, layer, ops);
    this.revision = message.revision;
    if (touched.nodes.length) this.events.emit('nodes', touched.nodes);
    if (touched.hall) this.events.emit('hall', { fresh: false });
  }

  private meet(here: Person[], total: number): void {
    for (const person of here) {
      this.people.set(person.id, person);
      this.asked.delete(person.id);
    }
    this.total = total;
    this.events.emit('people', undefined);
  }

  private part(ids: number[], total: number): void {
    for (const id of ids) {
      this.people.delete(id);
      this.asked.delete(id);
      this.poses.forget(id);
    }
    this.total = total;
    this.events.emit('people', undefined);
  }

  private need(items: Fetch[]): void {
    this.manifest = items;
    this.events.emit('manifest', undefined);
  }
}
