/** What a key means in the editor. */

export type Command =
  | 'select' | 'move' | 'turn' | 'scale' | 'snap' | 'focus' | 'undo' | 'redo' | 'copy' | 'cut' | 'paste' | 'duplicate'
  | 'group' | 'ungroup' | 'remove' | 'all' | 'escape' | 'help' | 'nearer' | 'farther'
  | 'top' | 'front' | 'right' | 'person'
  | 'go-left' | 'go-right' | 'go-away' | 'go-near' | 'go-up' | 'go-down';

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  q: 'select', w: 'move', e: 'turn', r: 'scale', g: 'snap', f: 'focus', '?': 'help', '+': 'nearer', '=': 'nearer', '-': 'farther',
  1: 'top', 2: 'front', 3: 'right', 4: 'person',
  delete: 'remove', backspace: 'remove', escape: 'escape',
  arrowleft: 'go-left', arrowright: 'go-right', arrowup: 'go-away', arrowdown: 'go-near', pageup: 'go-up', pagedown: 'go-down',
};
const WITH_CTRL: Readonly<Record<string, Command>> = {
  z: 'undo', y: 'redo', c: 'copy', x: 'cut', v: 'paste', d: 'duplicate', g: 'group', a: 'all',
};

/** The command of a key, or null when it is not the editor's. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Command | null {
  const name = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (shiftKey && name === 'z') return 'redo';
    if (shiftKey && name === 'g') return 'ungroup';
    return altKey || shiftKey ? null : WITH_CTRL[name] ?? null;
  }
  return PLAIN[name] ?? null;
}

/** Whether somebody is writing, or chooses in a list: keys are theirs then. */
export function isTaken(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement> | null;
  if (!element?.closest) return false;
  return element.closest.call(element, 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
