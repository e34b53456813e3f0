/** What one has done in each layer of a hall, by name; it outlives a reload, as the server's stacks do. */

import { computed, type ComputedRef, reactive } from 'vue';

import type { Key } from '@/i18n';

import type { EditLayer } from './types';

interface Stacks {
  done: Key[];
  undone: Key[];
}

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

const MOST = 100;
const nothing = (): Stacks => ({ done: [], undone: [] });

export class Past {
  private readonly stacks: Record<EditLayer, Stacks>;
  private readonly name: string;

  constructor(hall: string, private readonly kept: Kept | null = globalThis.sessionStorage ?? null) {
    this.name = `lingjing.editor.${hall}`;
    this.stacks = reactive(this.recall());
  }

  /** What was done in a layer, newest last, or undone. */
  in(layer: () => EditLayer, which: keyof Stacks): ComputedRef<readonly Key[]> {
    return computed(() => this.stacks[layer()][which]);
  }

  /** One more was done: what was undone cannot be done again. */
  did(layer: EditLayer, label: Key): void {
    const stacks = this.stacks[layer];
    stacks.done = [...stacks.done, label].slice(-MOST);
    stacks.undone = [];
    this.keep();
  }

  undid(layer: EditLayer): void {
    this.carry(layer, 'done', 'undone');
  }

  redid(layer: EditLayer): void {
    this.carry(layer, 'undone', 'done');
  }

  /** The server has nothing of the kind any more: the draft was published or thrown away. */
  forget(layer: EditLayer, which: 'done' | 'undone'): void {
    this.stacks[layer][which] = [];
    this.keep();
  }

  private carry(layer: EditLayer, from: keyof Stacks, to: keyof Stacks): void {
    const stacks = this.stacks[layer], label = stacks[from].at(-1);
    if (label === undefined) return;
    stacks[from] = stacks[from].slice(0, -1);
    stacks[to] = [...stacks[to], label];
    this.keep();
  }

  private keep(): void {
    try {
      this.kept?.setItem(this.name, JSON.stringify(this.stacks));
    } catch {
      // A browser that keeps nothing forgets the names, not the edits.
    }
  }

  private recall(): Record<EditLayer, Stacks> {
    const empty = { draft: nothing(), published: nothing() };
    try {
      return { ...empty, ...(JSON.parse(this.kept?.getItem(this.name) ?? '{}') as Partial<Record<EditLayer, Stacks>>) };
    } catch {
      return empty;
    }
  }
}
