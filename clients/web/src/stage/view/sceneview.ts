/** The nodes of the world as three objects. It follows the world and never writes it. */

import { Group, type Scene } from 'three';
import type { NodeKind, SceneNode } from '../../world/scene';
import type { Quat, Vec3 } from '../../world/viewer';
import type { NodeChange, World } from '../../world/world';
import type { Frame } from '../frame';
import type { Wardrobe } from '../materials/dress';
import type { Streamer } from '../stream/streamer';
import { ModelView } from './model';

export interface Entry {
  readonly id: string;
  node: SceneNode;
  readonly group: Group;
  model: ModelView | null;
}

const TRANSFORMS = new Set(['translation', 'rotation', 'scale']);

export class SceneView {
  readonly root = new Group();
  readonly entries = new Map<string, Entry>();
  /** Counts structural and other changes, for what is drawn in batches. */
  version = 0;
  /** Called when another model has taken the place of the one before. */
  swapped: (node: string) => void = () => undefined;

  constructor(
    scene: Scene, private readonly world: World, private readonly streamer: Streamer,
    private readonly wardrobe: Wardrobe,
  ) {
    this.root.name = 'hall';
    scene.add(this.root);
  }

  /** Draw a hall from nothing. */
  rebuild(): void {
    for (const id of [...this.entries.keys()]) this.drop(id);
    for (const [id, node] of this.world.nodes) this.create(id, node);
    for (const id of this.entries.keys()) this.attach(id);
    this.root.updateMatrixWorld(true);
    this.version += 1;
  }

  /** Follow changes of single nodes. */
  follow(changes: readonly NodeChange[]): void {
    const remodelled = new Set(changes.filter(({ property }) => topOf(property) === 'model').map(({ id }) => id));
    for (const change of changes) {
      // A new model's place belongs to it: both are taken over in the same frame.
      const waits = remodelled.has(change.id) && TRANSFORMS.has(topOf(change.property)) && this.isShowing(change.id);
      if (!waits) this.followOne(change);
    }
    this.root.updateMatrixWorld(true);
    this.version += 1;
  }

  /** All entries of a kind that are visible, ancestors included. */
  *ofKind(...kinds: NodeKind[]): Iterable<Entry> {
    for (const entry of this.entries.values()) {
      if (kinds.includes(entry.node.kind) && isVisible(entry.group)) yield entry;
    }
  }

  *models(): Iterable<ModelView> {
    for (const { model } of this.entries.values()) if (model) yield model;
  }

  /** Move what moves; true when something that casts a shadow did. */
  update(frame: Frame): boolean {
    let moved = false;
    for (const model of this.models()) {
      model.update(frame);
      moved ||= model.moving;
    }
    return moved;
  }

  dispose(): void {
    for (const id of [...this.entries.keys()]) this.drop(id);
    this.root.removeFromParent();
  }

  private followOne({ id, kind, property }: NodeChange): void {
    const node = this.world.nodes.get(id);
    if (kind === 'removed' || !node) return this.drop(id);
    const entry = this.entries.get(id);
    if (kind === 'added' || !entry) {
      this.drop(id);
      this.create(id, node);
      this.attach(id);
      this.adopt(id);
      return;
    }
    entry.node = node;
    const top = topOf(property);
    if (TRANSFORMS.has(top)) this.transform(entry);
    else if (top === 'parent') this.attach(id);
    else if (top === 'visible') entry.group.visible = this.world.value(id, 'visible') !== false;
    else if (top === 'model') this.remodel(entry);
    else entry.model?.refresh(property);
  }

  private create(id: string, node: SceneNode): void {
    const group = new Group();
    group.name = id;
    group.matrixAutoUpdate = false;
    group.visible = this.world.value(id, 'visible') !== false;
    const entry: Entry = { id, node, group, model: null };
    this.entries.set(id, entry);
    this.transform(entry);
    this.remodel(entry);
  }

  private isShowing(id: string): boolean {
    return Boolean(this.entries.get(id)?.model?.placed);
  }

  private remodel(entry: Entry): void {
    const { model, node } = entry;
    if (model?.placed && node.model) {
      model.remodel(node.model, () => this.settle(entry));
      return this.streamer.add(model);
    }
    if (entry.model) this.streamer.remove(entry.id);
    entry.model?.dispose();
    entry.model = null;
    if (!entry.node.model) return;
    entry.model = new ModelView(entry.id, entry.node.model, entry.group, this.world, this.wardrobe);
    this.streamer.add(entry.model);
  }

  /** A new model has come on show: now stand as it is to stand. */
  private settle(entry: Entry): void {
    this.transform(entry);
    entry.group.updateMatrixWorld(true);
    this.version += 1;
    this.swapped(entry.id);
  }

  private transform({ id, group }: Entry): void {
    group.position.set(...(this.world.value(id, 'translation') as Vec3));
    group.quaternion.set(...(this.world.value(id, 'rotation') as Quat));
    group.scale.set(...(this.world.value(id, 'scale') as Vec3));
    group.updateMatrix();
    group.matrixWorldNeedsUpdate = true;
  }

  /** Hang a node below its parent, or below the hall while the parent is not there. */
  private attach(id: string): void {
    const entry = this.entries.get(id)!;
    const parent = entry.node.parent ? this.entries.get(entry.node.parent)?.group : undefined;
    const safe = parent && !isBelow(parent, entry.group) ? parent : this.root;
    if (entry.group.parent !== safe) safe.add(entry.group);
  }

  private adopt(id: string): void {
    for (const entry of this.entries.values()) if (entry.node.parent === id) this.attach(entry.id);
  }

  private drop(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.streamer.remove(id);
    entry.model?.dispose();
    this.entries.delete(id);
    // Children that stay (their removal is told separately) must not vanish with the group.
    for (const child of [...entry.group.children]) {
      if (this.entries.has(child.name)) this.root.add(child);
    }
    entry.group.removeFromParent();
  }
}

const topOf = (property: string): string => property.split('/')[0]!;

function isVisible(group: Group): boolean {
  for (let at: { visible: boolean; parent: unknown } | null = group; at; at = at.parent as typeof at) {
    if (!at.visible) return false;
  }
  return true;
}

function isBelow(candidate: Group, ancestor: Group): boolean {
  for (let at: unknown = candidate; at; at = (at as Group).parent) if (at === ancestor) return true;
  return false;
}
