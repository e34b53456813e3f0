/** What one does to the nodes that are selected, each as one edit. */

import type { Key } from '@/i18n';

import { around, type Extent, moveOps, shifts } from './arrange';
import { type Clip, clipOf, pasteOf } from './copies';
import { groupOps, ungroupOps } from './groups';
import { newId } from './names';
import { eachAxis, topmost, worldOf } from './space';
import type { Aligning, Editor, NewNode, Operation, SceneDoc, Selecting, Vec3 } from './types';

export interface CommandHost {
  doc(): SceneDoc | null;
  selection(): readonly string[];
  select(ids: readonly string[], how?: Selecting): void;
  run(label: Key, ops: readonly Operation[], options?: { coalesce?: string }): Promise<void>;
  extent(id: string): Extent | null;
  ahead(): Vec3;
  /** Which way "right" is on the screen, to the nearest axis of the hall. */
  right(): Vec3;
}

type Commands = Pick<Editor, 'add' | 'remove' | 'duplicate' | 'copy' | 'cut' | 'paste' | 'group' | 'ungroup' | 'align'>;

const APART = 0.5;
/** One clipboard for all halls of this window. */
let clip: Clip | null = null;

export class Acts implements Commands {
  constructor(private readonly host: CommandHost) {}

  async add(node: NewNode, at?: Vec3): Promise<string> {
    const id = newId(node.kind);
    const from = node.translation ?? [0, 0, 0];
    const base = at ?? (node.parent ? [0, 0, 0] as Vec3 : this.host.ahead());
    const translation = eachAxis((axis) => base[axis] + from[axis]);
    const done = this.host.run('edit.add', [{ op: 'add', path: `/nodes/${id}`, value: { ...node, translation } }]);
    this.host.select([id]);
    await done;
    return id;
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.onDoc(async (doc) => {
      const gone = topmost(doc, ids);
      this.host.select(this.host.selection().filter((id) => !ids.includes(id)));
      await this.host.run('edit.remove', gone.map((id): Operation => ({ op: 'remove', path: `/nodes/${id}` })));
    });
  }

  async duplicate(ids: readonly string[]): Promise<void> {
    await this.onDoc((doc) => this.put(doc, clipOf(doc, ids), 'edit.duplicate', this.beside()));
  }

  copy(): void {
    const doc = this.host.doc();
    clip = (doc && clipOf(doc, this.host.selection())) ?? clip;
  }

  async cut(): Promise<void> {
    this.copy();
    await this.remove(this.host.selection());
  }

  async paste(): Promise<void> {
    await this.onDoc((doc) => this.put(doc, clip, 'edit.paste', clip?.hall === doc.hall.id ? this.beside() : this.toView()));
  }

  async group(ids: readonly string[]): Promise<void> {
    await this.onDoc(async (doc) => {
      const members = topmost(doc, ids);
      if (!members.length) return;
      const { min, max } = around(members.map((id) => this.extentOf(doc, id)));
      const name = newId('group');
      const done = this.host.run('edit.group', groupOps(doc, members, name, [(min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2]));
      this.host.select([name]);
      await done;
    });
  }

  async ungroup(ids: readonly string[]): Promise<void> {
    await this.onDoc(async (doc) => {
      const { ops, freed } = ungroupOps(doc, ids);
      const done = this.host.run('edit.ungroup', ops);
      if (ops.length) this.host.select(freed);
      await done;
    });
  }

  async align(how: Aligning): Promise<void> {
    await this.onDoc(async (doc) => {
      const ids = topmost(doc, this.host.selection());
      if (!ids.length) return;
      const moves = shifts(ids.map((id) => this.extentOf(doc, id)), how, this.host.ahead()[1]);
      await this.host.run('edit.align', moveOps(doc, new Map(ids.map((id, at) => [id, moves[at]!]))));
    });
  }

  /** Move what is selected by so much in the hall's axes. */
  async nudge(by: Vec3): Promise<void> {
    await this.onDoc(async (doc) => {
      const ids = topmost(doc, this.host.selection());
      await this.host.run('edit.move', moveOps(doc, new Map(ids.map((id) => [id, by]))), { coalesce: 'nudge' });
    });
  }

  private async put(doc: SceneDoc, from: Clip | null, label: Key, offset: Vec3): Promise<void> {
    if (!from) return;
    const { ops, roots } = pasteOf(doc, from, offset, newId);
    const done = this.host.run(label, ops);
    this.host.select(roots);
    await done;
  }

  private beside(): Vec3 {
    const right = this.host.right();
    return eachAxis((axis) => right[axis] * APART);
  }

  /** From where the clip's first stood in another hall to where one looks in this. */
  private toView(): Vec3 {
    const [, first] = clip?.nodes[0] ?? [];
    const from = first?.translation ?? [0, 0, 0], to = this.host.ahead();
    return [to[0] - from[0], 0, to[2] - from[2]];
  }

  private extentOf(doc: SceneDoc, id: string): Extent {
    const at = worldOf(doc, id).translation;
    return this.host.extent(id) ?? { min: at, max: at };
  }

  private async onDoc(act: (doc: SceneDoc) => Promise<void>): Promise<void> {
    const doc = this.host.doc();
    if (doc) await act(doc);
  }
}
