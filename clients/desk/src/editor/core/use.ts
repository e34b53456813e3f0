/** How parts of the editor's page find their editor. */

import { inject, type InjectionKey, provide } from 'vue';

import type { Core } from './editor';
import type { Editor } from './types';

const EDITOR: InjectionKey<Core> = Symbol('editor');

/** Give an editor to everything below. */
export const provideEditor = (editor: Core): void => provide(EDITOR, editor);

/** The editor of the page that one is part of. */
export const useEditor = (): Editor => useCore();

/** The same, with what the page itself and its canvas need. */
export function useCore(): Core {
  const editor = inject(EDITOR);
  if (!editor) throw new Error('no editor above');
  return editor;
}
