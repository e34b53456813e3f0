/** Properties of what is selected, or of the hall: read together, written to all, faults told. */

import { computed, type ComputedRef, reactive, watch } from 'vue';

import type { Key } from '@/i18n';

import type { Editor, Operation } from '../core/types';
import type { Kind } from '../printed';
import { faultsOf, shapeAt, wordsOfFault } from './check';
import { at, isSame, type Shared, settings, settingsAt, sharedAt } from './shared-value';

export interface Writing {
  /** A slider that is being dragged, a key that is held: one step to undo. */
  flowing?: boolean;
  label?: Key;
}

export interface Properties {
  readonly kinds: ComputedRef<readonly (Kind | 'hall')[]>;
  readonly count: ComputedRef<number>;
  read(path: string): Shared;
  write(path: string, value: unknown, how?: Writing): void;
  /** One number of a list; `usual` is the list where a node has none. */
  writeAt(path: string, index: number, value: number, usual: readonly number[], how?: Writing): void;
  /** What is wrong at a path, in words. */
  trouble(path: string): string;
}

const FALLBACK: Key = 'prop.edit';

/** `ids`: the nodes; null for the hall itself. */
export function useProperties(editor: Editor, ids: () => readonly string[] | null): Properties {
  const troubles = reactive(new Map<string, string>());
  const nodes = computed(() => editor.scene.value?.nodes ?? {});
  const holders = computed((): unknown[] => {
    const chosen = ids();
    if (chosen === null) return editor.scene.value ? [editor.scene.value.hall] : [];
    return chosen.map((id) => nodes.value[id]).filter((node) => node !== undefined);
  });
  const kinds = computed((): (Kind | 'hall')[] => {
    const chosen = ids();
    return chosen === null ? ['hall'] : [...new Set(chosen.flatMap((id) => nodes.value[id]?.kind ?? []))];
  });
  watch(() => ids()?.join(' '), () => troubles.clear());

  /** Check here first, then let the park decide; what it says stands at the field. */
  async function run(path: string, ops: Operation[], { flowing = false, label = FALLBACK }: Writing): Promise<void> {
    if (!ops.length) return;
    const owner = ids()?.join(' ') ?? 'hall';
    await editor.run(label, ops, flowing ? { coalesce: `${owner}:${path}` } : {});
    if (editor.trouble.value) troubles.set(path, editor.trouble.value);
  }

  function isSound(path: string, value: unknown): boolean {
    for (const kind of kinds.value) {
      const shape = shapeAt(kind, path);
      const [fault] = shape ? faultsOf(shape, value) : [{ code: 'unknown_property', about: '' }];
      if (fault) {
        troubles.set(path, wordsOfFault(fault));
        return false;
      }
    }
    troubles.delete(path);
    return true;
  }

  function write(path: string, value: unknown, how: Writing = {}): void {
    if (!isSound(path, value)) return;
    const chosen = ids();
    const hall = editor.scene.value?.hall;
    if (chosen !== null) void run(path, settings(nodes.value, chosen, path, value), how);
    else if (hall && !isSame(at(hall, path), value)) void run(path, [{ op: 'set', path: `/hall/${path}`, value }], how);
  }

  function writeAt(path: string, index: number, value: number, usual: readonly number[], how: Writing = {}): void {
    const chosen = ids();
    const sample = usual.map((each, place) => (place === index ? value : each));
    if (!isSound(path, sample)) return;
    if (chosen !== null) void run(path, settingsAt(nodes.value, chosen, path, index, value, usual), how);
    else write(path, (at(editor.scene.value?.hall, path) as readonly number[] | undefined ?? usual).map((each, place) => (place === index ? value : each)), how);
  }

  return {
    kinds, count: computed(() => holders.value.length), read: (path) => sharedAt(holders.value, path), write, writeAt,
    trouble: (path) => troubles.get(path) ?? '',
  };
}
