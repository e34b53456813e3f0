import { expect, it } from 'vitest';

import { commandOf, isTaken, type Pressed } from '@/editor/page/keys';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

it('knows the tools’ keys in any case', () => {
  expect(['w', 'E', 'r', 'g', 'F', 'Delete', 'ArrowUp', '1'].map((key) => commandOf(pressed(key))))
    .toEqual(['move', 'turn', 'scale', 'snap', 'focus', 'remove', 'go-away', 'top']);
});

it('tells chords apart', () => {
  expect(commandOf(pressed('z', { ctrlKey: true }))).toBe('undo');
  expect(commandOf(pressed('Z', { metaKey: true, shiftKey: true }))).toBe('redo');
  expect(commandOf(pressed('G', { ctrlKey: true, shiftKey: true }))).toBe('ungroup');
  expect(commandOf(pressed('w', { ctrlKey: true }))).toBeNull();
  expect(commandOf(pressed('c', { ctrlKey: true, shiftKey: true }))).toBeNull();
});

it('leaves keys to whoever writes', () => {
  const element = (found: boolean): EventTarget => ({ closest: () => (found ? {} : null) }) as unknown as EventTarget;
  expect([element(true), element(false), null].map(isTaken)).toEqual([true, false, false]);
});
